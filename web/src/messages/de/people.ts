import type { people as English } from '../en/people.ts'
import { count, many } from './counts.ts'

export const people: typeof English = {
  title: 'Personen', new: 'Neue Person', name: 'Name', company: 'Firma', job: 'Position', email: 'E-Mail', tags: 'Schlagwörter', last: 'Letzter Kontakt', added: 'Angelegt', never: 'nie',
  empty: 'Noch niemand da', empty_hint: 'Holen Sie Ihre Kontakte und Ihre Post herein: legen Sie eine Datei irgendwo auf dieser Seite ab, oder legen Sie jemanden von Hand an.', none: 'Niemand passt', none_hint: 'Ändern oder entfernen Sie die Filter.',
  clear: 'Filter entfernen', selected: (n: number) => `${count.format(n)} ausgewählt`, filter: 'Nach Name, Adresse oder Firma filtern', sort: 'Sortieren', columns: 'Spalten', created: (name: string) => `${name} wurde angelegt.`,
  deleted: (n: number) => `${many(n, 'Person', 'Personen')} gelöscht.`, restored: 'Wiederhergestellt.', total: (n: number) => many(n, 'Person', 'Personen'), select_all: 'Alle gezeigten auswählen', first_name: 'Vorname', last_name: 'Nachname',
  phone: 'Telefon', owner: 'Zuständig', changed: 'Geändert', yes: 'Ja', no: 'Nein', field: 'Feld', new_value: 'Neuer Wert', empty_takes_away: 'Leer gelassen, wird der Wert entfernt.', take_away: 'Entfernen', set: 'Setzen', tag: 'Schlagwort', has_tag: 'vorhanden',
  width_of: (title: string) => `Breite von ${title}`, move_up: 'Nach oben', move_down: 'Nach unten', select_everybody: (n: number) => `Alle ${count.format(n)}`, tag_one: (name: string) => `Schlagwort für ${name}`, new_tag: (name: string) => `Neues Schlagwort „${name}“`,
  tag_many: (n: number) => `Schlagwort für ${many(n, 'Person', 'Personen')}`, edit_many: (n: number) => `${many(n, 'Person', 'Personen')} bearbeiten`, delete_many: (n: number) => `${many(n, 'Person', 'Personen')} löschen`,
  changed_one: (name: string) => `${name} wurde geändert.`, changed_since: (name: string) => `${name} wurde seitdem von jemandem geändert. Es bleibt, wie es ist.`, edit_one: (name: string) => `${name} bearbeiten`, delete_one: (name: string) => `${name} löschen`, changed_many: (n: number) => `${many(n, 'Person', 'Personen')} geändert.`, under_way: (n: number) => `${many(n, 'Person', 'Personen')}: läuft. Sie können weiterarbeiten.`, undone: 'Zurückgenommen.',
}
