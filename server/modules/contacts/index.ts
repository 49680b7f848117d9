// Contacts: the people that the organization deals with, their addresses, companies, tags, photos, dates and relationships. An address belongs to
// one contact, and is how mail and imports recognize people. Adding one links the interactions that waited for it (the
// trigger in 0005_timeline.sql).

export { contactRoutes } from './routes.ts'
export { photoRoutes } from './photos/routes.ts'
export { contactJobs } from './jobs.ts'
export { lockAddresses } from './addresses.ts'
export { createContact, changeContact } from './actions.ts'
export { getContact, findContactIds } from './queries.ts'
export { keysOf, matchContacts, type Match, type MatchKey } from './matching.ts'
export { takeBackContacts, type TakenBack } from './undo.ts'
export { ensureContacts, storeContacts, type ImportedContact, type MatchedContact, type StoredContacts } from './bulk.ts'
