import type { inbox as English } from '../en/inbox.ts'
import { many } from './counts.ts'

export const inbox: typeof English = {
  states: { open: 'Eingang', unread: 'Ungelesen', snoozed: 'Später', done: 'Erledigt' }, unread: (n) => `${many(n, 'Sache', 'Sachen')} anzusehen`, is_unread: 'Ungelesen', rapport: 'Rapport', direct_messages: 'einer Direktnachricht',
  empty: 'Alles erledigt', empty_hint: 'Erwähnungen, Nachrichten, Antworten und Aufgaben, die auf Sie warten, stehen hier. Es wartet nichts.', choose: 'Wählen, was hierher kommt', none_unread: 'Alles ist gelesen', none_unread_hint: 'Was gelesen und noch nicht erledigt ist, steht im Eingang.', none_snoozed: 'Nichts ist aufgeschoben', none_snoozed_hint: 'Was Sie mit „s“ aufschieben, wartet hier und kommt zu seiner Zeit ungelesen zurück.', none_done: 'Noch ist nichts erledigt', none_done_hint: 'Was Sie mit „e“ erledigen, bleibt eine Weile hier.',
  happened: {
    urgent: (name) => `braucht Ihre Antwort in ${name}`,
    reminder: () => 'Erinnerung',
    mention: (name) => `hat Sie in ${name} erwähnt`,
    mention_in_thread: (name) => `hat Sie in einem Thread von ${name} erwähnt`,
    direct_message: () => 'hat Ihnen geschrieben',
    reply: (name) => `hat in einem Thread von ${name} geantwortet`,
    assigned: (name) => `hat Ihnen „${name}“ zugewiesen`,
    due_soon: (name) => `„${name}“ ist bald fällig`,
    unblocked: (name) => `„${name}“ kann begonnen werden`,
    not_sent: (name) => (name ? `konnte Ihre Nachricht in „${name}“ nicht senden` : 'konnte eine Nachricht von Ihnen nicht senden'),
    operation_finished: (name) => `${name}: fertig`,
    operation_failed: (name) => `${name}: gescheitert`,
  },
  quoted: (title) => `„${title}“`, due: 'Bald fällig', commented: (name) => `hat „${name}“ kommentiert`,
  choices: 'Benachrichtigungen', snooze: 'Später', mute: 'Stumm schalten', put_back: 'Zurück in den Eingang', mark_read: 'Als gelesen markieren', mark_all_done: 'Alles erledigt', select: (who, what) => `Auswählen: ${who} ${what}`,
  done: (n) => (n === 1 ? 'Erledigt.' : `${n} sind erledigt.`), all_done: 'Alles ist erledigt.', back: (n) => (n === 1 ? 'Es ist wieder im Eingang.' : `${n} sind wieder im Eingang.`), undone: 'Rückgängig gemacht.', snoozed: (at) => `Aufgeschoben bis ${at}.`,
  snooze_until: 'Aufschieben bis', another_time: 'Andere Zeit', in_hours: (n) => `In ${n} Stunden`, this_evening: 'Heute Abend', tomorrow: 'Morgen', weekend: 'Am Wochenende', next_week: 'Nächste Woche',
  mute_room: 'Raum stumm schalten', room_muted: (at) => `Der Raum ist bis ${at} stumm.`, unfollowed: 'Sie folgen dem Thread nicht mehr.', muted: 'Von dieser Aufgabe kommt nichts mehr.', nothing_to_mute: 'Hier ist nichts stumm zu schalten.',
  keys: { done: 'Erledigt, oder zurück', snooze: 'Aufschieben', mute: 'Raum, Thread oder Aufgabe stumm schalten', read: 'Gelesen, ungelesen', all_done: 'Alles erledigt' },
  leave: { title: 'Keine dieser Mails mehr?', lead: 'Rapport schickt Ihnen keine Mails über Benachrichtigungen mehr. Im Eingang bleiben sie, und andere Mails, etwa zu Ihrem Konto, kommen weiter.', submit: 'Keine Mails mehr', left: 'Keine dieser Mails mehr', left_hint: 'In den Einstellungen können Sie sie wieder bekommen.', settings: 'Einstellungen', dead: 'Dieser Link führt nirgends mehr hin. Was per Mail kommt, wählen Sie in den Einstellungen.' },
}
