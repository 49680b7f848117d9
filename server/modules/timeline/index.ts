// Timeline: what passed between the organization and its people, an interaction each, upserted by where it comes from.
// Its participants are matched to contacts by address.

export { findNew, recordInteractions, type NewBody, type NewInteraction, type Recorded } from './recording.ts'
export type { NewParticipant } from './participants.ts'
export { findContactsWithNews, findThreadOccurrences, forgetAddresses, removeInteractions } from './undo.ts'
export { timelinePart } from './contact-part.ts'
export { recordMention, type Mention } from './mentions.ts'
export { createNote } from './notes/actions.ts'
export { listNotes } from './notes/queries.ts'
export { fileKey, storeFiles } from './attachments/files.ts'
export { contentType, pictures } from './attachments/content-type.ts'
export { filenameOf } from './attachments/file-name.ts'
export type { NewAttachment } from './attachments/recording.ts'
export { timelineHousekeeping, timelineJobs } from './jobs.ts'
export { timelineRoutes } from './routes.ts'
export { interactionSearch } from './search.ts'
export { TimelineQuery, type TimelineEntry } from './contract.ts'
export { readTimeline, writeTimelineLines } from './lines.ts'
