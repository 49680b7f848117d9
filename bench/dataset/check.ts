// Whether what SQL has made is what the program would have left: what it says of it is compared with what is counted plainly here.

import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Server } from '../server.ts'
import { signIn } from '../sessions.ts'
import { ask } from '../asking.ts'
import { describe, differingCounts } from './counts.ts'
import type { Organization } from './generate.ts'

/** `db` sees every row. Throws what differs. */
export async function checkDataset(server: Server, db: pg.Client, { id: orgId }: Organization) {
  const people = await signIn(server, orgId, 3)
  const differing: string[] = []
  const compare = (what: string, said: unknown, counted: unknown) => {
    if (!isDeepStrictEqual(said, counted)) differing.push(describe(what, said, counted))
  }
  const plain = async <Row extends pg.QueryResultRow>(text: string, ...values: unknown[]) => (await db.query<Row>(text, [orgId, ...values])).rows
  for (const [what, text] of Object.entries(wrong)) compare(what, await plain(text), [])
  differing.push(...(await differingCounts(server, db, orgId, people)))

  const read = <Answer>(path: string) => ask<Answer>(server.url, people[0]!.cookie, { path })
  const [largest] = await plain<{ id: string }>('select id from room where org_id = $1 order by last_seq desc limit 1')
  const { data: messages } = await read<{ data: Said[] }>(`/rooms/${largest!.id}/messages?limit=100`)
  for (const { id, text, html, snippet, mentions, deleted_at } of messages) {
    if (deleted_at !== null) continue
    const shown = html.replaceAll(/<[^>]+>/g, '').trim()
    compare(`snippet of the message ${id}`, snippet, shown.slice(0, 200))
    compare(`mentions of the message ${id}`, mentions.user_ids, Array.from(html.matchAll(/data-id="([^"]+)"/g), ([, userId]) => userId))
    compare(`words of the message ${id}`, await plain('select from message_words where org_id = $1 and message_id = $2 and words = search_words(search_scope($1, \'message\'), $3, \'A\')', id, text), [{}])
  }
  const { columns } = await read<{ columns: { status_id: string; total: number }[] }>('/tasks/board?limit=1')
  compare('the board', columns.map(({ status_id, total }) => ({ status_id, total })), await plain(boardCounts))
  await db.query('delete from auth.session where user_id = any($1::uuid[])', [people.map(({ user_id }) => user_id)])
  if (differing.length > 0) throw new Error(`The data set is not as the program would have left it:\n${differing.join('\n')}`)
}

interface Said {
  id: string
  text: string
  html: string
  snippet: string
  mentions: { user_ids: string[] }
  deleted_at: string | null
}

/** What there is to be none of, in the organization $1. */
const wrong = {
  'numbers of rooms': `
    select room.id from room left join message on message.org_id = $1 and room_id = room.id and thread_id is null
    where room.org_id = $1 group by room.id, last_seq having count(seq) <> last_seq or count(distinct seq) <> last_seq or coalesce(max(seq), 0) <> last_seq`,
  'numbers of threads': `
    select thread.id from thread left join message on message.org_id = $1 and message.thread_id = thread.id
    where thread.org_id = $1 group by thread.id, last_seq, reply_count
    having count(distinct seq) <> last_seq or max(seq) <> last_seq or count(*) filter (where deleted_at is null) <> reply_count`,
  'followers who are not in the room': `
    select thread_id from thread_follower f where org_id = $1 and not exists (
      select from room_member where org_id = $1 and room_id = f.room_id and user_id = f.user_id)`,
  'authors who are not in the room': `
    select id from message where org_id = $1 and author_kind = 'user' and not exists (
      select from room_member where org_id = $1 and room_id = message.room_id and user_id = author_id)`,
  'unread causes': `
    select n.id from notification n join notification_cause cause on cause.org_id = $1 and notification_id = n.id
    where n.org_id = $1 group by n.id, unread_count having count(*) filter (where cause.read_at is null) <> unread_count`,
  'people of companies': `
    select company.id from company left join contact on contact.org_id = $1 and company_id = company.id
    where company.org_id = $1 group by company.id, contact_count having count(contact.id) <> contact_count`,
  'what tasks wait for': `
    select task_id from task_dependency where org_id = $1 and task_id <= blocker_id`,
}

const boardCounts = `
  select status.id as status_id, count(task.id)::int as total
  from task_status status left join task on task.org_id = $1 and task.status_id = status.id and task.deleted_at is null
  where status.org_id = $1 group by status.id, status.position order by status.position`
