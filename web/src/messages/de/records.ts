import type { records as English } from '../en/records.ts'
import { many } from './counts.ts'

export const records: typeof English = {
  fields: {
    lead: 'Was Sie von Personen festhalten, neben dem, was alle haben.', create: 'Neues Feld', none: 'Noch gibt es kein eigenes Feld.', label: 'Name', type: 'Art', type_stays: 'Die Art lässt sich später nicht ändern.', types: { text: 'Text', number: 'Zahl', date: 'Datum', select: 'Auswahl', url: 'Link', boolean: 'Ja oder nein' }, edit: 'Feld bearbeiten', edit_of: (name) => `${name} bearbeiten`,
    options: 'Möglichkeiten', option: (n) => `Möglichkeit ${n}`, add_option: 'Möglichkeit hinzufügen', remove_option: (name) => `${name} wegnehmen`, up: (name) => `${name} nach oben`, down: (name) => `${name} nach unten`, options_gone: (names) => `Wird allen genommen, die es haben: ${names}.`,
    remove_of: (name) => `${name} löschen`, removed: (name) => `${name} wurde gelöscht.`, loses: (n) => (n === 0 ? 'Niemand hat darin einen Wert.' : `${many(n, 'Person verliert den Wert', 'Personen verlieren den Wert')} darin. Das lässt sich nicht rückgängig machen.`),
  },
  tags: {
    lead: 'Wörter an Personen. Bekommt ein Schlagwort den Namen eines anderen, wird es zu diesem.', create: 'Neues Schlagwort', none: 'Noch gibt es kein Schlagwort.', find: 'Schlagwörter finden', no_match: 'Kein Schlagwort heißt so.', edit: 'Schlagwort bearbeiten', edit_of: (name) => `${name} bearbeiten`, color: 'Farbe', no_color: 'Keine Farbe', merge: 'Zusammenlegen',
    becomes: (name, other) => `„${other}“ gibt es schon: wer „${name}“ hat, bekommt stattdessen „${other}“. Das lässt sich nicht rückgängig machen.`, remove_of: (name) => `${name} löschen`, removed: (name) => `Das Schlagwort ${name} wurde gelöscht.`, loses: (n) => (n === 0 ? 'Niemand hat es.' : `Es wird ${many(n, 'Person', 'Personen')} genommen. Das lässt sich nicht rückgängig machen.`),
  },
  task_settings: {
    lead: 'Was alle Aufgaben teilen: wo sie stehen können und welche Wörter sie tragen.', statuses: 'Status', statuses_hint: 'Die Spalten des Boards in ihrer Reihenfolge.', statuses_locked: 'Die Spalten des Boards. Wer Ihre Organisation verwaltet, ändert sie.', create_status: 'Neuer Status', meaning: 'Was er bedeutet', meaning_stays: 'Das bleibt so: Für eine andere Bedeutung legen Sie einen neuen Status an und verschieben die Aufgaben dorthin.',
    up: (name) => `${name} nach oben`, down: (name) => `${name} nach unten`, edit_of: (name) => `${name} bearbeiten`, remove_of: (name) => `${name} löschen`, removed: (name) => `${name} wurde gelöscht.`, needed: 'Aufgaben brauchen einen Status dieser Bedeutung: Legen Sie erst einen anderen an.',
    moves: (n) => (n === 0 ? 'Keine Aufgabe hat ihn. Was gelöscht ist und zurückgeholt wird, kommt in einen anderen Status.' : `${many(n, 'Aufgabe hat', 'Aufgaben haben')} ihn und ${n === 1 ? 'kommt' : 'kommen'} in einen anderen Status.`), into: 'Sie kommen zu', labels: 'Labels', labels_hint: 'Wörter an Aufgaben. Ein neues entsteht, wenn Sie es an eine Aufgabe schreiben.', no_labels: 'Es gibt noch kein Label.', loses: (n) => (n === 0 ? 'Keine Aufgabe hat es.' : `Es wird ${many(n, 'Aufgabe', 'Aufgaben')} genommen. Das lässt sich nicht rückgängig machen.`),
  },
  audit: {
    lead: 'Wer was getan hat, wann und von wo.', what: 'Was', anything: 'Alles', who: 'Wer', anybody: 'Alle', from: 'Von', to: 'Bis', none: 'So etwas ist nicht geschehen.', system: 'Rapport selbst', system_for: (name) => `Rapport, für ${name}`, gone: 'Jemand, den es nicht mehr gibt', subject: 'Woran', actor: 'Wer', address: 'Adresse', program: 'Programm', data: 'Daten', no_data: 'Nicht mehr aufbewahrt.',
    formats: { csv: 'CSV', jsonl: 'JSON-Zeilen' },
    types: {
      session: 'Sitzungen', sign_in: 'Gescheiterte Anmeldungen', user: 'Konten', passkey: 'Passkeys', member: 'Mitglieder', invitation: 'Einladungen', api_key: 'API-Schlüssel', organization: 'Organisation', webhook: 'Webhooks', contact: 'Personen', company: 'Firmen', interaction: 'Verläufe', note: 'Notizen', room: 'Räume', message: 'Nachrichten', task: 'Aufgaben', task_status: 'Status', label: 'Labels', import: 'Importe', operation: 'Vorgänge', export: 'Exporte', tag: 'Schlagwörter', field: 'Felder', view: 'Ansichten',
    },
  },
  outbox: { lead: 'Mails, die nicht gesendet wurden, weil es keinen Mailserver gibt (SMTP_URL): zum Weitergeben von Hand.', none: 'Keine Mail wartet.', copy: 'Text kopieren' },
  data: {
    lead: 'Alles, was hier ist, als Dateien anderer Programme; was hereinkam, und wer vergessen werden soll.', one: 'Eine Person', one_hint: 'Was jemand verlangen darf: alles über sich, oder vergessen zu werden.', one_hint_member: 'Was jemand verlangen darf: alles über sich.', who: 'Wer', find: 'Name, Adresse oder Telefon', take_along: 'Alles als ZIP', another: 'Jemand anders', erase: 'Löschen',
    erase_title: (name: string) => `${name} löschen?`, erase_question: 'Alle Post, Notizen und Dateien der Person verschwinden, und jede Erwähnung anderswo. Niemand kann das rückgängig machen; ein Beleg ohne den Namen bleibt.', type_name_or: (name, address) => `Geben Sie „${name}“ oder „${address}“ ein`, erased: (name: string) => `${name} ist gelöscht. Erwähnungen anderswo werden gesucht.`, imports: 'Importe', imports_hint: 'Was aus Dateien hereinkam, mit dem, was abgelehnt wurde; 30 Tage lang zurückzunehmen.', see: 'Ansehen',
    download: 'Herunterladen', download_of: (name) => `${name} herunterladen`, erasures: 'Gelöschte Personen', erasures_hint: 'Personen, die für immer gelöscht wurden, jeweils mit dem Beleg.', no_erasures: 'Niemand wurde gelöscht.', erased_rows: (n) => many(n, 'Zeile', 'Zeilen'), erasure_done: 'fertig', erasure_running: 'sucht noch nach Spuren', receipt: 'Beleg',
    files: { 'contacts.csv': 'Personen als Tabelle. Wieder importiert ändert sie nichts.', 'contacts.vcf': 'Personen als vCards, für Adressbücher.', 'timeline.jsonl': 'Alles, was war, je eine Zeile.', 'timeline.mbox': 'Mails mit ihren Anhängen, für Mailprogramme.', 'calendar.ics': 'Termine, für Kalender.' },
  },
}
