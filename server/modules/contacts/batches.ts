import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'

/** Contacts at once: a transaction of some 100 ms. */
export const batchSize = 1_000

/**
 * What is done to all contacts of a company, a tag or a field before that goes: a batch in each transaction, until
 * `work` finds fewer than `size`. Interrupted, it is begun again, and goes on with those that are left.
 */
export async function inBatches({ transact }: Tenancy, { org_id }: Actor, work: (tx: Tx) => Promise<number>, size = batchSize) {
  for (let done = size; done === size;) done = await transact({ org_id }, work)
}
