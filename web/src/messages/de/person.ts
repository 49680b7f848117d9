import type { person as English } from '../en/person.ts'
import { many } from './counts.ts'

export const person: typeof English = {
  details: 'Angaben', timeline: 'Verlauf', empty: 'Zwischen Ihnen ist noch nichts gewesen', empty_hint: 'Post und Termine erscheinen hier von selbst, sobald sie importiert werden.', add_email: 'Adresse hinzufügen', phone: 'Telefon', phones: 'Telefone',
  emails: 'Adressen', owner: 'Zuständig', fields: 'Weiteres', all: 'Alles', mail: 'Post', meeting: 'Termine', note: 'Notizen', call: 'Anrufe', today: 'Heute', yesterday: 'Gestern', sent: 'gesendet', received: 'empfangen', internal: 'intern',
  no_subject: '(ohne Betreff)', thread: (n: number) => many(n, 'Nachricht', 'Nachrichten'), saved: 'Gespeichert.', placeholder: 'Leer', add_tag: 'Schlagwort', write_note: 'Notiz schreiben', more: 'Früheres zeigen',
}
