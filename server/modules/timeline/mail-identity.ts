// Which mail is which. A Message-ID is meant to be unique, and copies of a mail are known by it. But scanners, forms and scripts
// give the same one to each mail that they send: none of those may be lost.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import type { NewInteraction } from './recording.ts'

type Identity = Pick<NewInteraction, 'subject' | 'snippet' | 'occurred_at' | 'file_names'>

/**
 * The batch, in which a mail whose Message-ID belongs to another one has an id that is made from both: the same one, in
 * whatever order and however often they come.
 */
export async function tellApart(db: Db, batch: NewInteraction[]): Promise<NewInteraction[]> {
  const mails = batch.filter(isMail)
  if (mails.length === 0) return batch
  const { rows } = await sql<Identity & { source_id: string }>`
    select source_id, subject, snippet, occurred_at,
      array(select name from attachment where org_id = (select current_org()) and interaction_id = interaction.id) as file_names
    from interaction
    where org_id = (select current_org()) and source = 'mail' and source_id = any(${mails.flatMap((mail) => [mail.source_id, ownId(mail)])})
  `.execute(db)
  const known = new Map<string, Identity>(rows.map((row) => [row.source_id, row]))
  return batch.map((mail) => {
    if (!isMail(mail)) return mail
    const first = known.get(mail.source_id)
    if (!known.has(ownId(mail)) && !(first && isAnother(mail, first))) {
      if (!first) known.set(mail.source_id, mail)
      return mail
    }
    return { ...mail, source_id: ownId(mail) }
  })
}

function isMail({ kind, source }: NewInteraction): boolean {
  return kind === 'mail' && source === 'mail'
}

/**
 * Copies say the same, but for what mailing lists and gateways add in front and behind, and carry no other files. They have the
 * same date, but for the seconds between what is in a sent folder and what arrived.
 */
function isAnother(mail: NewInteraction, known: Identity): boolean {
  const apart = Math.abs(Date.parse(mail.occurred_at) - Date.parse(known.occurred_at))
  // One without a date has that of its import.
  if (!mail.is_undated && apart > day) return true
  const hasOthers = mail.file_names?.some((name) => !known.file_names?.includes(name)) ?? false
  return hasOthers || !saySame(mail.subject, known.subject) || !saySame(mail.snippet, known.snippet)
}

const day = 86_400_000

/** Whether one has the beginning of the other in it. */
function saySame(one: string | null, other: string | null): boolean {
  const [first, second] = [one, other].map((text) => (text ?? '').toLowerCase().replaceAll(/\s+/g, ' ').trim()) as [string, string]
  return first.includes(second.slice(0, 80)) || second.includes(first.slice(0, 80))
}

function ownId({ source_id, subject, snippet, occurred_at, is_undated, file_names }: NewInteraction): string {
  const said = JSON.stringify([subject, snippet, is_undated ? null : occurred_at, file_names])
  return `${source_id}#${createHash('sha256').update(said).digest('hex').slice(0, 32)}`
}
