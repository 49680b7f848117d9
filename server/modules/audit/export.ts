// The audit log as a file, a page at a time: memory does not grow with it.

import { csvLines } from '#platform/csv'
import type { Db } from '#platform/db/kysely'
import type { AuditEntry, AuditFilter } from './contract.ts'
import { listAuditEntries } from './queries.ts'

export const exportTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl' } as const

export interface AuditExport {
  org_id: string
  filter: AuditFilter
  format: keyof typeof exportTypes
}

/** Newest first. */
export async function* exportAuditEntries(db: Db, { org_id, filter, format }: AuditExport): AsyncGenerator<string> {
  if (format === 'csv') yield csvLines([columns])
  for (let before: AuditEntry | undefined; ; ) {
    const rows = await listAuditEntries(db, { org_id, filter, limit, before: before && [before.created_at, before.id] })
    if (rows.length > 0) yield format === 'csv' ? csvLines(rows.map(cells)) : rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    before = rows.at(-1)
    if (rows.length < limit) return
  }
}

const limit = 1_000

const columns = ['id', 'created_at', 'type', 'subject', 'actor_kind', 'actor_id', 'actor_name', 'address', 'user_agent', 'data']

function cells({ id, created_at, type, subject, actor, address, user_agent, data }: AuditEntry) {
  return [String(id), created_at, type, subject, actor.kind, actor.id, actor.name, address, user_agent, data && JSON.stringify(data)]
}
