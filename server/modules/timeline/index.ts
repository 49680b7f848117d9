// Timeline: what passed between the organization and its people, an interaction each, upserted by where it comes from.
// Its participants are matched to contacts by address.

export { recordInteractions, type NewBody, type NewInteraction, type Recorded } from './recording.ts'
export type { NewParticipant } from './participants.ts'
export { findContactsWithNews, findThreadOccurrences, forgetAddresses, removeInteractions } from './undo.ts'
export { timelinePart } from './contact-part.ts'
export { timelineHousekeeping } from './jobs.ts'
export { timelineRoutes } from './routes.ts'
export { interactionSearch } from './search.ts'
