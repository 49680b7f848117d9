// What this module keeps about one contact, as files.

import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { openFile } from '#platform/storage'
import { columns as dateColumns } from './dates/queries.ts'
import type { ExportSource, PersonFile } from './parts.ts'
import { photoKey } from './photos/actions.ts'
import { getContact } from './queries.ts'
import { listRelationships } from './relationships/queries.ts'

/** Throws not_found at the first file. */
export async function* exportContact({ db, storage, org_id, contact_id }: ExportSource): AsyncGenerator<PersonFile> {
  const contact = await getContact(db, contact_id)
  const dates = await findDates(db, contact_id)
  const relationships = await listRelationships(db, { contact_id, limit: everything })
  const merged = await findMerged(db, contact_id)
  yield {
    path: 'contact.json',
    about: 'the contact with all its fields, dates and relationships, and what was merged into it',
    content: `${JSON.stringify({ ...contact, dates, relationships, merged }, null, 2)}\n`,
  }
  const photo = contact.photo_url && (await openPhoto())
  if (photo) yield { path: 'photo.webp', about: 'the photo', content: photo }

  async function openPhoto(): Promise<Readable | undefined> {
    const row = await db.selectFrom('contact').select('photo_file').where('org_id', '=', org_id).where('id', '=', contact_id).executeTakeFirst()
    return row?.photo_file ? openFile(storage, photoKey(org_id, row.photo_file)) : undefined
  }
}

const everything = 2_147_483_647

async function findDates(db: Db, contactId: string): Promise<unknown[]> {
  const { rows } = await sql`
    select ${dateColumns} from contact_date where org_id = (select current_org()) and contact_id = ${contactId} order by id
  `.execute(db)
  return rows
}

/** What is kept of each for the undo, as it was: of its row, without its place in the database. */
async function findMerged(db: Db, contactId: string): Promise<unknown[]> {
  const { rows } = await sql<{ before: unknown }>`
    select before - 'org_id' - 'photo_file' - 'photo_hash' as before
    from contact_merge m join contact_merge_row r on r.org_id = m.org_id and r.merge_id = m.id
    where m.org_id = (select current_org()) and m.into_id = ${contactId} and of_table = 'contact' and before->>'id' <> ${contactId}
    order by r.merge_id, r.place
  `.execute(db)
  return rows.map(({ before }) => before)
}
