import type { tasks as English } from '../en/tasks.ts'
import { many } from './counts.ts'

export const tasks: typeof English = {
  title: 'Aufgaben', task: 'Aufgabe', my_day: 'Mein Tag', all: 'Alle', add: 'Aufgabe hinzufügen', add_today: 'Aufgabe für heute hinzufügen', add_example: 'Ana anrufen Freitag 15 Uhr !hoch #vertrag @mich', understood: 'Verstanden', who_is: (words: string) => `Wer ist ${words}?`, open: 'Öffnen', find: 'Nach Wörtern filtern', filters: 'Filter', nobody: 'Niemand', anybody: 'Irgendwer', me: 'Ich',
  added: (title: string) => `„${title}“ wurde hinzugefügt.`, completed: (title: string) => `„${title}“ ist erledigt.`, reopened: (title: string) => `„${title}“ ist wieder offen.`, cancelled: (title: string) => `„${title}“ ist abgebrochen.`, removed: (title: string) => `„${title}“ wurde gelöscht.`, complete: 'Erledigen', reopen: 'Wieder öffnen', remove: 'Aufgabe löschen', is_deleted: 'Diese Aufgabe ist gelöscht.',
  free_day: 'Heute ist nichts zu tun', free_day_hint: 'Hier steht, was fällig ist, was Sie begonnen und was Sie für heute geplant haben. Schreiben Sie in die Zeile oben, was Sie vorhaben.', none: 'Keine Aufgabe passt', empty: 'Keine offene Aufgabe', empty_hint: 'Schreiben Sie die erste in die Zeile oben: Eingabetaste, und sie ist da.',
  status: 'Status', priority: 'Priorität', due: 'Fällig', due_time: 'Uhrzeit', no_due: 'Tag wegnehmen', assignee: 'Zuständig', assignees: 'Zuständig', assign: 'Jemandem zuweisen', labels: 'Labels', add_label: 'Label hinzufügen', remove_label: (name: string) => `Label ${name} wegnehmen`, about: 'Betrifft', add_person: 'Person hinzufügen', find_person: 'Name, Adresse oder Firma', unlink: (name: string) => `Betrifft ${name} nicht`, sort: 'Sortierung',
  task_title: 'Titel', description: 'Beschreibung', add_description: 'Beschreibung hinzufügen', history: 'Verlauf',
  categories: { backlog: 'Vorrat', todo: 'Zu tun', doing: 'In Arbeit', done: 'Erledigt', cancelled: 'Abgebrochen' },
  states: { open: 'Offen', all: 'Jeder Status', backlog: 'Vorrat', todo: 'Zu tun', doing: 'In Arbeit', done: 'Erledigt', cancelled: 'Abgebrochen' },
  priorities: { urgent: 'Dringend', high: 'Hoch', medium: 'Mittel', low: 'Niedrig', none: 'Ohne Priorität' },
  dues: { any: 'Irgendwann fällig', overdue: 'Überfällig', today: 'Heute fällig', some: 'Mit Tag', none: 'Ohne Tag' },
  sorts: { due: 'Nach Tag', priority: 'Nach Priorität', status: 'Nach Status', '-created_at': 'Neueste zuerst', '-updated_at': 'Zuletzt geändert', title: 'Nach Titel' },
  due_groups: { before: 'Überfällig', today: 'Heute', week: 'Binnen einer Woche', later: 'Später', none: 'Ohne Tag' }, before_today: 'Vor heute',
  sections: { planned: 'Für heute geplant', overdue: 'Überfällig', due_today: 'Heute fällig', started: 'Begonnen', unblocked: 'Nicht mehr blockiert', done: 'Heute erledigt' },
  parts: 'Teilaufgaben', add_part: 'Teilaufgabe hinzufügen', parts_done: (done: number, total: number) => `${done} von ${total} erledigt`,
  blocked: 'Blockiert', blockers: 'Wartet auf', blocked_by: (n: number) => `Blockiert: Es geht weiter, wenn ${n === 1 ? 'diese Aufgabe' : `diese ${many(n, 'Aufgabe', 'Aufgaben')}`} erledigt ${n === 1 ? 'ist' : 'sind'}.`, add_blocker: 'Hinzufügen, was zuerst zu tun ist', unblock: (title: string) => `Nicht auf „${title}“ warten`, waiters: 'Warten hierauf',
  made_it: 'hat die Aufgabe angelegt', deleted_it: 'hat die Aufgabe gelöscht', restored_it: 'hat die Aufgabe zurückgeholt', nothing: 'nichts', makers: { program: 'Ein Programm', somebody: 'Jemand' },
  changed_from: (field: string, before: string, after: string) => `hat ${field} geändert: ${before} → ${after}`, changed_field: (field: string) => `hat ${field} geändert`,
  fields: { title: 'den Titel', description: 'die Beschreibung', status_id: 'den Status', priority: 'die Priorität', due_on: 'den Tag', due_time: 'die Uhrzeit', due_zone: 'die Zeitzone', starts_on: 'den Beginn', estimate_minutes: 'die Schätzung', parent_id: 'die Zugehörigkeit', assignee_ids: 'die Zuständigkeit', watcher_ids: 'die Beobachter', labels: 'die Labels', blocker_ids: 'worauf sie wartet', contact_ids: 'die Personen', company_ids: 'die Firmen' },
  keys: { up_down: 'Nächste, vorige Aufgabe', close: 'Aufgabe schließen' },
}
