// The undo of an import: step by step, from the last to the first, what it made is removed and what it changed is set
// back, unless somebody has changed it since. What has to stay is listed like rejections.

import { sql } from 'kysely'
import { forgetUids, lockAddresses, takeBackContacts } from '#modules/contacts'
import { findChanged, findContactsWithNews, forgetAddresses, putImagesBack, removeInteractions } from '#modules/timeline'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import { createOperation, markUndone, type Operation } from '#platform/operations'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { putRevisionsBack } from './calendar-revisions.ts'
import { findLastChange, removeChange, type RecordedChange } from './changes.ts'
import { describeImport, getImport, insertImport } from './imports.ts'
import { isAdmin, onlyAdmins } from './policy.ts'

/** Begins the undo of an import that has ended. Throws not_found, conflict. */
export async function undoImport(tx: Tx, actor: Actor, id: string): Promise<Operation> {
  allow(actor.role !== 'guest')
  await sql`select from import where org_id = (select current_org()) and id = ${id} for update`.execute(tx)
  const found = await getImport(tx, id)
  if (found.format === 'undo') throw conflict('no_import', 'This is the undo of an import; import the file again instead.')
  if (found.dry_run) throw conflict('dry_run', 'This was a dry run: nothing was stored, there is nothing to undo.')
  if (['queued', 'running', 'paused'].includes(found.status)) {
    throw conflict('import_running', `The import is ${found.status}: cancel it first (POST /operations/${id}/cancel).`)
  }
  if (found.undo_id && !(await hasGivenUp(tx, found.undo_id))) {
    throw conflict('undone', `The import was undone already, by the operation ${found.undo_id}.`)
  }
  const { rows: [sum] } = await sql<{ items: number }>`
    select coalesce(sum(cardinality(created) + jsonb_array_length(changed) + cardinality(interactions) + jsonb_array_length(meetings)), 0)::int as items
    from import_change where org_id = (select current_org()) and import_id = ${id}
  `.execute(tx)
  // Rooms keep what was imported as long as it is there.
  const isRooms = found.format === 'slack'
  if (!isRooms && sum!.items === 0 && !found.undo_id && (await hasStored(tx, id))) {
    throw conflict('import_old', 'It is too long ago: what the import has changed is not kept any more (IMPORT_RETENTION_DAYS).')
  }
  allow(!isRooms || isAdmin(actor), onlyAdmins)
  const operation = await createOperation(tx, actor, {
    kind: isRooms ? 'import.slack_undo' : 'import.undo', input: { import_id: id, filename: found.filename }, total: isRooms ? undefined : sum!.items,
  })
  await insertImport(tx, { id: operation.id, filename: found.filename, format: 'undo' })
  await describeImport(tx, operation.id, [{ header: 'Name', target: 'name' }, { header: 'Rapport ID', target: 'id' }])
  await sql`update import set undo_id = ${operation.id} where org_id = (select current_org()) and id = ${id}`.execute(tx)
  return operation
}

/** Whether it did anything, as its result says. */
async function hasStored(tx: Tx, operationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from operation where org_id = (select current_org()) and id = ${operationId}
      and coalesce((result->>'created')::int, 0) + coalesce((result->>'updated')::int, 0) + coalesce((result->>'removed')::int, 0) > 0
  `.execute(tx)
  return rows.length > 0
}

async function hasGivenUp(tx: Tx, operationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from operation
    where org_id = (select current_org()) and id = ${operationId} and status in ('failed', 'cancelled')
  `.execute(tx)
  return rows.length > 0
}

interface Checkpoint {
  done: number
  removed: number
  restored: number
  kept: number
}

export async function runUndo(run: OperationRun<{ import_id: string }, Checkpoint>) {
  const importId = run.input.import_id
  let at: Checkpoint = run.checkpoint ?? { done: 0, removed: 0, restored: 0, kept: 0 }
  for (let left = true; left; ) {
    run.signal.throwIfAborted()
    at = await run.step(async (tx) => {
      await lockAddresses(tx, 'many')
      const change = await findLastChange(tx, importId)
      left = change !== undefined
      if (!change) {
        await forgetUids(tx, importId)
        await markUndone(tx, run.actor, importId)
        return { done: at.done, failed: at.kept, checkpoint: at }
      }
      const { removed, restored, kept } = await takeBack(tx, run.actor.org_id, change)
      const listed = await listKept(tx, run.id, at.kept, kept)
      await removeChange(tx, importId, change.position)
      const data = { operation_id: importId, removed, restored }
      await publish(tx, run.actor, { type: 'import.undone', subject: `operation:${importId}`, data })
      const done = at.done + change.created.length + change.changed.length + change.interactions.length + change.meetings.length
      const checkpoint = { done, removed: at.removed + removed, restored: at.restored + restored, kept: at.kept + listed }
      return { done, failed: checkpoint.kept, checkpoint }
    })
  }
  const { done: _, ...result } = at
  return { total: at.done, ...result }
}

async function takeBack(tx: Tx, orgId: string, change: RecordedChange) {
  const meetings = await putImagesBack(tx, change.meetings, change.made_at)
  await putRevisionsBack(tx, change.revisions)
  const stays = await findChanged(tx, change.interactions, change.made_at)
  const staying = new Set(stays.map(({ id }) => id))
  const removed = await removeInteractions(tx, change.interactions.filter((id) => !staying.has(id)))
  const needed = await findContactsWithNews(tx, change.created, change.made_at)
  const contacts = await takeBackContacts(tx, { ...change, org_id: orgId, needed })
  await forgetAddresses(tx, change.changed.flatMap(({ id, emails }) => emails.map((address) => ({ contact_id: id, address }))))
  return {
    removed: contacts.removed + removed,
    restored: contacts.restored + meetings.restored,
    kept: [...contacts.kept, ...meetings.kept, ...stays],
  }
}

/** Each once, however many steps touched it. Returns how many were not listed before. */
async function listKept(tx: Tx, operationId: string, before: number, kept: { id: string; name: string }[]): Promise<number> {
  const { rows } = await sql`
    insert into import_rejection (org_id, operation_id, position, reason, excerpt, record)
    select current_org(), ${operationId}, ${before} + row_number() over (order by id), 'It was changed after the import, and stays.',
      left(name, 200), jsonb_build_array(name, id)
    from json_to_recordset(${JSON.stringify(kept)}) as given (id text, name text)
    where not exists (
      select from import_rejection
      where org_id = (select current_org()) and operation_id = ${operationId} and record->>1 = given.id
    )
    returning position
  `.execute(tx)
  return rows.length
}
