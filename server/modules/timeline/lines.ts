// A timeline as JSON lines: an interaction each, newest first, with its text.

import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { TimelineEntry } from './contract.ts'
import { listTimeline, type TimelineFilters } from './queries.ts'

const page = 500

interface Wanted extends TimelineFilters {
  contact_id?: string
  company_id?: string
}

/** Pages of it. */
export async function* readTimeline(db: Db, { contact_id, company_id, ...filters }: Wanted): AsyncGenerator<TimelineEntry[]> {
  const whose = contact_id ? { contact_id } : company_id ? { company_id } : 'organization'
  for (let after: TimelineEntry | undefined; ;) {
    const entries = await listTimeline(db, { whose, filters, limit: page, after: after && [after.occurred_at, after.id] })
    if (entries.length > 0) yield entries
    if (entries.length < page) return
    after = entries.at(-1)
  }
}

export async function* writeTimelineLines(db: Db, pages: AsyncIterable<TimelineEntry[]>): AsyncGenerator<string> {
  for await (const entries of pages) {
    // A text may have megabytes.
    for (let at = 0; at < entries.length; at += 50) {
      const few = entries.slice(at, at + 50)
      const bodies = await findBodies(db, few.map(({ id }) => id))
      yield few.map((entry) => `${JSON.stringify({ ...entry, ...bodies.get(entry.id) })}\n`).join('')
    }
  }
}

interface Body {
  text: string | null
  html: string | null
}

async function findBodies(db: Db, ids: string[]): Promise<Map<string, Body>> {
  const { rows } = await sql<Body & { interaction_id: string }>`
    select interaction_id, text, html from interaction_body
    where org_id = (select current_org()) and interaction_id = any(${ids}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ interaction_id, ...body }) => [interaction_id, body]))
}
