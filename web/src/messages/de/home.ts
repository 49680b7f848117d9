import type { home as English } from '../en/home.ts'
import { count, many } from './counts.ts'

export const home: typeof English = {
  title: 'Start', first: 'Holen Sie Ihre Leute herein', first_hint: 'Legen Sie eine Ausfuhr Ihrer Kontakte oder Ihr Postfach hier ab. Nichts verlässt diesen Server.',
  people: 'Personen', companies: 'Firmen', interactions: 'Begegnungen', added_lately: 'Neu in 30 Tagen', met_lately: 'Kontakt in 30 Tagen', none_yet: 'Noch nichts',
  activity: 'Aktivität', activity_hint: 'Post und Termine der letzten 12 Wochen', week_of: (day: string) => `Woche vom ${day}`, mail_in: 'Empfangen', mail_out: 'Gesendet', meetings: 'Termine', others: 'Sonstige', total: 'Alle', as_table: 'Als Tabelle zeigen', as_chart: 'Als Diagramm zeigen',
  active: 'Am aktivsten', active_hint: 'in den letzten 30 Tagen', times: (n: number) => many(n, 'Begegnung', 'Begegnungen'), short: (n: number) => count.format(n),
  upcoming: 'Demnächst', no_upcoming: 'Keine Termine oder Tage in den nächsten 30 Tagen.', birthday: 'Geburtstag', anniversary: 'Jahrestag', recent: 'Zuletzt', added: 'Neu angelegt', no_subject: '(kein Betreff)', today: 'heute',
}
