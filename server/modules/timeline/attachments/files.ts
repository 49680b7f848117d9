// The files of attachments: equal ones of an organization are kept once. A file is written before the row that needs it,
// and a job that is queued before that removes it again if none comes; so whatever dies, none is lost and none stays.

import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { enqueue } from '#platform/jobs'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'

/** Where the storage has a file. */
export function fileKey(orgId: string, id: string): string {
  return `attachments/${orgId}/${id}`
}

export interface Content {
  /** In hexadecimal digits. */
  sha256: string
  content: () => Buffer
}

/** Sees to it that the storage has these, and returns the id of each by its hash: for `NewAttachment`, within the hour. */
export async function storeFiles(tenancy: Tenancy, storage: Storage, orgId: string, contents: Content[]): Promise<Map<string, string>> {
  const byHash = new Map(contents.map((each) => [each.sha256, each]))
  if (byHash.size === 0) return new Map()
  const { ids, missing } = await tenancy.transact({ org_id: orgId }, async (tx) => {
    const { rows } = await sql<{ id: string; sha256: string }>`
      update file set wanted_at = now()
      where org_id = (select current_org()) and sha256 = any(array(select decode(hash, 'hex') from unnest(${[...byHash.keys()]}::text[]) as hash))
      returning id, encode(sha256, 'hex') as sha256
    `.execute(tx)
    const known = new Map(rows.map(({ id, sha256 }) => [sha256, id]))
    const absent = [...byHash.values()].filter(({ sha256 }) => !known.has(sha256)).map((each) => ({ ...each, id: randomUUID() as string }))
    if (absent.length > 0) {
      const payload: LeftFiles = { org_id: orgId, files: absent.map(({ id }) => id) }
      await enqueue(tx, 'timeline.remove_files', payload, { run_at: inHours(2) })
    }
    return { ids: known, missing: absent }
  })
  const waiting = [...missing]
  const write = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await storage.write(fileKey(orgId, next.id), Readable.from([next.content()]))
    }
  }
  // A few at once: most of the time of a small one is the disk's.
  await Promise.all(Array.from({ length: 8 }, write))
  return new Map([...ids, ...missing.map(({ sha256, id }): [string, string] => [sha256, id])])
}

export interface LeftFiles {
  org_id: string
  files: string[]
}

/** Removes those of these files that no attachment is; what somebody was just about to attach is looked at again later. */
export async function removeFiles({ transact }: Tenancy, storage: Storage, { org_id, files }: LeftFiles) {
  const kept = await transact({ org_id }, async (tx) => {
    await sql`
      delete from file
      where org_id = (select current_org()) and id = any(${files}::uuid[]) and wanted_at < now() - interval '1 hour' and not exists (
        select from attachment where attachment.org_id = file.org_id and attachment.file_id = file.id
      )
    `.execute(tx)
    const { rows } = await sql<{ id: string; used: boolean }>`
      select id, exists (
        select from attachment where attachment.org_id = file.org_id and attachment.file_id = file.id
      ) as used
      from file where org_id = (select current_org()) and id = any(${files}::uuid[])
    `.execute(tx)
    const unused = rows.filter(({ used }) => !used).map(({ id }) => id)
    if (unused.length > 0) {
      const payload: LeftFiles = { org_id, files: unused }
      await enqueue(tx, 'timeline.remove_files', payload, { run_at: inHours(2) })
    }
    return new Set(rows.map(({ id }) => id))
  })
  for (const id of files) if (!kept.has(id)) await storage.remove(fileKey(org_id, id))
}

function inHours(hours: number): Date {
  return new Date(Date.now() + hours * 3_600_000)
}
