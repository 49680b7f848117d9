import { sql } from 'kysely'
import { allow } from '#platform/errors'
import { publish, type Audience } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { compileSelection } from '../listing/selection.ts'
import { findSort } from '../listing/sorts.ts'
import { canWriteContacts } from '../policy.ts'
import type { NewView, View, ViewChange } from './contract.ts'
import { columns, getView } from './queries.ts'

/** Throws invalid for a filter or an order that the list would not take. */
export async function createView(tx: Tx, actor: Actor, input: NewView): Promise<View> {
  allow(canWriteContacts(actor))
  const { name, q = null, filter = [], sort = 'name', columns: shown = [], shared } = input
  await check(tx, actor, { filter, sort })
  const { rows } = await sql<View>`
    insert into contact_view (org_id, name, q, filter, sort, columns, shared, created_by)
    values (current_org(), ${name.trim()}, ${q}, ${JSON.stringify(filter)}, ${sort}, ${JSON.stringify(shown)}, ${shared},
      ${JSON.stringify({ kind: actor.kind, id: actor.id })})
    returning ${columns}
  `.execute(tx)
  await tell(tx, actor, { type: 'view.created', view: rows[0]!, audience: audienceOf(rows[0]!) })
  return rows[0]!
}

/** Changes what is given. Throws not_found, and as `createView`. */
export async function changeView(tx: Tx, actor: Actor, { id, change }: { id: string; change: ViewChange }): Promise<View> {
  allow(canWriteContacts(actor))
  const before = await lockView(tx, actor, id)
  const wanted = { ...before, ...change, name: change.name?.trim() ?? before.name }
  await check(tx, actor, wanted)
  const { rows } = await sql<View>`
    update contact_view set name = ${wanted.name}, q = ${wanted.q}, filter = ${JSON.stringify(wanted.filter)}, sort = ${wanted.sort},
      columns = ${JSON.stringify(wanted.columns)}, shared = ${wanted.shared}, updated_at = now()
    where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  const view = rows[0]!
  // Who saw it and sees it no longer is told so; its maker then of what it is now.
  if (before.shared && !view.shared) await tell(tx, actor, { type: 'view.deleted', view: before, audience: 'org' })
  await tell(tx, actor, { type: 'view.updated', view, audience: audienceOf(view) })
  return view
}

/** Throws not_found. */
export async function removeView(tx: Tx, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  const view = await lockView(tx, actor, id)
  await sql`delete from contact_view where org_id = (select current_org()) and id = ${id}`.execute(tx)
  await tell(tx, actor, { type: 'view.deleted', view, audience: audienceOf(view) })
}

async function lockView(tx: Tx, actor: Actor, id: string): Promise<View> {
  await sql`select from contact_view where org_id = (select current_org()) and id = ${id} for update`.execute(tx)
  return getView(tx, actor, id)
}

async function check(tx: Tx, { org_id }: Actor, { filter, sort }: Pick<View, 'filter' | 'sort'>) {
  const compiled = await compileSelection(tx, org_id, { filter, deleted: false }, sort.includes('fields.'))
  findSort(sort.replace(/^-/, ''), compiled)
}

function audienceOf({ shared, created_by }: View): Audience {
  return shared ? 'org' : `user:${created_by.id}`
}

async function tell(tx: Tx, actor: Actor, { type, view, audience }: { type: string; view: View; audience: Audience }) {
  await publish(tx, actor, { type, subject: `view:${view.id}`, audience, data: { view } })
}
