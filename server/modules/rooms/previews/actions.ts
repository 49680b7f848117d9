// What the pages say to which a message links. They are read by a job once the message is sent, from public addresses, within bounds, and
// no picture of theirs is loaded by anybody: whoever reads the message tells nobody.

import { sql } from 'kysely'
import { allow } from '#platform/errors'
import { publish } from '#platform/events'
import type { JobHandlers } from '#platform/jobs'
import { OutgoingError, type Outgoing } from '#platform/outgoing'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { lockMessage } from '../messages/actions.ts'
import type { LinkPreview, Message } from '../messages/contract.ts'
import { renderMessage } from '../messages/markdown.ts'
import { getMessage } from '../messages/queries.ts'
import { canManageRoom } from '../policy.ts'
import { readHead } from './page-head.ts'
import type { PreviewJob } from './queue.ts'

/** Of one message. */
const mostLinks = 3
/** What is behind these bytes is no head. */
const mostBytes = 256 * 1024
const mostHops = 3

interface Options {
  tenancy: Tenancy
  outgoing: Outgoing
  public_url: string
  /** For a page, with all the redirects that lead to it. */
  timeout_ms?: number
}

/** What asks servers of others, which may be slow. */
export function previewJobs({ tenancy: { tenant, transact }, outgoing, public_url, timeout_ms = 5_000 }: Options): JobHandlers {
  return {
    async 'rooms.preview_links'({ org_id, message_id }: PreviewJob) {
      const { rows: [message] } = await sql<{ text: string }>`
        select text from message where org_id = (select current_org()) and id = ${message_id} and deleted_at is null
      `.execute(tenant(org_id))
      if (!message) return
      const links = linksOf(message.text).filter((url) => new URL(url).origin !== new URL(public_url).origin).slice(0, mostLinks)
      const previews = (await Promise.all(links.map((url) => readPreview(outgoing, { url, timeout_ms })))).filter((preview) => preview !== undefined)
      await transact({ org_id }, async (tx) => {
        // It may say something else by now: then another job is on its way.
        const { rows: changed } = await sql`
          update message set previews = ${JSON.stringify(previews)}::jsonb
          where org_id = (select current_org()) and id = ${message_id} and text = ${message.text} and deleted_at is null
            and previews <> ${JSON.stringify(previews)}::jsonb returning id
        `.execute(tx)
        if (changed.length > 0) await tell(tx, { org_id, kind: 'system', id: org_id, role: 'owner' }, message_id)
      })
    },
  }
}

/** By whoever wrote the message, and who manages its room. Throws message_not_found, forbidden. */
export async function removePreviews(tx: Tx, actor: Actor, id: string): Promise<Message> {
  const { message, room } = await lockMessage(tx, actor, id)
  const isAuthor = message.author.kind === actor.kind && message.author.id === actor.id
  allow(isAuthor || canManageRoom(actor, room), 'Only who wrote a message can take its previews away, and who manages the room.')
  if (message.previews.length === 0) return message
  await sql`update message set previews = '[]' where org_id = (select current_org()) and id = ${id}`.execute(tx)
  return tell(tx, actor, id)
}

async function tell(tx: Tx, actor: Actor, id: string): Promise<Message> {
  const message = await getMessage(tx, id)
  await publish(tx, actor, { type: 'message.previewed', subject: `message:${id}`, audience: `room:${message.room_id}`, audited: false, data: { message } })
  return message
}

/** As a reader sees them: what stands in code is none. */
function linksOf(text: string): string[] {
  const found = renderMessage(text).matchAll(/<a [^>]*href="(https?:\/\/[^"]+)"/g)
  return [...new Set(Array.from(found, ([, href]) => href!.replaceAll('&amp;', '&')))].filter((url) => URL.canParse(url))
}

/** Undefined of what is no page, or does not answer. Where it redirects to is checked as what it was. */
async function readPreview(outgoing: Outgoing, { url, timeout_ms }: { url: string; timeout_ms: number }): Promise<LinkPreview | undefined> {
  const signal = AbortSignal.timeout(timeout_ms)
  try {
    for (let hop = 0, at = url; hop <= mostHops; hop++) {
      const headers = { accept: 'text/html', 'user-agent': 'Rapport (link previews)' }
      const answer = await outgoing.request({ url: at, headers, timeout_ms, max_bytes: mostBytes, signal })
      const { location, 'content-type': type = '' } = answer.headers
      if (answer.status >= 300 && answer.status < 400 && location && URL.canParse(location, at)) at = new URL(location, at).href
      else if (answer.status !== 200 || !/^(text\/html|application\/xhtml\+xml)/i.test(type)) return undefined
      else {
        const head = readHead(answer.body, type)
        return head && { url, ...head }
      }
    }
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
  }
  return undefined
}
