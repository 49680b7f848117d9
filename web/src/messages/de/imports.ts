import type { imports as English } from '../en/imports.ts'
import { count, many } from './counts.ts'

export const imports: typeof English = {
  title: 'Import', drop: 'Dateien hier ablegen', hint: 'Kontakte (CSV, XLSX, vCard), Post (mbox, eml), Kalender (ICS) und Slack-Exporte (ZIP), so wie andere Programme sie ausgeben. Sie sehen, was in einer Datei ist, bevor etwas gespeichert wird.', choose: 'Dateien wählen', overlay: 'Loslassen, um zu importieren',
  sending: 'Unterwegs', reading: 'Wird angesehen', broken: 'Die Verbindung ist abgerissen: nichts wurde importiert.', nothing_importable: 'Darin ist nichts, was importiert werden kann.', messages: (n: number) => many(n, 'Nachricht', 'Nachrichten'),
  drafts: 'Warten auf den Start', discard: 'Verwerfen', recent: 'Letzte Importe', none: 'Noch kein Import', more: 'Mehr zeigen', unreadable: 'So ist diese Datei nicht zu lesen', as_found: 'Lesen wie zuerst erkannt', gone: 'Diese Datei wartet nicht mehr', gone_hint: 'Sie wurde anderswo gestartet oder verworfen, oder hat länger als einen Tag gewartet. Legen Sie sie noch einmal ab.',
  start_all: (n: number) => `Alle ${count.format(n)} starten`, needs_columns: 'Wer ist wer?', try_of: (name: string) => `Probe von ${name}`,
  formats: { csv: 'CSV', xlsx: 'Excel', vcard: 'vCard', ics: 'Kalender', slack: 'Slack', mbox: 'Postfach', eml: 'Nachricht' }, separator: 'Getrennt durch', separators: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator', '|': 'Strich' }, encoding: 'Kodierung',
  items: (format: string, n: number) => (format === 'mbox' || format === 'eml' || format === 'slack' ? many(n, 'Nachricht', 'Nachrichten') : many(n, 'Zeile', 'Zeilen')),
  sheets: (n: number) => many(n, 'Blatt', 'Blätter'), sheet: 'Blatt',
  columns: 'Spalten', has_header: 'Die erste Zeile benennt die Spalten', first_rows: 'Erste Zeilen', no_values: 'Keine Werte', means: (header: string) => `Was „${header}“ bedeutet`,
  ignore: 'Nicht importieren', person: 'Person', custom: 'Eigene Felder', new_field: (header: string) => `Neues Feld „${header}“`,
  origins: { given: '', name: '', remembered: 'wie beim letzten Mal', content: 'nach dem Inhalt', none: 'neues Feld' },
  targets: {
    name: 'Name', given_name: 'Vorname', middle_name: 'Zweiter Vorname', family_name: 'Nachname', email: 'E-Mail', 'email:work': 'E-Mail (Arbeit)', 'email:home': 'E-Mail (privat)', phone: 'Telefon', 'phone:mobile': 'Telefon (mobil)',
    'phone:work': 'Telefon (Arbeit)', 'phone:home': 'Telefon (privat)', company: 'Firma', title: 'Funktion', tags: 'Schlagwörter', birthday: 'Geburtstag', owner: 'Zuständig', id: 'Rapport-ID',
  },
  nameless: 'Wählen Sie, welche Spalte der Name, die E-Mail-Adresse oder das Telefon ist: ohne sie ist niemand zu erkennen.',
  known: 'Personen, die Sie schon kennen', modes: { upsert: 'Hinzufügen und ergänzen', create: 'Nur hinzufügen', update: 'Nur ändern', skip: 'Hinzufügen, Bekannte lassen' },
  mode_hints: { upsert: 'Bekannte erhalten, was die Datei ergänzt; neue kommen hinzu.', create: 'Zeilen von Bekannten werden abgelehnt.', update: 'Bekannte werden geändert; Zeilen von neuen abgelehnt.', skip: 'Bekannte bleiben, wie sie sind; neue kommen hinzu.' },
  recognized: 'Erkannt an', key_auto: 'Jeder Adresse, sonst Name, Firma und Telefon', keys: { email: 'E-Mail', phone: 'Telefon', name_company: 'Name und Firma', id: 'Rapport-ID' }, tags_for_all: 'Schlagwörter für alle in der Datei', tags_hint: 'Mit Enter hinzufügen',
  create_contacts: 'Kontakte aus Post anlegen', create_from_meetings: 'Kontakte aus Terminen anlegen', everyone: 'Alle', written_to: 'Wem wir schreiben', off: 'Niemand',
  policy_hints: { everyone: 'Wer beteiligt ist, außer Maschinen und Verteilern.', written_to: 'Nur, wem einer von uns geschrieben hat.', off: 'Einträge kommen zu den Personen, die schon da sind.' },
  own_addresses: 'Ihre eigenen Adressen', own_addresses_hint: 'Die der Mitglieder sind bekannt. Andere, etwa info@ oder eine frühere, unterscheiden Gesendetes von Empfangenem. Eine je Zeile.',
  dry_run: 'Erst probieren', dry_run_start: 'Probieren', dry_run_hint: 'Geht die ganze Datei durch und speichert nichts: Sie sehen, wie viele hinzukämen, geändert und abgelehnt würden.', dry_run_result: 'Nichts wurde gespeichert. Der Import würde dies tun:', start: 'Importieren',
  stopped: (n) => `Bis dahin ging er durch ${n}. Was er gespeichert hat, ist hier: Berichtigen Sie die Datei und importieren Sie sie noch einmal, oder nehmen Sie diesen Import zurück.`,
  ended_early: (n) => `Er wurde nach ${n} abgebrochen. Was er bis dahin gespeichert hat, ist hier.`,
  paused: 'Was durchgegangen ist, ist hier. Von dort geht es weiter, wenn Sie fortsetzen.', leave: 'Sie können diese Seite verlassen: Es läuft weiter und ist hier und unter Vorgänge wiederzufinden.',
  slack_hint: 'Räume, Threads, Reaktionen und Dateien eines Slack-Exports (Einstellungen → Daten importieren/exportieren, als ZIP). Wer die Adresse eines Mitglieds hat, ist dieses Mitglied; die anderen behalten ihre Namen. Nichts davon ist ungelesen, und niemand wird benachrichtigt. Private Räume sehen die, die darin waren.', see_rooms: 'Räume ansehen', undo_slack: (n: number) => `${many(n, 'Nachricht', 'Nachrichten')}, die er gebracht hat, ${n === 1 ? 'wird' : 'werden'} entfernt, und die Räume, die er angelegt hat.`, undo_slack_stays: 'Was seither jemand darin gesagt hat, bleibt, mit dem, worauf es antwortet.',
  results: {
    channels_created: 'Räume angelegt', files: 'Dateien', files_missing: 'Dateien, die nicht darin sind', people_matched: 'Leute, die Mitglieder sind', people_unknown: 'Leute, die keine sind', created: 'Hinzugefügt', updated: 'Geändert', unchanged: 'Unverändert', repeated: 'In der Datei wiederholt', rejected: 'Abgelehnt', contacts_created: 'Personen hinzugefügt', meetings: 'Termine', removed: 'Entfernt', restored: 'Zurückgesetzt', kept: 'Belassen',
  },
  see_people: 'Personen ansehen', download_rejects: 'Abgelehnte Zeilen als CSV', undo: 'Import zurücknehmen', undone: 'Dieser Import wurde zurückgenommen', undo_runs: 'Dieser Import wird zurückgenommen', undo_stopped: 'Die Rücknahme ist stehen geblieben', undo_of: (name: string) => `Rücknahme von ${name}`, undo_title: (name: string) => `Import von ${name} zurücknehmen?`,
  undo_people: (n: number) => `${many(n, 'Person', 'Personen')}, die er hinzugefügt hat, ${n === 1 ? 'wird' : 'werden'} entfernt.`, undo_entries: (kind: string, n: number) => `${kind === 'import.mail' ? many(n, 'Nachricht', 'Nachrichten') : many(n, 'Termin', 'Termine')}, die er hinzugefügt hat, ${n === 1 ? 'wird' : 'werden'} aus den Verläufen entfernt.`,
  undo_updated: (n: number) => `${many(n, 'Eintrag', 'Einträge')}, die er geändert hat, ${n === 1 ? 'ist' : 'sind'} wieder wie zuvor.`, undo_all: 'Was er hinzugefügt hat, wird entfernt, und was er geändert hat, ist wieder wie zuvor.', undo_stays: 'Wen seither jemand geändert hat oder wer neue Post oder Notizen hat, bleibt und wird aufgeführt.', undo_until: 'Ein Import lässt sich 30 Tage lang zurücknehmen.',
  rejects: 'Abgelehnte Zeilen', mend_hint: 'Berichtigen Sie die Zellen hier; geänderte Zeilen werden mit denselben Einstellungen importiert.', mend: (n: number) => (n === 0 ? 'Berichtigte Zeilen importieren' : `${many(n, 'berichtigte Zeile', 'berichtigte Zeilen')} importieren`),
  line: 'Zeile', reason: 'Grund', surplus: 'Überzählig', cell: (header: string, line: number) => `${header}, Zeile ${count.format(line)}`,
}
