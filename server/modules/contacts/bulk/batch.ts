/** Contacts at once: a transaction of some 100 ms, most of it their events. */
export const bulkBatch = 500
