// Saved views of some list, of whatever kind: what it is searched, filtered and sorted by. Contacts have them, and modules after this one.

import { sql, type RawBuilder } from 'kysely'
import { allow, notFound } from '#platform/errors'
import { publish, type Audience } from '#platform/events'
import type { Db, Tx } from '#platform/db/kysely'
import type { CursorValue } from '#platform/pages'
import type { Actor } from '#platform/tenancy'

/** Of the row of a view of a list, in the order of the API. */
export const viewColumns = sql.raw('id, name, q, filter, sort, columns, shared, created_by, created_at, updated_at')

export interface ViewKind {
  kind: 'contact' | 'company' | 'task'
  /** In the type, subject and data of events. */
  noun: 'view' | 'company_view' | 'task_view'
  /** Of the row, in the order of the API. */
  columns: RawBuilder<unknown>
  /** The filter that lets everything through, and the order of a list that says none. */
  filter: unknown
  sort: string
  /** Whether the actor may make, change and remove views. */
  mayWrite(actor: Actor): boolean
  /** Throws invalid for a filter or an order that the list would not take. */
  check(tx: Tx, actor: Actor, view: { filter: never; sort: string }): Promise<void>
}

export interface SavedView {
  id: string
  name: string
  filter: unknown
  sort: string
  columns: string[]
  shared: boolean
  created_by: { kind: string; id: string }
}

export interface Views<View, NewView, ViewChange> {
  /** Throws as `check` of its kind. */
  create(tx: Tx, actor: Actor, input: NewView): Promise<View>
  /** Changes what is given. Throws not_found, and as `create`. */
  change(tx: Tx, actor: Actor, given: { id: string; change: ViewChange }): Promise<View>
  /** Throws not_found. */
  remove(tx: Tx, actor: Actor, id: string): Promise<void>
  /** Throws not_found, also for one that is somebody else's alone. */
  get(db: Db, actor: Actor, id: string): Promise<View>
  /** In the order in which they were made; `after` is the id of the last one before. */
  list(db: Db, actor: Actor, page: { limit: number; after?: CursorValue }): Promise<View[]>
}

type Input = Partial<Pick<SavedView, 'name' | 'filter' | 'sort' | 'columns' | 'shared'>> & { q?: string | null; layout?: string }

export function viewsOf<View extends SavedView, NewView extends Input & { name: string; shared: boolean }, ViewChange extends Input>(
  of: ViewKind,
): Views<View, NewView, ViewChange> {
  const { kind, noun, columns } = of
  const check = (tx: Tx, actor: Actor, { filter, sort }: Pick<SavedView, 'filter' | 'sort'>) => of.check(tx, actor, { filter: filter as never, sort })
  const get = async (db: Db, actor: Actor, id: string): Promise<View> => {
    const { rows } = await sql<View>`
      select ${columns} from saved_view where org_id = (select current_org()) and kind = ${kind} and id = ${id} and ${visibleTo(actor)}
    `.execute(db)
    if (!rows[0]) throw notFound(noun, id)
    return rows[0]
  }
  const lock = async (tx: Tx, actor: Actor, id: string) => {
    await sql`select from saved_view where org_id = (select current_org()) and id = ${id} for update`.execute(tx)
    return get(tx, actor, id)
  }
  const tell = (tx: Tx, actor: Actor, { what, view, audience = audienceOf(view) }: { what: string; view: View; audience?: Audience }) =>
    publish(tx, actor, { type: `${noun}.${what}`, subject: `${noun}:${view.id}`, audience, data: { [noun]: view } })

  return {
    get,
    async list(db, actor, { limit, after }) {
      const beyond = after === undefined ? sql`` : sql`and id > ${after}::uuid`
      const { rows } = await sql<View>`
        select ${columns} from saved_view
        where org_id = (select current_org()) and kind = ${kind} and ${visibleTo(actor)} ${beyond} order by id limit ${limit}
      `.execute(db)
      return rows
    },
    async create(tx, actor, input) {
      allow(of.mayWrite(actor))
      const { name, q = null, filter = of.filter, sort = of.sort, columns: shown = [], layout = null, shared } = input
      await check(tx, actor, { filter, sort })
      const { rows } = await sql<View>`
        insert into saved_view (org_id, kind, name, q, filter, sort, columns, layout, shared, created_by)
        values (current_org(), ${kind}, ${name.trim()}, ${q}, ${JSON.stringify(filter)}, ${sort}, ${JSON.stringify(shown)}, ${layout}, ${shared},
          ${JSON.stringify({ kind: actor.kind, id: actor.id })})
        returning ${columns}
      `.execute(tx)
      await tell(tx, actor, { what: 'created', view: rows[0]! })
      return rows[0]!
    },
    async change(tx, actor, { id, change }) {
      allow(of.mayWrite(actor))
      const before = await lock(tx, actor, id)
      const { name, ...rest } = change
      const wanted: Input & SavedView = { ...before, ...rest, name: name?.trim() ?? before.name }
      await check(tx, actor, wanted)
      const { rows } = await sql<View>`
        update saved_view set name = ${wanted.name}, q = ${wanted.q ?? null}, filter = ${JSON.stringify(wanted.filter)}, sort = ${wanted.sort},
          columns = ${JSON.stringify(wanted.columns)}, layout = ${wanted.layout ?? null}, shared = ${wanted.shared}, updated_at = now()
        where org_id = (select current_org()) and id = ${id} returning ${columns}
      `.execute(tx)
      const view = rows[0]!
      // Who saw it and sees it no longer is told so; its maker then of what it is now.
      if (before.shared && !view.shared) await tell(tx, actor, { what: 'deleted', view: before, audience: 'org' })
      await tell(tx, actor, { what: 'updated', view })
      return view
    },
    async remove(tx, actor, id) {
      allow(of.mayWrite(actor))
      const view = await lock(tx, actor, id)
      await sql`delete from saved_view where org_id = (select current_org()) and id = ${id}`.execute(tx)
      await tell(tx, actor, { what: 'deleted', view })
    },
  }
}

/** What is everyone's, and what the actor has made. */
function visibleTo({ kind, id }: Actor) {
  return sql`(shared or created_by = ${JSON.stringify({ kind, id })}::jsonb)`
}

function audienceOf({ shared, created_by }: SavedView): Audience {
  return shared ? 'org' : `user:${created_by.id}`
}
