import type { later as English } from '../en/later.ts'

export const later: typeof English = {
  later: {
    title: 'Später', reminders: 'Erinnerungen', scheduled: 'Zu senden', nothing: 'Nichts steht an', nothing_hint: 'Nachrichten, die Sie später senden, stehen hier, und woran Sie erinnert werden wollen.',
    names: { minutes: 'In 20 Minuten', hour: 'In einer Stunde', three_hours: 'In 3 Stunden', tomorrow: 'Morgen früh', monday: 'Montag früh' }, other_time: 'Andere Zeit …', time: 'Zeit', is_over: 'Diese Zeit ist vorbei: wählen Sie eine, die noch kommt.',
    send_later: 'Später senden', schedule: 'Planen', is_scheduled: (when: string) => `Sie wird am ${when} gesendet.`, waiting: (n: number) => (n === 1 ? 'Eine Nachricht wartet hier darauf, gesendet zu werden.' : `${n} Nachrichten warten hier darauf, gesendet zu werden.`), show: 'Zeigen', send_now: 'Jetzt senden', edit: 'Bearbeiten, was später gesendet wird', text: 'Nachricht', do_not_send: 'Nicht senden', not_sent: 'Sie wird nicht gesendet.', in_thread: 'in einem Thread',
    could_not: (why: string) => `Eine Nachricht wurde nicht gesendet: ${why}`, problems: { room_gone: 'Sie sehen den Raum nicht mehr.', room_archived: 'der Raum ist archiviert.', not_in_room: 'Sie sind nicht mehr in dem Raum.', thread_gone: 'die Nachricht, auf die sie antwortet, ist weg.', refused: 'So, wie sie ist, wird sie nicht angenommen. Senden Sie sie jetzt, um zu sehen, warum.' }, elsewhere: 'Woanders senden', in_room: 'Im Raum senden',
    remind: 'Erinnern', remind_short: 'Erinnern', new_reminder: 'Neue Erinnerung', what: 'Woran?', when: 'Wann?', when_example: 'morgen um 9', when_hint: 'Zum Beispiel „in 20 Minuten“, „morgen um 9“, „jeden Montag 8:30“.', at_again: (when: string) => `${when}, und immer wieder`, no_time: 'Diese Worte nennen keine Zeit, die noch kommt.', note: 'Eine Notiz, wenn Sie mögen',
    will_remind: (when: string) => `Sie werden am ${when} erinnert.`, reminds: (what: string) => `Erinnerung: ${what}`, due_since: (when: string) => `Seit ${when}`, of: (author: string, room: string | null) => (room ? `${author} in ${room}` : author), message_gone: 'Eine Nachricht, die Sie nicht mehr sehen', done: 'Erledigt', put_off: 'Verschieben', remove: 'Erinnerung entfernen', is_done: 'Erledigt.', is_removed: 'Erinnerung entfernt.', due: (n: number) => `${n} anzusehen`,
  },
}
