// Inboxes: how each person wants to be notified. Whoever changes what is in one has locked it, so the counts that an event says are those at
// its place in the log.

import { sql } from 'kysely'
import { listQuiet } from '#modules/presence'
import { runPrepared, type Tx } from '#platform/db/kysely'
import type { NotificationKind, NotificationWays } from './contract.ts'
import { urgentKinds, waysOf } from './ways.ts'

export interface Inbox {
  /** Where they have chosen. */
  kinds: Partial<Record<NotificationKind, Partial<NotificationWays>>>
  /** Of what happens there they do not want to hear. */
  muted_places: string[]
  mail_minutes: number | null
  /** Whether what is urgent is told also when they are not to be disturbed. */
  urgent_when_quiet: boolean
  /** Whether pushes say what was said. */
  push_snippets: boolean
  /** Whether a browser of theirs has let us push. */
  has_push: boolean
  /** They are not to be disturbed now, until then. */
  quiet_until: Date | undefined
}

export type Inboxes = ReadonlyMap<string, Inbox>

/** The inboxes of these users, of those who are members; they are made where they are missing. Their rows are locked from now on. */
export async function lockInboxes(tx: Tx, userIds: string[]): Promise<Inboxes> {
  const ids = [...new Set(userIds)]
  if (ids.length === 0) return new Map()
  const [found, quiet] = await Promise.all([lock(tx, ids), listQuiet(tx, ids)])
  const rows = found.length < ids.length ? await makeAndLock(tx, ids) : found
  return new Map(rows.map(({ user_id, ...inbox }) => [user_id, { ...inbox, quiet_until: quiet.get(user_id) }]))
}

async function makeAndLock(tx: Tx, ids: string[]) {
  await sql`
    insert into inbox (org_id, user_id)
    select org_id, user_id from member where org_id = (select current_org()) and user_id = any(${ids}::uuid[]) order by user_id
    on conflict do nothing
  `.execute(tx)
  return lock(tx, ids)
}

function lock(tx: Tx, ids: string[]) {
  return runPrepared(tx, 'notifications.lock_inboxes', sql<Omit<Inbox, 'quiet_until'> & { user_id: string }>`
    select user_id, kinds, muted_places, mail_minutes, urgent_when_quiet, push_snippets, exists (
      select from push_subscription where org_id = inbox.org_id and user_id = inbox.user_id
    ) as has_push
    from inbox where org_id = (select current_org()) and user_id = any(${ids}::uuid[]) order by user_id for no key update
  `)
}

/** Whether something of this kind may make a noise now: by push, or by a page of ours that nobody looks at. */
export function isLoud(inbox: Inbox, kind: NotificationKind): boolean {
  const isQuiet = inbox.quiet_until !== undefined && !(inbox.urgent_when_quiet && urgentKinds.includes(kind))
  const { in_app, push } = waysOf(inbox, kind)
  return in_app && push && !isQuiet
}
