// The import of people: batches of rows, each stored with its checkpoint in one transaction.

import { listMembers } from '#modules/accounts'
import { setTimeout as wait } from 'node:timers/promises'
import { storePhoto, type ImportedContact, type Photo } from '#modules/contacts'
import { RapportError } from '#platform/errors'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { batchesOf, storeBehind } from './batches.ts'
import { recordChange } from './changes.ts'
import { formatTarget } from './columns.ts'
import { cutText } from './cut-text.ts'
import { rehearse } from './dry-run.ts'
import { describeImport, findMapping, rememberMapping } from './imports.ts'
import { matchKeyOf, mergeRows, rememberSeen, unite, type Merged, type MergeRules } from './merging.ts'
import { openPeople, type Person } from './people.ts'
import { storeRejections, type Rejection } from './rejections.ts'
import type { Owners } from './table-row.ts'
import type { ImportInput } from './uploads.ts'

interface Checkpoint {
  /** Records that are done with. */
  records: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** Rows that are somebody whom the file had before, and were added to them. */
  repeated: number
  /** Rows that were stored with U+FFFD, and the lines of the first of them. */
  damaged?: number
  damaged_lines?: number[]
}

const mostDamagedLines = 20

/** A transaction of so many rows takes some 100 to 150 ms; of rows with a megabyte each it would take minutes. */
const batchSize = { most: 2_000, weight: 1_500_000, weigh: ({ characters }: Person) => characters }

const start: Checkpoint = { records: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, repeated: 0 }

export async function importContacts(storage: Storage, tenancy: Tenancy, run: OperationRun<ImportInput, Checkpoint>) {
  const { input } = run
  if (!input.kept) run.atEnd(() => storage.remove(input.file))
  const db = tenancy.tenant(run.actor.org_id)
  const owners: Owners = new Map((await listMembers(db)).flatMap(({ user_id, email }) => [[email, user_id], [user_id, user_id]]))
  const rules: MergeRules = {
    actor: run.actor,
    import_id: run.id,
    mode: input.mode ?? 'upsert',
    key: matchKeyOf(input.key),
    owner_id: input.owner_id ?? null,
    is_dry: input.dry_run ?? false,
  }
  const { columns, people } = await openPeople(storage, input, { owners, remembered: (headers) => findMapping(db, headers) })
  let at = run.checkpoint ?? start
  await tenancy.transact(run.actor, async (tx) => {
    await describeImport(tx, run.id, columns.map((column) => ({ header: column.header, target: formatTarget(column) })))
    if (input.mapping && !rules.is_dry) await rememberMapping(tx, columns.map(({ header }) => header), input.mapping)
  })

  const storing = storeBehind(async (batch: Person[]) => {
    run.signal.throwIfAborted()
    const flushed = rules.is_dry ? batch : await withPhotos({ tenancy, storage, run }, batch)
    at = await run.step(async (tx, client) => {
      const rows = flushed.flatMap(({ read }) => ('contact' in read ? [withTags(read.contact, input.tags)] : []))
      const { contacts, repeated } = unite(rows, rules.key)
      const merge = () => mergeRows(tx, client, contacts, rules)
      const merged = await (rules.is_dry ? rehearse(tx, merge) : merge())
      const rejections = rejectionsOf(flushed, merged)
      await storeRejections(tx, run.id, rejections)
      const records = flushed.at(-1)!.record
      const { created, changed } = merged.stored
      if (rules.is_dry) await rememberSeen(tx, run.id, merged.keys)
      else {
        await recordChange(tx, run.id, records, { ...merged.stored, interactions: [] })
        if (created.length + changed.length > 0) {
          const data = { operation_id: run.id, created: created.length, updated: changed.length }
          await publish(tx, run.actor, { type: 'contacts.imported', subject: `operation:${run.id}`, data })
        }
      }
      const checkpoint = {
        records,
        created: at.created + created.length,
        updated: at.updated + merged.updated,
        unchanged: at.unchanged + merged.unchanged,
        rejected: at.rejected + rejections.length,
        repeated: at.repeated + repeated + merged.repeated,
        ...damageOf(at, flushed),
      }
      return { done: records, failed: checkpoint.rejected, checkpoint }
    })
  })

  try {
    // Of a file that is broken, what stands before that place is taken.
    for await (const batch of batchesOf(behind(people, at.records), batchSize)) await storing.add(batch)
  } finally {
    await storing.end()
  }
  const { records, ...result } = at
  return { total: records, ...result, ...(rules.is_dry && { dry_run: true }) }
}

/** Nothing where there is none. */
function damageOf({ damaged = 0, damaged_lines = [] }: Checkpoint, people: Person[]): Pick<Checkpoint, 'damaged' | 'damaged_lines'> {
  const lines = people.flatMap((person) => (person.damaged && 'contact' in person.read ? person.line : []))
  const sum = damaged + lines.length
  return sum > 0 ? { damaged: sum, damaged_lines: [...damaged_lines, ...lines].slice(0, mostDamagedLines) } : {}
}

async function* behind(people: AsyncGenerator<Person>, records: number): AsyncGenerator<Person> {
  for await (const person of people) if (person.record > records) yield person
}

/** Draws the pictures that came with people; what is none is left out. */
async function withPhotos(
  { tenancy, storage, run }: { tenancy: Tenancy; storage: Storage; run: OperationRun<ImportInput, Checkpoint> },
  people: Person[],
): Promise<Person[]> {
  const drawn: Person[] = []
  for (const person of people) {
    run.signal.throwIfAborted()
    const photo = person.photo && 'contact' in person.read ? await draw(person.photo) : undefined
    drawn.push(photo && 'contact' in person.read ? { ...person, read: { contact: { ...person.read.contact, photo } } } : person)
  }
  return drawn

  async function draw(picture: Buffer): Promise<Photo | undefined> {
    for (;;) {
      try {
        return await storePhoto(tenancy, storage, run.actor, picture)
      } catch (error) {
        if (!(error instanceof RapportError)) throw error
        if (error.kind !== 'unavailable') return undefined
        // Others are drawing theirs.
        await wait(1_000, undefined, { signal: run.signal })
      }
    }
  }
}

/** A copy: a step may run again, and uniting changes rows. */
function withTags(contact: ImportedContact, tags: string[] = []): ImportedContact {
  return { ...contact, tags: [...new Set([...contact.tags, ...tags])] }
}

function rejectionsOf(people: Person[], { refused }: Merged): Rejection[] {
  const reasons = new Map(refused.map(({ line, reason }) => [line, reason]))
  return people.flatMap(({ line, values, read }): Rejection[] => {
    const reason = 'reason' in read ? read.reason : reasons.get(line)
    if (reason === undefined) return []
    const record = values.map((value) => value.replaceAll('\0', '\uFFFD'))
    return [{ position: line, reason, excerpt: cutText(record.join(','), 200), record }]
  })
}
