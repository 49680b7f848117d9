import type { duplicates as English } from '../en/duplicates.ts'
import { count } from './counts.ts'

export const duplicates: typeof English = {
  title: 'Doppelte', empty: 'Niemand scheint doppelt da zu sein', empty_hint: 'Wer eine Adresse, ein Telefon oder einen Namen teilt, wird von selbst gefunden, innerhalb von zwei Minuten nach einer Änderung.', finished: 'Das waren alle', finished_hint: 'Übersprungene erscheinen beim nächsten Mal wieder.',
  progress: (done: number, total: number) => `${count.format(done)} von ${count.format(total)}`, likely: (percent: number) => `Zu ${percent} % dieselbe Person`, older: 'bleibt, seit', newer: 'seit', last: (ago: string) => `letzter Kontakt ${ago}`, none: 'nichts', owned: 'Ein Mitglied ist zuständig',
  reasons: { same_address: 'Gleiche Adresse', same_phone: 'Gleiches Telefon', same_name: 'Gleicher Name', similar_name: 'Ähnlicher Name', same_company: 'Gleiche Firma' },
  properties: { name: 'Name', given_name: 'Vorname', family_name: 'Nachname', title: 'Funktion', company: 'Firma', owner: 'Zuständig', photo: 'Bild' }, emails: 'Adressen', phones: 'Telefone', tags: 'Schlagwörter',
  all_kept: 'Adressen, Telefone, Schlagwörter, Notizen und der ganze Verlauf von beiden bleiben.', by_keys: 'Pfeile wählen, Enter führt zusammen.', merge: 'Zusammenführen', skip: 'Überspringen', dismiss: 'Zwei Personen', merged: (name: string) => `Zusammengeführt zu ${name}.`, skipped: 'Übersprungen.', dismissed: 'Sie werden nicht wieder vorgeschlagen.', undone: 'Rückgängig gemacht.',
}
