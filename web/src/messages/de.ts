// Jedes Wort der Bildschirme auf Deutsch.

import type { Messages } from './en.ts'

const count = new Intl.NumberFormat('de')
const many = (n: number, one: string, other: string) => `${count.format(n)} ${n === 1 ? one : other}`

export const de: Messages = {
  language: 'Deutsch',
  actions: {
    add: 'Hinzufügen', cancel: 'Abbrechen', close: 'Schließen', copy: 'Kopieren', copied: 'Kopiert', create: 'Anlegen', remove: 'Löschen', dismiss: 'Ausblenden', done: 'Fertig', edit: 'Bearbeiten',
    more: 'Mehr', next: 'Weiter', pause: 'Anhalten', previous: 'Zurück', restore: 'Wiederherstellen', resume: 'Fortsetzen', save: 'Speichern', search: 'Suchen', undo: 'Rückgängig',
  },
  states: { failed: 'Das hat nicht geklappt', retry: 'Noch einmal', not_found: 'Hier ist nichts', not_found_hint: 'Vielleicht wurde es gelöscht, oder es gehört einer anderen Organisation.', loading: 'Lädt' },
  nav: { home: 'Start', people: 'Personen', companies: 'Firmen', imports: 'Import', operations: 'Vorgänge', settings: 'Einstellungen', main: 'Hauptmenü', skip: 'Zum Inhalt' },
  live: { live: 'Verbunden', connecting: 'Verbindet', offline: 'Getrennt: was Sie sehen, kann alt sein' },
  theme: { title: 'Erscheinungsbild', system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  palette: { title: 'Suche und Befehle', placeholder: 'Personen suchen oder Befehl eingeben', nothing: 'Nichts heißt so.', go: 'Gehe zu', commands: 'Befehle', people: 'Personen' },
  shortcuts: {
    title: 'Tastenkürzel', anywhere: 'Überall', list: 'In Listen', person: 'Bei einer Person', palette: 'Suche und Befehle', sheet: 'Diese Übersicht',
    go_home: 'Zum Start', go_people: 'Zu den Personen', go_import: 'Zum Import', go_operations: 'Zu den Vorgängen', down: 'Nächste Zeile', up: 'Vorige Zeile', open: 'Öffnen', select: 'Auswählen',
    extend: 'Bis hier auswählen', clear: 'Auswahl aufheben', filter: 'Filtern', create: 'Neue Person', next: 'Nächste Person', previous: 'Vorige Person', edit: 'Bearbeiten', tag: 'Schlagwort', back: 'Zurück zur Liste',
  },
  people: {
    title: 'Personen', new: 'Neue Person', name: 'Name', company: 'Firma', job: 'Position', email: 'E-Mail', tags: 'Schlagwörter', last: 'Letzter Kontakt', added: 'Angelegt', never: 'nie',
    empty: 'Noch niemand da', empty_hint: 'Holen Sie Ihre Kontakte und Ihre Post herein: legen Sie eine Datei irgendwo auf dieser Seite ab, oder legen Sie jemanden von Hand an.', none: 'Niemand passt', none_hint: 'Ändern oder entfernen Sie die Filter.',
    clear: 'Filter entfernen', selected: (n: number) => `${count.format(n)} ausgewählt`, filter: 'Nach Name, Adresse oder Firma filtern', sort: 'Sortieren', columns: 'Spalten', created: (name: string) => `${name} wurde angelegt.`,
    deleted: (n: number) => `${many(n, 'Person', 'Personen')} gelöscht.`, restored: 'Wiederhergestellt.', total: (n: number) => many(n, 'Person', 'Personen'), select_all: 'Alle gezeigten auswählen', first_name: 'Vorname', last_name: 'Nachname',
  },
  person: {
    details: 'Angaben', timeline: 'Verlauf', empty: 'Zwischen Ihnen ist noch nichts gewesen', empty_hint: 'Post und Termine erscheinen hier von selbst, sobald sie importiert werden.', add_email: 'Adresse hinzufügen', phone: 'Telefon', phones: 'Telefone',
    emails: 'Adressen', owner: 'Zuständig', fields: 'Weiteres', all: 'Alles', mail: 'Post', meeting: 'Termine', note: 'Notizen', call: 'Anrufe', today: 'Heute', yesterday: 'Gestern', sent: 'gesendet', received: 'empfangen', internal: 'intern',
    no_subject: '(ohne Betreff)', thread: (n: number) => many(n, 'Nachricht', 'Nachrichten'), saved: 'Gespeichert.', placeholder: 'Leer', add_tag: 'Schlagwort', write_note: 'Notiz schreiben', more: 'Früheres zeigen',
  },
  imports: {
    title: 'Import', drop: 'Dateien hier ablegen', hint: 'Kontakte (CSV, XLSX, vCard), Post (mbox, eml) und Kalender (ICS), so wie andere Programme sie ausgeben.', choose: 'Dateien wählen', overlay: 'Loslassen, um zu importieren', sending: 'Wird gesendet', recent: 'Letzte Importe',
    none: 'Noch kein Import', create_contacts: 'Kontakte aus Post anlegen', off: 'Niemand', written_to: 'Wem wir schreiben', everyone: 'Alle', rejects: 'Abgelehnte Zeilen', summary: (done: number) => many(done, 'Zeile', 'Zeilen'),
  },
  operations: {
    title: 'Vorgänge', empty: 'Noch ist nichts gelaufen', empty_hint: 'Importe und andere lange Arbeiten erscheinen hier mit ihrem Fortschritt und lassen sich anhalten und fortsetzen.', rate: (n: number) => `${count.format(Math.round(n))}/s`,
    left: (text: string) => `noch ${text}`, failed: (n: number) => many(n, 'abgelehnt', 'abgelehnt'),
    status: { queued: 'Wartet', running: 'Läuft', paused: 'Angehalten', succeeded: 'Fertig', failed: 'Gescheitert', cancelled: 'Abgebrochen' },
  },
  accounts: {
    sign_in: 'Anmelden', sign_out: 'Abmelden', email: 'E-Mail', password: 'Passwort', name: 'Ihr Name', organization: 'Organisation', set_up: 'Rapport einrichten', set_up_hint: 'Sie werden Inhaber. Alles bleibt auf diesem Server.', begin: 'Beginnen',
    no_token: 'Öffnen Sie den Link, den das Terminal beim ersten Start gezeigt hat: er enthält ein Token, das einmal gilt.', password_hint: 'Mindestens 10 Zeichen.', second_factor: 'Noch ein Schritt', second_factor_hint: 'Der Code Ihrer App, oder einer Ihrer Wiederherstellungscodes.', code: 'Code',
  },
  home: { title: 'Start', welcome: (name: string) => `Willkommen bei ${name}`, first: 'Holen Sie Ihre Leute herein', first_hint: 'Legen Sie eine Ausfuhr Ihrer Kontakte oder Ihr Postfach hier ab. Nichts verlässt diesen Server.', recent: 'Zuletzt', added: 'Neu angelegt' },
}
