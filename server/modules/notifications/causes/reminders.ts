// What one wanted to be reminded of. Put off it is read, done it is gone.

import type { Reminder } from '#modules/reminders'
import { causeOf, type CauseSource, type Effect } from './contract.ts'

export const reminderCauses: CauseSource = {
  types: ['reminder.due', 'reminder.updated', 'reminder.removed'],
  effectsOf: async (_db, events) => events.flatMap((event): Effect[] => {
    const { type, subject: place, actor, data } = event
    if (type === 'reminder.removed') return [{ effect: 'remove', place }]
    const { message, text, told_at } = data.reminder as Reminder
    if (type === 'reminder.updated') return told_at === null ? [{ effect: 'read', place, user_id: actor.id }] : []
    // It leads to the message.
    const shown = { subject: message ? `message:${message.id}` : place, title: message?.room_name ?? null, snippet: text || (message?.snippet ?? '') }
    return [{ effect: 'notify', ...causeOf(event), ...shown, user_id: actor.id, kind: 'reminder', place, seq: null }]
  }),
}
