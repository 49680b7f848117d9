import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Contact, ContactQuery } from '../contract.ts'
import { listContacts, toListing } from './listing.ts'

export type ContactSelection = Omit<ContactQuery, 'limit' | 'cursor' | 'count'>

const limit = 500

/** All contacts that a list would show, in its order, in batches. Throws invalid at the first for a wrong filter. */
export async function* readContacts(db: Db, actor: Actor, selection: ContactSelection): AsyncGenerator<Contact[]> {
  const listing = await toListing(db, actor, { ...selection, limit, count: 'none' })
  for (let cursor: string | undefined; ;) {
    const page = JSON.parse(await listContacts(db, actor, { ...listing, cursor })) as { data: Contact[]; next_cursor: string | null }
    if (page.data.length > 0) yield page.data
    if (page.next_cursor === null) return
    cursor = page.next_cursor
  }
}
