// Who in an export is a member here: by address. The others stay as they were called.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { textOf, type SlackExport, type SlackMessage, type SlackUser } from './export.ts'
import type { Names } from './mrkdwn.ts'

export interface People extends Names {
  /** Ids of those who are members here, of these. */
  members(ids: string[]): string[]
  /** Who wrote it: a member, or by name. */
  authorOf(message: SlackMessage): { user_id: string | null; name: string | null }
  /** Who reacted; of somebody unknown always the same id, which is nobody's. */
  idOf(id: string): string
}

export async function matchPeople(db: Db, { users, channels }: Pick<SlackExport, 'users' | 'channels'>): Promise<People> {
  const { rows } = await sql<{ user_id: string; email: string; name: string }>`
    select "user".id as user_id, lower(email) as email, "user".name from member join "user" on "user".id = member.user_id where org_id = (select current_org())
  `.execute(db)
  const byAddress = new Map(rows.map((row) => [row.email, row]))
  const known = new Map([...users.values()].flatMap((user) => {
    const member = byAddress.get(clean(user.profile?.email).toLowerCase())
    return member ? [[user.id, member] as const] : []
  }))
  const user = (id: string) => known.get(id) ?? { name: nameOf(users.get(id)) ?? 'somebody' }
  return {
    user,
    // That there is a private one is not for those to read who are not in it.
    channel: (id) => (channels.get(id)?.kind === 'public' ? channels.get(id)!.name : undefined),
    members: (ids) => [...new Set(ids.flatMap((id) => known.get(id)?.user_id ?? []))],
    authorOf(message) {
      const member = message.user === undefined ? undefined : known.get(message.user)
      return member ? { user_id: member.user_id, name: null } : { user_id: null, name: authorName(message, users) }
    },
    idOf: (id) => known.get(id)?.user_id ?? nobody(id),
  }
}

function authorName({ user, username, bot_profile, user_profile }: SlackMessage, users: Map<string, SlackUser>): string {
  const said = [user === undefined ? undefined : nameOf(users.get(user)), username, bot_profile?.name, user_profile?.real_name, user_profile?.display_name]
  return (said.map((name) => clean(name)).find(Boolean) ?? 'Slack').slice(0, 200).toWellFormed()
}

export function nameOf(user: SlackUser | undefined): string | undefined {
  return [user?.profile?.real_name, user?.real_name, user?.profile?.display_name, user?.name].map(clean).find(Boolean)
}

function clean(name: unknown): string {
  return textOf(name).trim()
}

/** A UUID of version 8, made of theirs. */
function nobody(id: string): string {
  const hex = createHash('sha256').update(`slack user ${id}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
