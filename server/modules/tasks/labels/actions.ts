import { sql } from 'kysely'
import { batchSize, inBatches } from '#modules/contacts'
import { allow, conflict } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { canWriteTasks } from '../policy.ts'
import { lockAllTasks } from '../storing.ts'
import type { Label, LabelChange, NewLabel } from './contract.ts'
import { columns, getLabel } from './queries.ts'

/** Throws conflict when there is one of this name. */
export async function createLabel(tx: Tx, actor: Actor, { name, color = null }: NewLabel): Promise<Label> {
  allow(canWriteTasks(actor))
  await lockAllTasks(tx)
  const { rows } = await sql<Label>`
    insert into label (org_id, name, color) values (current_org(), ${name.trim()}, ${color}) on conflict do nothing returning ${columns}
  `.execute(tx)
  const label = rows[0]
  if (!label) throw taken(name)
  await publish(tx, actor, { type: 'label.created', subject: `label:${label.id}`, data: { label } })
  return label
}

/** Tasks hold names of labels: the event says which name becomes another. Throws not_found, and conflict for a name that another has. */
export async function changeLabel(tx: Tx, actor: Actor, { id, change }: { id: string; change: LabelChange }): Promise<Label> {
  allow(canWriteTasks(actor))
  await lockAllTasks(tx)
  const before = await getLabel(tx, id)
  const { name = before.name, color = before.color } = change
  if (name.trim() === before.name && color === before.color) return before
  const { rows } = await sql<Label>`
    update label set name = ${name.trim()}, color = ${color}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} and not exists (
      select from label other where other.org_id = (select current_org()) and other.match_name = lower(${name.trim()}) and other.id <> ${id})
    returning ${columns}
  `.execute(tx)
  const label = rows[0]
  if (!label) throw taken(name)
  await publish(tx, actor, { type: 'label.updated', subject: `label:${id}`, data: { label, previous_name: before.name } })
  return label
}

/** Takes a label away from all tasks, and removes it. Throws not_found. */
export async function removeLabel(tenancy: Tenancy, actor: Actor, id: string) {
  allow(canWriteTasks(actor))
  await getLabel(tenancy.tenant(actor.org_id), id)
  await inBatches(tenancy, actor, (tx) => removeFromSome(tx, id))
  await tenancy.transact(actor, async (tx) => {
    await lockAllTasks(tx)
    const label = await getLabel(tx, id)
    await sql`delete from label where org_id = (select current_org()) and id = ${id}`.execute(tx)
    await publish(tx, actor, { type: 'label.deleted', subject: `label:${id}`, data: { label } })
  })
}

async function removeFromSome(tx: Tx, id: string): Promise<number> {
  await lockAllTasks(tx)
  const { rows } = await sql`
    delete from task_label where org_id = (select current_org()) and label_id = ${id} and task_id = any (array(
      select task_id from task_label where org_id = (select current_org()) and label_id = ${id} limit ${batchSize}
    ))
    returning task_id
  `.execute(tx)
  return rows.length
}

function taken(name: string) {
  return conflict('label_taken', `There is a label “${name.trim()}” already.`)
}
