// A message that was to be sent later and could not be, to its author; until it is mended, sent or given up.

import { snippetOfMessage, type ScheduledMessage } from '#modules/rooms'
import { causeOf, type CauseSource, type Effect } from './contract.ts'

export const scheduledCauses: CauseSource = {
  types: ['scheduled_message.failed', 'scheduled_message.updated', 'scheduled_message.removed'],
  effectsOf: async (_db, events) => events.flatMap((event): Effect[] => {
    const { type, subject: place, actor, data } = event
    const { room_name, text, problem } = data.scheduled_message as ScheduledMessage
    if (type !== 'scheduled_message.failed') return problem === null || type === 'scheduled_message.removed' ? [{ effect: 'remove', place }] : []
    const shown = { subject: place, title: room_name, snippet: snippetOfMessage(text) }
    // Nobody has done it: it is Rapport that says so.
    return [{ effect: 'notify', ...causeOf(event), ...shown, user_id: actor.id, actor: { kind: 'system', id: null, name: null }, kind: 'not_sent', place, seq: null }]
  }),
}
