import type { imports as English } from '../en/imports.ts'
import { many } from './counts.ts'

export const imports: typeof English = {
  title: 'Import', drop: 'Dateien hier ablegen', hint: 'Kontakte (CSV, XLSX, vCard), Post (mbox, eml) und Kalender (ICS), so wie andere Programme sie ausgeben.', choose: 'Dateien wählen', overlay: 'Loslassen, um zu importieren', sending: 'Wird gesendet', recent: 'Letzte Importe',
  none: 'Noch kein Import', create_contacts: 'Kontakte aus Post anlegen', off: 'Niemand', written_to: 'Wem wir schreiben', everyone: 'Alle', rejects: 'Abgelehnte Zeilen', summary: (done: number) => many(done, 'Zeile', 'Zeilen'),
}
