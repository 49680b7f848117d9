import type { companies as English } from '../en/companies.ts'
import { many } from './counts.ts'

const firms = (n: number) => many(n, 'Firma', 'Firmen')

export const companies: typeof English = {
  title: 'Firmen', new: 'Neue Firma', filter: 'Nach Name oder Domain filtern', domain: 'Domain', none: 'Keine Firma passt', empty: 'Noch keine Firma', empty_hint: 'Firmen kommen mit den Personen, die Sie importieren, oder von Hand.', nobody: 'Hier arbeitet noch niemand', everybody: 'Alle zeigen', next: 'Nächste Firma', previous: 'Vorige Firma', add_person: 'Jemand, der hier arbeitet',
  merge: 'Mit einer anderen Firma zusammenführen', merge_into: (name: string) => `${name} aufgehen lassen in…`, merge_hint: 'Ihre Personen gehen zur anderen über, und sie ist weg. Das lässt sich nicht zurücknehmen.', merged: (name: string, into: string) => `${name} ist jetzt ${into}.`,
  under_way: (n: number) => `${firms(n)}: läuft. Sie können weiterarbeiten.`, changed_many: (n: number) => `${firms(n)} geändert.`, removed_many: (n: number) => `${firms(n)} gelöscht.`,
  edit_many: (n: number) => `${firms(n)} bearbeiten`, remove_many: (n: number) => `${firms(n)} löschen`, merge_many: (n: number) => `${firms(n)} zusammenführen`, merge_them: 'Zusammenführen',
  merge_many_hint: 'Welche bleibt? Die Personen der anderen gehen zu ihr über, und die anderen sind weg. Das lässt sich nicht zurücknehmen.', merged_many: (n: number, into: string) => `${firms(n)} sind jetzt ${into}.`,
  remove: 'Firma löschen', removed: (name: string) => `${name} wurde gelöscht.`,
  remove_hint: (name: string, n: number) => (n > 0 ? `${name} wird gelöscht. ${many(n, 'Person bleibt', 'Personen bleiben')}, ohne Firma.` : `${name} wird gelöscht.`),
}
