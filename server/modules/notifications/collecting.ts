// From the event log to inboxes. Each organization's log is followed with a cursor, which moves in the transaction that stores what it
// passed: nothing is missed, and nothing tells anybody twice.

import { sql, type RawBuilder } from 'kysely'
import { listEventsOfTypes, type StoredEvent } from '#platform/events'
import { runPrepared, type Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { CauseSource, Effect } from './causes/contract.ts'
import { memberCauses } from './causes/members.ts'
import { operationCauses } from './causes/operations.ts'
import { reminderCauses } from './causes/reminders.ts'
import { roomCauses } from './causes/rooms.ts'
import { scheduledCauses } from './causes/scheduled.ts'
import { taskCauses } from './causes/tasks.ts'
import { lockInboxes } from './inboxes.ts'
import { addCauses, readCauses, removeCauses, rewriteCauses } from './storing.ts'

const sources: CauseSource[] = [roomCauses, memberCauses, taskCauses, reminderCauses, scheduledCauses, operationCauses]
const sourceOf = new Map(sources.flatMap((source) => source.types.map((type) => [type, source] as const)))

export const heededTypes: ReadonlySet<string> = new Set(sourceOf.keys())

/** Events at once: a transaction of some tens of milliseconds. */
const batch = 50

export interface Collected {
  /** Up to where the log was read: to be given next time. */
  cursor: string
  has_more: boolean
}

/**
 * Takes the next events of the log. `expected` is where the organization's cursor should be, as the last call in this process left it: what is
 * behind that is read together with the cursor, which spares a round trip while somebody waits. Undefined where the organization is gone.
 */
export async function collectCauses(tx: Tx, orgId: string, expected?: string): Promise<Collected | undefined> {
  // The page is read by a statement of its own behind the lock, and so sees what whoever held it had committed.
  const [follower, foreseen] = await Promise.all([lockFollower(tx), expected === undefined ? undefined : listNext(tx, expected)])
  if (!follower) return undefined
  const page = foreseen && follower.cursor === expected ? foreseen : await listNext(tx, follower.cursor ?? undefined)
  const { next_cursor: cursor, has_more, reset } = page
  const actor: Actor = { org_id: orgId, kind: 'system', id: orgId, role: 'owner' }
  const events = reset ? await listSince(tx, follower.collected_at) : page.data
  await Promise.all([moveFollower(tx, cursor), take(tx, actor, events)])
  return { cursor, has_more }
}

async function lockFollower(tx: Tx) {
  const [follower] = await runPrepared(tx, 'notifications.lock_follower', sql<{ cursor: string | null; collected_at: string }>`
    select cursor, collected_at from notification_cursor where org_id = (select current_org()) for update
  `)
  return follower
}

function listNext(tx: Tx, after: string | undefined) {
  return listEventsOfTypes(tx, { after, limit: batch, types: [...heededTypes] })
}

async function moveFollower(tx: Tx, cursor: string) {
  await runPrepared(tx, 'notifications.move_follower', sql`
    update notification_cursor set cursor = ${cursor}, collected_at = now(),
      seen_xid = coalesce(nullif(split_part(split_part(${cursor}, '~', 2), ':', 1), ''), '0')::xid8
    where org_id = (select current_org())
  `)
}

/**
 * The cursor means nothing any more, since the database was restored. So it goes by time, and a good while back for what was committed
 * late; what somebody was told already is not told again.
 */
async function listSince(tx: Tx, collectedAt: string): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select id, type, subject, actor, data, created_at from event
    where org_id = (select current_org()) and created_at >= ${collectedAt}::timestamptz - interval '5 minutes' and type = any(${[...heededTypes]}::text[])
    order by id
  `.execute(tx)
  return rows
}

async function take(tx: Tx, actor: Actor, events: StoredEvent[]) {
  // Of what was erased nothing is left to tell.
  const whole = events.filter(({ data }) => Object.keys(data).length > 0)
  const effects: Effect[] = []
  for (const run of runs(whole, ({ type }) => sourceOf.get(type)!)) {
    effects.push(...(await sourceOf.get(run[0]!.type)!.effectsOf(tx, run)))
  }
  const told = effects.flatMap((effect) => (effect.effect === 'notify' ? [effect.user_id] : []))
  const [inboxes, busy] = await Promise.all([lockInboxes(tx, told), withoutIdle(tx, effects)])
  for (const run of runs(busy, ({ effect }) => effect)) {
    const causes = run.flatMap((effect) => (effect.effect === 'notify' ? [effect] : []))
    if (causes.length > 0) await addCauses(tx, actor, causes, inboxes)
    else for (const effect of run) await apply(tx, actor, effect)
  }
}

/**
 * But for what marks as read where nothing is unread, as whoever writes has read what they write: between what notifies it would have each told
 * by itself, and not together.
 */
async function withoutIdle(tx: Tx, effects: Effect[]): Promise<Effect[]> {
  const reads = effects.filter((effect) => effect.effect === 'read')
  if (reads.length === 0) return effects
  const rows = await runPrepared(tx, 'notifications.unread_in', sql<{ place: string; user_id: string }>`
    select place, user_id from notification
    where org_id = (select current_org()) and place = any(${reads.map(({ place }) => place)}::text[]) and unread_count > 0
  `)
  const coming = effects.filter((effect) => effect.effect === 'notify')
  const isUnread = ({ place, user_id }: (typeof reads)[number]) =>
    [...rows, ...coming].some((each) => each.place === place && (user_id === undefined || each.user_id === user_id))
  return effects.filter((effect) => effect.effect !== 'read' || isUnread(effect))
}

async function apply(tx: Tx, actor: Actor, effect: Effect) {
  if (effect.effect === 'rewrite') return rewriteCauses(tx, actor, 'place' in effect ? isWithin(effect.place) : isAbout(effect), effect)
  if (effect.effect === 'read') {
    const { place, user_id, seq } = effect
    const ofUser = user_id === undefined ? sql`true` : sql`n.user_id = ${user_id}`
    return readCauses(tx, actor, sql`n.place = ${place} and n.unread_count > 0 and ${ofUser} and ${seq === undefined ? sql`true` : sql`cause.seq <= ${seq}`}`)
  }
  if (effect.effect === 'remove') {
    const ofUsers = effect.user_ids === undefined ? sql`true` : sql`n.user_id = any(${effect.user_ids}::uuid[])`
    return removeCauses(tx, actor, sql`${ofUsers} and ${'place' in effect ? isWithin(effect.place) : isAbout(effect)}`)
  }
}

function isAbout({ subject, kind, but_user_ids = [], but_places = [] }: { subject: string; kind?: string; but_user_ids?: string[]; but_places?: string[] }): RawBuilder<boolean> {
  return sql`cause.subject = ${subject} and ${kind === undefined ? sql`true` : sql`n.kind = ${kind}`} and n.user_id <> all(${but_user_ids}::uuid[]) and n.place <> all(${but_places}::text[])`
}

/** A slash comes right before a zero. */
function isWithin(place: string): RawBuilder<boolean> {
  return sql`(n.place = ${place} or (n.place >= ${`${place}/`} and n.place < ${`${place}0`}))`
}

/** Those that follow one another with the same key, together. */
function runs<Item>(items: Item[], key: (item: Item) => unknown): Item[][] {
  const found: Item[][] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last && key(last[0]!) === key(item)) last.push(item)
    else found.push([item])
  }
  return found
}
