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

/**
 * Items in batches of at most so many, closed once they weigh so much together. Where the items end in an error, what stands
 * before it is given first.
 */
export async function* batchesOf<Item>(
  items: AsyncIterable<Item>,
  { most, weight, weigh }: { most: number; weight: number; weigh(item: Item): number },
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let sum = 0
  let fault: { error: unknown } | undefined
  try {
    for await (const item of items) {
      batch.push(item)
      sum += weigh(item)
      if (batch.length < most && sum < weight) continue
      yield batch
      batch = []
      sum = 0
    }
  } catch (error) {
    fault = { error }
  }
  if (batch.length > 0) yield batch
  if (fault) throw fault.error
}
