/**
 * Has one batch stored while the next one is read: reading keeps one processor busy, and the database another. One after the
 * other, in their order. `add` returns when the batch before is stored, `end` when all are; both throw why one was not.
 */
export function storeBehind<Batch>(store: (batch: Batch) => Promise<void>) {
  let storing = Promise.resolve()
  return {
    async add(batch: Batch) {
      await storing
      storing = store(batch)
      // Whoever comes next is told.
      storing.catch(() => {})
    },
    end: () => storing,
  }
}
