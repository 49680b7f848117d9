import type { operations as English } from '../en/operations.ts'
import { count, many } from './counts.ts'

export const operations: typeof English = {
  title: 'Vorgänge', empty: 'Noch ist nichts gelaufen', empty_hint: 'Importe und andere lange Arbeiten erscheinen hier mit ihrem Fortschritt und lassen sich anhalten und fortsetzen.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
  each_second: 'Je Sekunde', time_left: 'Restzeit', gone_through: 'Durchgegangen', out_of: (total: string) => `Durchgegangen, von ${total}`,
  left: (text: string) => `noch ${text}`, failed: (n: number) => many(n, 'abgelehnt', 'abgelehnt'), done: (text: string, n: number) => `${text} ${n === 1 ? 'Eintrag' : 'Einträge'}`, more: 'Frühere zeigen',
  status: { queued: 'Wartet', running: 'Läuft', paused: 'Angehalten', succeeded: 'Fertig', failed: 'Gescheitert', cancelled: 'Abgebrochen' },
  kinds: { 'import.contacts': 'Personen', 'import.mail': 'Post', 'import.calendar': 'Kalender', 'import.undo': 'Rücknahme', 'contacts.erase': 'Löschung einer Person', 'contacts.bulk': 'Änderung vieler Personen', 'contacts.bulk_undo': 'Rücknahme einer Änderung' },
}
