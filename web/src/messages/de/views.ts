import type { views as English } from '../en/views.ts'

export const views: typeof English = {
  all: 'Alle Personen', all_companies: 'Alle Firmen', all_tasks: 'Alle Aufgaben', name: 'Name', shared: 'Alle in der Organisation sehen sie', changed: 'weicht von der gespeicherten Ansicht ab', update: (name: string) => `Änderungen in „${name}“ speichern`, save_new: 'Als neue Ansicht speichern…', rename: 'Umbenennen oder teilen…',
  make_default: 'Hier mit dieser Ansicht beginnen', no_default: 'Hier mit allen Personen beginnen', no_default_companies: 'Hier mit allen Firmen beginnen', no_default_tasks: 'Hier mit allen Aufgaben beginnen', remove: 'Ansicht löschen', saved: (name: string) => `Ansicht „${name}“ gespeichert.`, deleted: (name: string) => `Ansicht „${name}“ gelöscht.`,
}
