/** Contacts at once: a transaction of some 150 ms, half of it their events and what is kept for the undo. */
export const bulkBatch = 250
