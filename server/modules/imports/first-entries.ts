// The first of what stands in a file that is no table, as somebody would know it: people, mails, meetings.

import type { Storage } from '#platform/storage'
import type { ImportEntry } from './contract.ts'
import { cutText } from './cut-text.ts'
import { readVcards } from './people.ts'
import type { ImportInput } from './uploads.ts'

const most = 5
/** What is no entry is passed over, as long as one can wait for it. */
const mostLookedAt = 200

/** Throws invalid for a file of cards without one. */
export async function listFirstEntries(storage: Storage, input: ImportInput): Promise<ImportEntry[]> {
  const found: ImportEntry[] = []
  let lookedAt = 0
  for await (const entry of readEntries(storage, input)) {
    if (entry) found.push({ ...entry, title: entry.title && cutText(entry.title, 200), about: entry.about && cutText(entry.about, 200) })
    if (found.length === most || ++lookedAt === mostLookedAt) break
  }
  return found
}

function readEntries(storage: Storage, input: ImportInput): AsyncGenerator<ImportEntry | undefined> {
  if (input.format === 'vcard') return readCards(storage, input)
  if (input.format === 'ics') return readEvents(storage, input)
  return readMessages(storage, input)
}

async function* readCards(storage: Storage, input: ImportInput) {
  for await (const { read } of readVcards(storage, input)) {
    if (!('contact' in read)) yield undefined
    else yield { title: read.contact.name || null, about: read.contact.emails[0]?.address ?? read.contact.phones[0]?.number ?? null, at: null }
  }
}

async function* readMessages(storage: Storage, input: ImportInput) {
  const { readMails } = await import('./mail-import.ts')
  for await (const read of readMails(storage, input)) {
    if (!('mail' in read)) yield undefined
    else yield { title: read.mail.subject, about: read.mail.from && (read.mail.from.name || read.mail.from.address), at: read.mail.occurred_at?.toISOString() ?? null }
  }
}

async function* readEvents(storage: Storage, { file, encoding }: ImportInput) {
  const [{ readComponents }, { readEvent }, { createZones }] = await Promise.all([import('./calendar-components.ts'), import('./calendar-event.ts'), import('./time-zones.ts')])
  const zones = createZones()
  for await (const { name, lines } of readComponents(storage.read(file), encoding)) {
    if (name === 'VTIMEZONE') zones.define(lines)
    if (name !== 'VEVENT') continue
    try {
      const { subject, organizer, location, start, zone } = readEvent(lines, zones, null)
      yield { title: subject, about: location ?? organizer?.name ?? organizer?.address ?? null, at: new Date(zone.toUtc(start)).toISOString() }
    } catch {
      // The import says why it is none.
      yield undefined
    }
  }
}
