// The event log: every change is one row, written in the transaction that makes it (ADR 3).
//
// Event ids are drawn before commit, so a smaller one can appear after a larger, and no number can say what a reader
// has seen. A snapshot can: it is exactly the set of transactions that a read has seen. So the cursor is one.

import { sql, type RawBuilder } from 'kysely'
import { heardBy, type Hearing } from '#platform/audiences'
import { invalid } from '#platform/errors'
import { runPrepared, type Db, type Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

/**
 * Who may see an event: every member but guests, those who take part in something, one person, or the admins, to whom the
 * audit log shows it and nothing else does.
 */
export type Audience = 'org' | `room:${string}` | `user:${string}` | 'admins'

export interface NewEvent {
  /** Past tense: `contact.created`. */
  type: string
  /** What it is about: `contact:<id>`. Events of one subject keep their order. */
  subject: string
  /** `org` unless given. */
  audience?: Audience
  /** Whether it is in the audit log as well. So it is, but for somebody's own state, a record by itself, or how far something has come. */
  audited?: boolean
  data: Record<string, unknown>
}

export interface StoredEvent {
  id: number
  type: string
  subject: string
  actor: { kind: string; id: string }
  data: Record<string, unknown>
  created_at: string
}

export interface EventPage<Event> {
  data: Event[]
  /** Where to go on; there always is one, because the log goes on. */
  next_cursor: string
  /** Whether more may be there already: go on at once. */
  has_more: boolean
  /** The cursor meant nothing here (another epoch): fetch everything afresh, then go on from `next_cursor`. */
  reset: boolean
}

/**
 * Writes one event into the log, and its entry into the audit log, in the transaction of the change. Lock or write the
 * subject's row before.
 */
export async function publish(tx: Tx, actor: Actor, { type, subject, audience = 'org', audited = true, data }: NewEvent) {
  const { org_id, kind, id, origin } = actor
  const insert = sql`
    insert into event (org_id, type, subject, audience, actor, data)
    values (${org_id}, ${type}, ${subject}, ${audience}, ${JSON.stringify({ kind, id })}, ${JSON.stringify(data)})
  `
  if (!audited) return void (await insert.execute(tx))
  await sql`
    with written as (${insert} returning org_id, id, created_at, type, subject)
    insert into audit_entry (org_id, id, created_at, type, subject, actor_kind, actor_id, address, user_agent)
    select *, ${kind}, ${id}, ${origin?.address ?? null}, ${origin?.user_agent ?? null} from written
  `.execute(tx)
}

/**
 * The same for many subjects in one statement: `events` is a query that gives the `subject` and `data` of each. For every
 * member, unless `audience` says whom each is for, from what else the query gives. `prepared` is a name of the statement, for what is published
 * all the time by a query whose text is always the same.
 */
export async function publishAll(
  tx: Tx,
  actor: Actor,
  { type, events, audience = sql`'org'`, audited = true, prepared }: { type: string; events: RawBuilder<unknown>; audience?: RawBuilder<unknown>; audited?: boolean; prepared?: string },
) {
  const { org_id, kind, id, origin } = actor
  const insert = sql`
    insert into event (org_id, type, subject, audience, actor, data)
    select ${org_id}::uuid, ${type}, subject, ${audience}, ${JSON.stringify({ kind, id })}::jsonb, data from (${events}) given
  `
  if (!audited) return void (await (prepared ? runPrepared(tx, prepared, insert) : insert.execute(tx)))
  await sql`
    with written as (${insert} returning org_id, id, created_at, type, subject)
    insert into audit_entry (org_id, id, created_at, type, subject, actor_kind, actor_id, address, user_agent)
    select *, ${kind}, ${id}, ${origin?.address ?? null}, ${origin?.user_agent ?? null} from written
  `.execute(tx)
}

/**
 * Takes out of the log what it says of something that somebody writes for themselves (`draft:`, `scheduled_message:`), before an event says how
 * that is now: of what they wrote before, nothing is kept.
 */
export async function withdraw(tx: Tx, { subject, audience }: { subject: string; audience: Audience }) {
  await sql`select withdraw_events(${subject}, ${audience})`.execute(tx)
}

/**
 * Erases a person from the log: the data of the events about these subjects, and from where these actors acted. That
 * something was done, when, and to which id, stays.
 */
export async function eraseFromLog(tx: Tx, { subjects = [], actor_ids = [] }: { subjects?: string[]; actor_ids?: string[] }) {
  await sql`select erase_from_log(${subjects}::text[], ${actor_ids}::text[])`.execute(tx)
}

/**
 * What happened after a cursor in this organization, and the next cursor, from one statement. Without a cursor: from
 * the oldest event that is kept. With `now`: nothing, and a cursor from which to follow.
 * With `until`, a cursor at the end of a batch: only what happened before it. What everybody may see, unless `hearing`
 * says more. Throws invalid when a cursor is not ours.
 */
export function listEvents(
  db: Db,
  { hearing, ...page }: { after?: string; until?: string; limit: number; hearing?: Hearing },
): Promise<EventPage<StoredEvent>> {
  return readLog(db, { ...page, scope: organizationScope(hearing ? heardBy(hearing) : sql`audience = 'org'`) })
}

/**
 * Those of these types, whoever they are for: for what reads the log on behalf of everybody in the organization. Without a cursor: from
 * the oldest event that is kept.
 */
export function listEventsOfTypes(db: Db, { types, ...page }: { after?: string; limit: number; types: string[] }): Promise<EventPage<StoredEvent>> {
  return readLog(db, { ...page, scope: organizationScope(sql`type = any(${types}::text[])`) })
}

export interface TailedEvent extends StoredEvent {
  org_id: string
  audience: string
}

/** What happened in all organizations; `db` is one of the system role. */
export function tailEvents(db: Db, { after, limit }: { after: string; limit: number }): Promise<EventPage<TailedEvent>> {
  return readLog(db, { after, limit, scope: wholeScope })
}

/**
 * Begins another epoch when this is not the server that wrote the log until now, as it was: a restored one, a promoted replica, or one that has
 * recovered from a crash, which may give ids of transactions again. To be asked at the start, and when a page for all organizations says
 * `reset`. `db` is one of the system role.
 */
export async function renewEpoch(db: Db) {
  // Every row may have to be written anew, however long that takes.
  await sql`set local statement_timeout = 0; select renew_event_epoch()`.execute(db)
}

interface Scope {
  columns: RawBuilder<unknown>
  condition: RawBuilder<unknown>
  /** Whether an index has them in the order of their ids. */
  walked: boolean
  /** Whether the epoch is that of the server that answers: of two timelines each counts transactions by itself, and after a crash it counts some again. */
  current: RawBuilder<unknown>
}

function organizationScope(wanted: RawBuilder<unknown>): Scope {
  return {
    columns: sql`id, type, subject, actor, data, created_at`,
    condition: sql`org_id = (select current_org()) and ${wanted}`,
    walked: true,
    current: sql`true`,
  }
}

const wholeScope: Scope = {
  columns: sql`id, type, subject, actor, data, created_at, org_id, audience`,
  condition: sql`true`,
  walked: false,
  current: sql`cluster = current_cluster() and exists (select from event_epoch_life)`,
}

async function readLog<Event extends StoredEvent>(
  db: Db,
  { after, until, limit, scope }: { after?: string; until?: string; limit: number; scope: Scope },
): Promise<EventPage<Event>> {
  const wanted = after !== 'now'
  const from = after === undefined || after === 'now' ? beginning : decode(after)
  const end = until === undefined ? null : decode(until).seen
  const upto = from.upto ?? end
  const unseen = sql`not pg_visible_in_snapshot(xid, ${from.seen}::pg_snapshot) and pg_visible_in_snapshot(xid, here.snapshot)`
  // From the beginning: along the ids. After a cursor: first the few that are new, by their transactions, and only then
  // in order; left to itself, PostgreSQL walks the whole log along its ids for the sake of the limit. Further pages of
  // a long batch walk along the ids again: nearly all behind them are new, and what is not is passed over once.
  const few = from.seen !== null && !(scope.walked && from.id > 0)
  const next = few
    ? sql`(org_id, id) in (select org_id, id from new order by id limit ${limit + 1})`
    : sql`id > ${from.id} and ${from.seen === null ? sql`pg_visible_in_snapshot(xid, here.snapshot)` : unseen}`
  const fresh = sql`, new as materialized (
      select event.org_id, event.id from event, here
      where ${scope.condition} and xid >= pg_snapshot_xmin(${from.seen}::pg_snapshot) and event.id > ${from.id} and ${unseen}
    )`
  const { rows } = await sql<Read<Event>>`
    with here as materialized (
      select event_epoch.id::text as epoch, coalesce(${upto}::pg_snapshot, pg_current_snapshot()) as snapshot,
        ${from.seen === null && from.upto === null} or (
          ${from.epoch} = event_epoch.id::text and ${scope.current}
          and coalesce(pg_snapshot_xmax(${from.seen}::pg_snapshot), '0') <= pg_snapshot_xmax(pg_current_snapshot())
          and coalesce(pg_snapshot_xmax(${from.upto}::pg_snapshot), '0') <= pg_snapshot_xmax(pg_current_snapshot())
          and case when ${from.seen}::pg_snapshot is null then ${from.id} >= purged_id
            else pg_snapshot_xmin(${from.seen}::pg_snapshot) > purged_xid end
        ) as known
      from event_epoch
    )${few ? fresh : sql``}
    select epoch, (case when known then snapshot else pg_current_snapshot() end)::text as snapshot, known,
      case when known and ${wanted} then (
        select json_agg(page) from (
          select ${scope.columns} from event
          where ${scope.condition} and ${next}
          order by id limit ${limit + 1}
        ) page
      ) end as events
    from here
  `.execute(db)
  // A batch of pages that was begun earlier ends where it was to end then, and what has come since is another one.
  return toPage(rows[0]!, from, { limit, ends: from.upto === null || from.upto === end })
}

interface Read<Event> {
  epoch: string
  snapshot: string
  /** Whether the cursor means something in this epoch, and nothing after it was purged. */
  known: boolean
  events: Event[] | null
}

interface Position {
  epoch: string | null
  /** Everything visible in this snapshot was delivered; null: nothing was. */
  seen: string | null
  /** While a long batch is delivered in pages: its end, and the last event that was delivered of it. */
  upto: string | null
  id: number
}

const beginning: Position = { epoch: null, seen: null, upto: null, id: 0 }

function toPage<Event extends StoredEvent>(
  read: Read<Event>,
  from: Position,
  { limit, ends }: { limit: number; ends: boolean },
): EventPage<Event> {
  const { epoch, snapshot, known, events } = read
  const data = (events ?? []).slice(0, limit)
  const cut = (events?.length ?? 0) > limit
  const next = cut
    ? { epoch, seen: from.seen, upto: snapshot, id: data.at(-1)!.id }
    : { epoch, seen: snapshot, upto: null, id: 0 }
  return { data, next_cursor: encode(next), has_more: cut || (known && !ends), reset: !known }
}

// epoch~seen~upto~id, readable in logs; snapshots are `xmin:xmax:xid,xid`.
function encode({ epoch, seen, upto, id }: Position): string {
  return [epoch, seen ?? '', upto ?? '', id].join('~')
}

const cursor = /^([0-9a-f-]{36})~(\d+:\d+:[\d,]*)?~(\d+:\d+:[\d,]*)?~(\d{1,15})$/

function decode(text: string): Position {
  const match = cursor.exec(text)
  if (!match) throw invalid('The cursor is not one that this server gave out: leave `after` away to begin anew.')
  return { epoch: match[1]!, seen: match[2] ?? null, upto: match[3] ?? null, id: Number(match[4]) }
}
