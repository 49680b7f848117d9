// Mails as an mbox file (mboxrd, RFC 4155): each put together from what is stored of it, so that a mail program shows the
// same, and an import finds what it knows. A mail at a time, and of its attachments a piece at a time.

import { fileKey, type TimelineEntry } from '#modules/timeline'
import type { Db } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import { sql } from 'kysely'
import { writeMessage, type StoredAttachment, type StoredBody, type StoredMail } from './message.ts'

interface Source {
  db: Db
  storage: Storage
  org_id: string
}

export async function* writeMbox({ db, storage, org_id }: Source, pages: AsyncIterable<TimelineEntry[]>): AsyncGenerator<string | Buffer> {
  const read = (fileId: string) => storage.read(fileKey(org_id, fileId))
  for await (const entries of pages) {
    // A mail may have megabytes of text.
    for (let at = 0; at < entries.length; at += 10) {
      for (const mail of await findMails(db, entries.slice(at, at + 10))) {
        yield fromLine(mail)
        for await (const piece of writeMessage(mail, read)) yield typeof piece === 'string' ? escapeFrom(piece) : piece
        yield '\n'
      }
    }
  }
}

/** By the sender, and when it was written: what a mail without a date of its own is shown at. */
function fromLine({ participants, occurred_at }: StoredMail): string {
  const sender = participants.find(({ role }) => role === 'from')?.address ?? 'MAILER-DAEMON'
  const [, weekday, day, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(occurred_at).toUTCString())!
  return `From ${sender} ${weekday} ${month} ${day} ${time} ${year}\n`
}

/** What is given begins at the beginning of a line. */
function escapeFrom(text: string): string {
  return text.replace(/^(?=>*From )/gm, '>')
}

async function findMails(db: Db, entries: TimelineEntry[]): Promise<StoredMail[]> {
  const ids = entries.map(({ id }) => id)
  const { rows } = await sql<Partial<StoredBody> & { id: string; source_id: string; attachments: StoredAttachment[] }>`
    select i.id, i.source_id, body.text, body.html, body.headers, coalesce((
      select json_agg(json_build_object('file_id', file_id, 'left_out', left_out, 'name', name, 'type', type, 'size', size,
          'cid', cid, 'embedded', embedded) order by position)
      from attachment where org_id = i.org_id and interaction_id = i.id), '[]') as attachments
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id
    where i.org_id = (select current_org()) and i.id = any(${ids}::uuid[])
  `.execute(db)
  const stored = new Map(rows.map((row) => [row.id, row]))
  // One that was removed in the meantime is left out.
  return entries.flatMap((entry) => {
    const { text = null, html = null, headers = null, ...rest } = stored.get(entry.id) ?? {}
    return 'source_id' in rest ? [{ ...entry, ...rest, text, html, headers } as StoredMail] : []
  })
}
