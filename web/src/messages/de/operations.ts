import type { operations as English } from '../en/operations.ts'
import { count, many } from './counts.ts'

export const operations: typeof English = {
  title: 'Vorgänge', empty: 'Noch ist nichts gelaufen', empty_hint: 'Importe und andere lange Arbeiten erscheinen hier mit ihrem Fortschritt und lassen sich anhalten und fortsetzen.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
  each_second: 'Je Sekunde', time_left: 'Restzeit', gone_through: 'Durchgegangen', out_of: (total: string) => `Durchgegangen, von ${total}`,
  left: (text: string) => `noch ${text}`, failed: (n: number) => many(n, 'abgelehnt', 'abgelehnt'), done: (text: string, n: number) => `${text} ${n === 1 ? 'Eintrag' : 'Einträge'}`, more: 'Frühere zeigen',
  cancel_title: (name) => `${name} abbrechen?`, keep_on: 'Weiterlaufen lassen', cancel_it: 'Abbrechen', cancel_hint: 'Was bis jetzt getan ist, bleibt und lässt sich dann zurücknehmen. Fortsetzen lässt es sich nicht: Halten Sie es an, wenn es später weitergehen soll.', cancel_undo: 'Was zurückgenommen ist, bleibt so. Noch einmal zurücknehmen macht dort weiter.', cancel_erasure: 'Die Person ist schon weg. Erwähnungen anderswo, die noch nicht gefunden sind, bleiben.',
  states: { queued: 'Wartet', running: 'Läuft', paused: 'Angehalten', succeeded: 'Fertig', failed: 'Gescheitert', cancelled: 'Abgebrochen', undone: 'Zurückgenommen' },
  kinds: { 'import.slack': 'Slack-Export', 'import.slack_undo': 'Rücknahme', 'import.contacts': 'Personen', 'import.mail': 'Post', 'import.calendar': 'Kalender', 'import.undo': 'Rücknahme', 'contacts.erase': 'Löschung einer Person', 'contacts.bulk': 'Änderung vieler Personen', 'contacts.bulk_undo': 'Rücknahme einer Änderung', 'companies.bulk': 'Änderung vieler Firmen', 'companies.bulk_undo': 'Rücknahme einer Änderung vieler Firmen' },
}
