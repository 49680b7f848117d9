// Mails of an organization that were not sent, because there is no mail server: for its admins, to pass on.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { outboxOf } from '#platform/mail'
import type { CursorValue } from '#platform/pages'
import type { OutboxMail } from './contract.ts'

/** Newest first. */
export async function listOutbox(
  dataFolder: string,
  orgId: string,
  { limit, before }: { limit: number; before?: CursorValue },
): Promise<OutboxMail[]> {
  const folder = outboxOf(dataFolder, orgId)
  const names = (await readdir(folder).catch(noFolder)).filter((name) => name.endsWith('.eml'))
  const wanted = names.toSorted().toReversed().filter((name) => before === undefined || name < String(before))
  return Promise.all(wanted.slice(0, limit).map((name) => read(folder, name)))
}

async function read(folder: string, name: string): Promise<OutboxMail> {
  const { to, subject, text, date } = await PostalMime.parse(await readFile(join(folder, name)))
  return {
    id: name.replace(/\.eml$/, ''),
    to: to?.[0]?.address ?? '',
    subject: subject ?? '',
    created_at: new Date(date ?? 0).toISOString(),
    text: text ?? '',
  }
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
