import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Contact, ContactQuery } from '../contract.ts'
import { parseFilter } from './filter.ts'
import { listContacts } from './listing.ts'

export type ContactSelection = Omit<ContactQuery, 'limit' | 'cursor' | 'count'>

const limit = 500

/** All contacts that a list would show, in its order, in batches. Throws invalid at the first for a wrong filter. */
export async function* readContacts(db: Db, actor: Actor, { filter, ...rest }: ContactSelection): AsyncGenerator<Contact[]> {
  const listing = { ...rest, filter: filter === undefined ? undefined : parseFilter(filter), limit, counted: false }
  for (let cursor: string | undefined; ;) {
    const page = JSON.parse(await listContacts(db, actor, { ...listing, cursor })) as { data: Contact[]; next_cursor: string | null }
    if (page.data.length > 0) yield page.data
    if (page.next_cursor === null) return
    cursor = page.next_cursor
  }
}
