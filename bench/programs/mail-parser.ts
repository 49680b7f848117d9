// A baseline, run by mail-import.ts: the program's own import of a mailbox with nothing behind it. Its steps, where
// messages become rows, are left out: what remains is reading and parsing the file.

import { importRunners, type ImportInput } from '#modules/imports'
import { kyselyOn } from '#platform/db/kysely'
import { createStorage } from '#platform/storage'
import type { OperationRun } from '#platform/operation-worker'
import type { Tenancy } from '#platform/tenancy'
import { readInput } from './input.ts'

/** `folder` is a data folder, whose storage has the file under `key`; the file goes with it. */
export interface MailParserOptions {
  folder: string
  key: string
}

const { folder, key } = readInput<MailParserOptions>()
const nobody = {
  tenant: () => kyselyOn(async () => ({ rows: [] })),
  // Nor are files stored.
  transact: async () => ({ ids: new Map(), missing: [] }),
} as unknown as Tenancy
const input: Partial<ImportInput> = { file: key, format: 'mbox', filename: 'inbox.mbox', bytes: 0 }
const run: Partial<OperationRun> = {
  actor: { org_id: '', kind: 'system', id: '', role: 'owner' },
  input,
  checkpoint: null,
  signal: new AbortController().signal,
  step: async () => ({ bytes: 0, messages: 0 }),
  atEnd: () => {},
}
const begun = performance.now()
await importRunners(createStorage({ data_folder: folder }), nobody)['import.mail']!(run as never)
console.log(JSON.stringify({ seconds: (performance.now() - begun) / 1_000 }))
