// That a contact was mentioned elsewhere: on their timeline stands where and when, and not what was said, which is for those to
// read who may see that place.

import { sql } from 'kysely'
import { lockAddresses } from '#modules/contacts'
import { allow } from '#platform/errors'
import { newIds } from '#platform/db/ids'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { deleteInteraction, insertInteraction, restoreInteraction, tell } from './actions.ts'
import { setParticipants, type Person } from './participants.ts'
import { canWriteInteractions } from './policy.ts'

export interface Mention {
  /** Where, and of what: `source_id` is another one for each thing that mentions somebody. */
  source: string
  source_id: string
  kind: string
  subject: string
  occurred_at: string
  /** All whom it mentions now; nobody: it is on no timeline any more. */
  contact_ids: string[]
}

/** Makes the timelines say whom something mentions now. Ids of other things than contacts are left out. */
export async function recordMention(tx: Tx, actor: Actor, { source, source_id, kind, subject, occurred_at, contact_ids }: Mention) {
  allow(canWriteInteractions(actor))
  await lockAddresses(tx, 'one')
  const { rows: [known] } = await sql<{ id: string; deleted_at: string | null }>`
    select id, deleted_at from interaction
    where org_id = (select current_org()) and source = ${source} and source_id = ${source_id} for update
  `.execute(tx)
  const { rows: people } = await sql<Person>`
    select 'mentioned' as role, null as address, name, id as contact_id, null as company_id from contact
    where org_id = (select current_org()) and id = any(${contact_ids}::uuid[]) and deleted_at is null
  `.execute(tx)
  if (people.length === 0) {
    if (known) await deleteInteraction(tx, actor, known.id)
    return
  }
  if (known) {
    await setParticipants(tx, known.id, people)
    if (known.deleted_at === null) await tell(tx, actor, 'interaction.updated', known.id)
    else await restoreInteraction(tx, actor, known.id)
    return
  }
  const [id, threadId] = (await newIds(tx, 2)) as [string, string]
  await insertInteraction(tx, actor, {
    id, thread_id: threadId, kind, direction: null, subject, snippet: null, occurred_at, ends_at: null, all_day: false,
    location: null, status: null, text: null, source, source_id,
  })
  await setParticipants(tx, id, people)
  await tell(tx, actor, 'interaction.created', id)
}
