import type { people as English } from '../en/people.ts'
import { count, many } from './counts.ts'

export const people: typeof English = {
  title: 'Personen', new: 'Neue Person', name: 'Name', company: 'Firma', job: 'Position', email: 'E-Mail', tags: 'Schlagwörter', last: 'Letzter Kontakt', added: 'Angelegt', never: 'nie',
  empty: 'Noch niemand da', empty_hint: 'Holen Sie Ihre Kontakte und Ihre Post herein: legen Sie eine Datei irgendwo auf dieser Seite ab, oder legen Sie jemanden von Hand an.', none: 'Niemand passt', none_hint: 'Ändern oder entfernen Sie die Filter.',
  clear: 'Filter entfernen', selected: (n: number) => `${count.format(n)} ausgewählt`, filter: 'Nach Name, Adresse oder Firma filtern', sort: 'Sortieren', columns: 'Spalten', created: (name: string) => `${name} wurde angelegt.`,
  deleted: (n: number) => `${many(n, 'Person', 'Personen')} gelöscht.`, restored: 'Wiederhergestellt.', total: (n: number) => many(n, 'Person', 'Personen'), select_all: 'Alle gezeigten auswählen', first_name: 'Vorname', last_name: 'Nachname',
}
