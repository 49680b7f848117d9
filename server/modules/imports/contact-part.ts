// What imports keep about contacts: files that wait, with whoever is in them.

import { sql } from 'kysely'
import type { ContactPart } from '#modules/contacts'
import { conflict } from '#platform/errors'
import type { Tx } from '#platform/db/kysely'

export const importsPart: ContactPart = {
  tables: {},
  async onMerge() {},
  // What was rejected is nobody's.
  async *onExport() {},
  async onErase(tx, { contact_ids, addresses }) {
    const { rows: running } = await sql`
      select from operation
      where org_id = (select current_org()) and kind like 'import.%' and status in ('queued', 'running', 'paused') limit 1
    `.execute(tx)
    if (running.length > 0) {
      throw conflict('import_running', 'An import is under way and may bring the person back: let it end, or cancel it, first.')
    }
    await forgetChanges(tx, contact_ids)
    await forgetMeetings(tx, contact_ids, addresses)
    // Nobody looks into each: whoever needs one uploads it again, without the person.
    const { rows: uploads } = await sql<{ id: string }>`
      delete from import_upload where org_id = (select current_org()) returning id
    `.execute(tx)
    return { counts: { import_upload: uploads.length }, files: uploads.map(({ id }) => `imports/${id}`) }
  },
}

/** How they were before an import has changed them, which its undo would need. */
async function forgetChanges(tx: Tx, contactIds: string[]) {
  const named = contactIds.map((id) => sql`changed @> ${JSON.stringify([{ id }])}::jsonb`)
  await sql`
    update import_change set changed = (
      select coalesce(jsonb_agg(each order by place), '[]') from jsonb_array_elements(changed) with ordinality as listed (each, place)
      where each->>'id' <> all(${contactIds}))
    where org_id = (select current_org()) and (${sql.join(named, sql` or `)})
  `.execute(tx)
}

/** Nor can meetings be set back in which they took part. */
async function forgetMeetings(tx: Tx, contactIds: string[], addresses: string[]) {
  const isTheirs = sql`(each->>'contact_id' = any(${contactIds}) or each->>'address' = any(${addresses}))`
  await sql`
    update import_change set meetings = (
      select coalesce(jsonb_agg(meeting order by place), '[]') from jsonb_array_elements(meetings) with ordinality as listed (meeting, place)
      where not exists (select from jsonb_array_elements(meeting->'participants') each where ${isTheirs}))
    where org_id = (select current_org()) and meetings <> '[]' and exists (
      select from jsonb_array_elements(meetings) meeting, jsonb_array_elements(meeting->'participants') each where ${isTheirs})
  `.execute(tx)
}
