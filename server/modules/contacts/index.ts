// Contacts: the people that the organization deals with, their addresses, companies, tags, custom fields and photos. An address is how mail
// and imports recognize people; several may share one. Adding one links the interactions that waited for it (the trigger in
// 0040_shared_addresses.sql). Who is deleted is in no list, and comes back when restored before being purged.

export { contactRoutes } from './routes.ts'
export { photoRoutes } from './photos/routes.ts'
export { erasureRoutes } from './erasures/routes.ts'
export { mergeRoutes } from './merges/routes.ts'
export { ownPart } from './merges/own-part.ts'
export type { ContactPart } from './parts.ts'
export { contactHousekeeping, contactJobs, contactRunners } from './jobs.ts'
export { lockAddresses } from './addresses.ts'
export { createContact, changeContact } from './actions.ts'
export { resolveImportedFields } from './fields/imported.ts'
export { getContact, findContactIds } from './queries.ts'
export { keysOf, matchContacts, type Match, type MatchKey } from './matching.ts'
export { forgetUids, takeBackContacts, type TakenBack } from './storing/undo.ts'
export { storePhoto, type Photo } from './photos/actions.ts'
export { storeContacts, type ImportedContact, type MatchedContact, type StoredContacts } from './storing/storing.ts'
export { ensureContacts } from './storing/people.ts'
export { companySearch, contactSearch } from './search.ts'
export { photoUrl as contactPhotoUrl } from './queries.ts'
export { ContactQuery, type Contact } from './contract.ts'
export { readContacts } from './listing/reading.ts'
