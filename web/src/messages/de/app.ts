import type { app as English } from '../en/app.ts'

export const app: typeof English = {
  language: 'Deutsch',
  sign_out: 'Abmelden',
  show_more: 'Mehr zeigen',
  roles: { guest: 'Gast', member: 'Mitglied', admin: 'Admin', owner: 'Inhaber' },
  actions: {
    add: 'Hinzufügen', cancel: 'Abbrechen', close: 'Schließen', copy: 'Kopieren', copied: 'Kopiert', create: 'Anlegen', remove: 'Löschen', dismiss: 'Ausblenden', done: 'Fertig', edit: 'Bearbeiten', hide: 'Verbergen',
    more: 'Mehr', next: 'Weiter', pause: 'Anhalten', previous: 'Zurück', restore: 'Wiederherstellen', resume: 'Fortsetzen', save: 'Speichern', search: 'Suchen', show: 'Zeigen', undo: 'Rückgängig',
  },
  states: { no_answer: 'Der Server antwortet nicht. Es wurde nichts geändert; versuchen Sie es noch einmal, sobald die Verbindung wieder steht.', answered: (status: number) => `Der Server hat mit dem Status ${status} geantwortet.`, failed: 'Das hat nicht geklappt', retry: 'Noch einmal', not_found: 'Hier ist nichts', not_found_hint: 'Vielleicht wurde es gelöscht, oder es gehört einer anderen Organisation.', loading: 'Lädt', guest: (name) => `Sie sind Gast bei ${name}`, guest_hint: 'Gäste sehen die Räume, in die sie eingeladen sind; noch sind Sie in keinen eingeladen. Sobald es jemand tut, steht er hier.', guest_settings: 'Ihre Einstellungen' },
  nav: { home: 'Start', inbox: 'Eingang', rooms: 'Räume', tasks: 'Aufgaben', people: 'Personen', companies: 'Firmen', imports: 'Import', duplicates: 'Doppelte', operations: 'Vorgänge', organizations: 'Organisationen', new_organization: 'Neue Organisation', new_organization_hint: 'Sie werden Inhaber. Was hier ist, bleibt hier.', organization_name: 'Name', organization_settings: 'Einstellungen der Organisation', settings: 'Einstellungen', main: 'Hauptmenü', skip: 'Zum Inhalt' },
  live: { live: 'Verbunden', connecting: 'Verbindet', offline: 'Getrennt: was Sie sehen, kann alt sein' },
  theme: { title: 'Erscheinungsbild', system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  palette: {
    title: 'Suche und Befehle', placeholder: 'Suchen oder Befehl eingeben', searching: 'Wird gesucht …', nothing: 'Nichts heißt so.', go: 'Gehe zu', commands: 'Befehle', here: 'Auf dieser Seite', recent: 'Zuletzt angesehen', meant: (words: string) => `Nichts hat diese Wörter. Gefunden für „${words}“:`,
    kinds: { contact: 'Personen', company: 'Firmen', mail: 'Post', meeting: 'Termine', call: 'Anrufe', note: 'Notizen', message: 'Nachrichten', task: 'Aufgaben' },
    all_messages: (words: string) => `Alle Nachrichten mit „${words}“`,
  },
  shortcuts: {
    title: 'Tastenkürzel', anywhere: 'Überall', list: 'In Listen', person: 'Bei einer Person oder Firma', palette: 'Suche und Befehle', sheet: 'Diese Übersicht',
    undo: 'Das Letzte zurücknehmen', go_home: 'Zum Start', go_inbox: 'Zum Eingang', go_rooms: 'Zu den Räumen', go_tasks: 'Zu den Aufgaben', go_people: 'Zu den Personen', go_companies: 'Zu den Firmen', go_import: 'Zum Import', go_duplicates: 'Zu den Doppelten', go_operations: 'Zu den Vorgängen', go_settings: 'Zu den Einstellungen', down: 'Nächste Zeile', up: 'Vorige Zeile', open: 'Öffnen', select: 'Auswählen',
    extend: 'Bis hier auswählen', clear: 'Auswahl aufheben', filter: 'Filtern', create: 'Neue Person', next: 'Nächste Person', previous: 'Vorige Person', next_one: 'Weiter in der Liste', previous_one: 'Zurück in der Liste', edit: 'Bearbeiten', edit_cell: 'Zelle bearbeiten', cell: 'Vorige, nächste Zelle', note: 'Notiz schreiben', call: 'Anruf festhalten', meeting: 'Termin festhalten', tag: 'Schlagwort', remove: 'Löschen, mit Rückgängig', select_down: 'Nach unten auswählen', select_up: 'Nach oben auswählen', select_all: 'Alle auswählen', by_filter: 'Filter hinzufügen', ends: 'Erste, letzte Zeile', save_next: 'Speichern, nächste Zelle', property: 'Vorige, nächste Angabe', side: 'Der linken, der rechten', back: 'Zurück zur Liste',
  },
}
