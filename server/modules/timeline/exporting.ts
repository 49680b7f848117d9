// What the timeline keeps about one contact, as files: what passed, what was noted, what was attached.

import { sql } from 'kysely'
import type { ExportSource, PersonFile } from '#modules/contacts'
import { openFile } from '#platform/storage'
import { fileKey } from './attachments/files.ts'
import { readTimeline, writeTimelineLines } from './lines.ts'
import { listNotes } from './notes/queries.ts'

export async function* exportTimeline(source: ExportSource): AsyncGenerator<PersonFile> {
  const { db, contact_id } = source
  yield {
    path: 'timeline.jsonl',
    about: 'every mail, meeting, call and note that they took part in, one a line, newest first, with its text',
    content: writeTimelineLines(db, readTimeline(db, { contact_id })),
  }
  yield* exportNotes(source)
  yield* exportAttachments(source)
}

const page = 200

async function* exportNotes({ db, contact_id }: ExportSource): AsyncGenerator<PersonFile> {
  for (let after: string[] | undefined; ;) {
    const notes = await listNotes(db, { query: { contact_id }, limit: page, after })
    for (const { id, text, created_at } of notes) {
      yield { path: `notes/${nameOf(created_at, id)}.md`, about: 'what was noted about them, in Markdown', content: text }
    }
    const last = notes.at(-1)
    if (!last || notes.length < page) return
    after = [last.created_at, last.id]
  }
}

interface StoredFile {
  id: string
  file_id: string
  name: string
  occurred_at: string
}

async function* exportAttachments({ db, storage, org_id, contact_id }: ExportSource): AsyncGenerator<PersonFile> {
  const about = 'the files that came with what passed, each after its day'
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<StoredFile>`
      select distinct a.id, a.file_id, a.name, p.occurred_at::text
      from participant p join attachment a on a.org_id = p.org_id and a.interaction_id = p.interaction_id
      where p.org_id = (select current_org()) and p.contact_id = ${contact_id} and not p.hidden
        and a.file_id is not null and a.id > ${after}::uuid
      order by a.id limit ${page}
    `.execute(db)
    for (const { id, file_id, name, occurred_at } of rows) {
      const path = `attachments/${nameOf(occurred_at, id)} ${plainName(name)}`
      const content = await openFile(storage, fileKey(org_id, file_id))
      yield content ? { path, about, content } : { path: `${path}.missing.txt`, about, content: 'The storage does not have this file any more.\n' }
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = last.id
  }
}

/** Its day, and what tells it from others of that day. */
function nameOf(at: string, id: string): string {
  return `${at.slice(0, 10)} ${id.slice(-6)}`
}

/** As every system can have it for a file. */
function plainName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').replaceAll('..', '_').slice(-120).trim()
  return plain === '' ? 'file' : plain
}
