import type { home as English } from '../en/home.ts'
import { count, many } from './counts.ts'

export const home: typeof English = {
  title: 'Start', first: 'Holen Sie Ihre Leute herein', first_hint: 'Legen Sie Kontakte (CSV, Excel, vCard), Post (mbox, eml) oder einen Kalender (ICS) hier ab, oder einen Ordner davon. Sie sehen, was darin ist, bevor etwas gespeichert wird, und nichts verlässt diesen Server.',
  sources: 'Woher eine solche Datei kommt',
  source_list: [
    ['Google Kontakte', 'Exportieren, dann „Google CSV“ oder „vCard“'],
    ['Gmail', 'takeout.google.com, nur Gmail: entpacken und die .mbox ablegen'],
    ['Outlook', 'Personen, Kontakte verwalten, Kontakte exportieren: eine CSV'],
    ['Apple Kontakte', 'Alle auswählen, dann Ablage, Exportieren, vCard exportieren'],
    ['Apple Mail', 'Postfach, Postfach exportieren: den Ordner so ablegen, wie er ist'],
    ['LinkedIn', 'Einstellungen, Datenschutz, Kopie Ihrer Daten anfordern, Kontakte: entpacken'],
  ],
  people: 'Personen', companies: 'Firmen', interactions: 'Begegnungen', added_lately: 'Neu in 30 Tagen', met_lately: 'Kontakt in 30 Tagen', none_yet: 'Noch nichts',
  activity: 'Aktivität', activity_hint: 'Post und Termine der letzten 12 Wochen', week_of: (day: string) => `Woche vom ${day}`, mail_in: 'Empfangen', mail_out: 'Gesendet', meetings: 'Termine', others: 'Sonstige', total: 'Alle', as_table: 'Als Tabelle zeigen', as_chart: 'Als Diagramm zeigen',
  active: 'Am aktivsten', active_hint: 'in den letzten 30 Tagen', times: (n: number) => many(n, 'Begegnung', 'Begegnungen'), short: (n: number) => count.format(n),
  upcoming: 'Demnächst', no_upcoming: 'Keine Termine oder Tage in den nächsten 30 Tagen.', birthday: 'Geburtstag', anniversary: 'Jahrestag', recent: 'Zuletzt', added: 'Neu angelegt', no_subject: '(kein Betreff)', today: 'heute',
}
