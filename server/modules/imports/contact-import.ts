// The import of a CSV file: batches of rows, each stored with its checkpoint in one transaction.

import { mergeContacts, type ImportedContact, type MergeCounts } from '#modules/contacts'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import { sniffDelimiter, readCsv, type CsvRow } from './csv.ts'
import { storeRejections, type Rejection } from './rejections.ts'
import type { ImportInput } from './uploads.ts'

interface Checkpoint extends MergeCounts {
  /** Records that are done with. */
  records: number
  rejected: number
  /** Rows that repeated an address of their batch and were added to that row. */
  repeated: number
}

/** A transaction of so many rows takes some 100 to 150 ms; of rows with a megabyte each it would take minutes. */
const batchSize = { rows: 2_000, characters: 1_500_000 }

const start: Checkpoint = { records: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, repeated: 0 }

export async function importContacts(storage: Storage, run: OperationRun<ImportInput, Checkpoint>) {
  run.atEnd(() => storage.remove(run.input.key))
  let at = run.checkpoint ?? start
  const delimiter = sniffDelimiter(run.input.head)
  let batch: CsvRow[] = []
  let characters = 0
  const flush = async () => {
    run.signal.throwIfAborted()
    const { contacts, repeated } = unite(batch.flatMap((row) => ('contact' in row ? [row.contact] : [])))
    const rejections = batch.flatMap((row): Rejection[] => ('contact' in row ? [] : [{ ...row, position: row.line }]))
    const records = batch.at(-1)!.record
    batch = []
    characters = 0
    at = await run.step(async (tx, client) => {
      const counts = await mergeContacts(tx, client, contacts)
      await storeRejections(tx, run.id, rejections)
      if (counts.created + counts.updated > 0) {
        const data = { operation_id: run.id, created: counts.created, updated: counts.updated }
        await publish(tx, run.actor, { type: 'contacts.imported', subject: `operation:${run.id}`, data })
      }
      const checkpoint = {
        records,
        created: at.created + counts.created,
        updated: at.updated + counts.updated,
        unchanged: at.unchanged + counts.unchanged,
        rejected: at.rejected + rejections.length,
        repeated: at.repeated + repeated,
      }
      return { done: records, failed: checkpoint.rejected, checkpoint }
    })
  }

  for await (const row of readCsv(storage.read(run.input.key), { delimiter })) {
    if (row.record <= at.records) continue
    batch.push(row)
    characters += row.characters
    if (batch.length >= batchSize.rows || characters >= batchSize.characters) await flush()
  }
  if (batch.length > 0) await flush()
  const { records, ...result } = at
  return { total: records, ...result }
}

/** Rows of one batch that share an address, or are the same person without one, become one row. */
function unite(rows: ImportedContact[]): { contacts: ImportedContact[]; repeated: number } {
  const byKey = new Map<string, ImportedContact>()
  const contacts: ImportedContact[] = []
  for (const row of rows) {
    const keys = row.emails.length > 0 ? row.emails : [nameKey(row)]
    const known = keys.map((key) => byKey.get(key)).find(Boolean)
    if (known) add(known, row)
    else contacts.push(row)
    const target = known ?? row
    for (const key of known ? [...keys, ...target.emails] : keys) if (!byKey.has(key)) byKey.set(key, target)
  }
  // An address that two rows had before a third one joined them stays with the first.
  for (const contact of contacts) contact.emails = contact.emails.filter((address) => byKey.get(address) === contact)
  return { contacts, repeated: rows.length - contacts.length }
}

function nameKey({ name, company, phones }: ImportedContact): string {
  return JSON.stringify([name?.toLowerCase(), company?.toLowerCase(), phones.map(({ number }) => number)])
}

/** What the later row says stands; what it does not say stays. */
function add(known: ImportedContact, later: ImportedContact) {
  for (const column of ['name', 'given_name', 'family_name', 'company', 'title'] as const) {
    known[column] = later[column] ?? known[column]
  }
  known.emails = [...new Set([...known.emails, ...later.emails])]
  known.tags = [...new Set([...known.tags, ...later.tags])]
  const numbers = new Set(known.phones.map(({ number }) => number))
  known.phones = [...known.phones, ...later.phones.filter(({ number }) => !numbers.has(number))]
  known.fields = { ...known.fields, ...later.fields }
}
