// The import of a Slack export: channel by channel, day by day, some hundred messages a step. What was imported before is known by what
// Slack calls it, so that the same export, or a later one, adds only what is new.

import { Readable } from 'node:stream'
import { storeRejections, type ImportInput, type Rejection } from '#modules/imports'
import { RapportError } from '#platform/errors'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { cleanName, storeContent } from '../files/actions.ts'
import { openSlackExport, textOf, type SlackDay, type SlackExport, type SlackFile } from './export.ts'
import { cutMessage, readMessage, type ImportedMessage } from './messages.ts'
import { matchPeople, type People } from './people.ts'
import { ensureRoom, findRoom } from './rooms.ts'
import { findImported, storeMessages, type StoredFile } from './storing.ts'

interface Checkpoint {
  /** Channels whose rooms are made. */
  rooms: number
  /** Files of days that are done with; and of the next one so many entries. */
  days: number
  entries: number
  /** All entries so far, by which rejections are numbered. */
  position: number
  created: number
  unchanged: number
  skipped: number
  rejected: number
  channels_created: number
  files: number
  files_missing: number
}

const start: Checkpoint = { rooms: 0, days: 0, entries: 0, position: 0, created: 0, unchanged: 0, skipped: 0, rejected: 0, channels_created: 0, files: 0, files_missing: 0 }

/** A step of some 100 ms. */
const batchSize = 300

interface Work {
  storage: Storage
  tenancy: Tenancy
  run: OperationRun<ImportInput, Checkpoint>
  slack: SlackExport
  people: People
  limit_bytes: number
}

export async function importSlack({ storage, tenancy, limit_bytes }: Pick<Work, 'storage' | 'tenancy' | 'limit_bytes'>, run: Work['run']) {
  if (!run.input.kept) run.atEnd(() => storage.remove(run.input.file))
  const slack = await openSlackExport(storage, run.input.file, run.input.bytes)
  try {
    const people = await matchPeople(tenancy.tenant(run.actor.org_id), slack)
    const work = { storage, tenancy, run, slack, people, limit_bytes }
    // Also those in which nothing was said.
    let at = await importRooms(work, { ...start, ...run.checkpoint })
    for (const [index, day] of slack.days.entries()) if (index >= at.days) at = await importDay(work, day, at)
    return resultOf(work, at)
  } finally {
    slack.close()
  }
}

function resultOf({ run, slack, people }: Work, { rooms: _, days: __, entries: ___, position, ...counts }: Checkpoint) {
  const members = [...slack.users.keys()].filter((id) => people.members([id]).length > 0).length
  return { total: position, ...counts, people_matched: members, people_unknown: slack.users.size - members, ...(run.input.dry_run && { dry_run: true }) }
}

async function importRooms({ run, slack, people }: Work, before: Checkpoint): Promise<Checkpoint> {
  let at = before
  for (const channel of [...slack.channels.values()].slice(before.rooms)) {
    run.signal.throwIfAborted()
    at = await run.step(async (tx) => {
      const isNew = run.input.dry_run
        ? !(await findRoom(tx, channel)) && (channel.kind === 'public' || people.members(channel.members).length > 0)
        : (await ensureRoom(tx, run.actor, { import_id: run.id, channel, people, users: slack.users }))?.created
      return { done: 0, failed: 0, checkpoint: { ...at, rooms: at.rooms + 1, channels_created: at.channels_created + Number(isNew ?? false) } }
    })
  }
  return at
}

async function importDay(work: Work, day: SlackDay, before: Checkpoint): Promise<Checkpoint> {
  const { run, slack } = work
  run.signal.throwIfAborted()
  let entries: unknown[]
  try {
    entries = await slack.readDay(day)
  } catch (error) {
    if (!(error instanceof RapportError)) throw error
    return reject(work, before, { reason: error.message, excerpt: day.name })
  }
  let at = before
  do {
    const batch = entries.slice(at.entries, at.entries + batchSize)
    const isLast = at.entries + batchSize >= entries.length
    const next = { ...at, position: at.position + batch.length, ...(isLast ? { days: at.days + 1, entries: 0 } : { entries: at.entries + batchSize }) }
    at = await importBatch(work, day, { batch, at, next })
  } while (at.entries > 0)
  return at
}

/** A day that cannot be read at all. */
function reject({ run }: Work, at: Checkpoint, rejection: Omit<Rejection, 'position'>): Promise<Checkpoint> {
  const next = { ...at, days: at.days + 1, entries: 0, position: at.position + 1, rejected: at.rejected + 1 }
  return run.step(async (tx) => {
    await storeRejections(tx, run.id, [{ position: next.position, ...rejection }])
    return { done: next.position, failed: next.rejected, checkpoint: next }
  })
}

interface Batch {
  batch: unknown[]
  at: Checkpoint
  next: Checkpoint
}

async function importBatch(work: Work, { channel, name }: SlackDay, { batch, at, next }: Batch): Promise<Checkpoint> {
  const { run, tenancy, people } = work
  run.signal.throwIfAborted()
  const { messages, rejections, skipped } = readBatch(batch, (entry) => readMessage(entry, channel, people), at.position)
  const isHidden = channel.kind !== 'public' && people.members(channel.members).length === 0
  if (isHidden && messages.length > 0) {
    rejections.push({ position: at.position + 1, reason: `Nobody of ${channel.name} is a member here, so nobody could read it: invite them, and import again.`, excerpt: name })
  }
  const known = isHidden ? new Map() : await findImported(tenancy.tenant(run.actor.org_id), messages.map(({ source_id }) => source_id))
  const fresh = isHidden ? [] : messages.filter(({ source_id }) => !known.has(source_id))
  const { files, stored, missing } = run.input.dry_run ? countFiles(work, fresh) : await storeFiles(work, fresh)
  return run.step(async (tx) => {
    await storeRejections(tx, run.id, rejections)
    const room = await findRoom(tx, channel)
    if (room && fresh.length > 0 && !run.input.dry_run) await storeMessages(tx, run.actor, { room_id: room, import_id: run.id, messages: fresh, files })
    const checkpoint = {
      ...next,
      created: at.created + fresh.length,
      unchanged: at.unchanged + (isHidden ? 0 : messages.length - fresh.length),
      skipped: at.skipped + skipped,
      rejected: at.rejected + rejections.length,
      files: at.files + stored,
      files_missing: at.files_missing + missing,
    }
    return { done: checkpoint.position, failed: checkpoint.rejected, checkpoint }
  })
}

/** In the order of their times; each once. */
function readBatch(batch: unknown[], read: (entry: unknown) => ImportedMessage | undefined, before: number) {
  const messages = new Map<string, ImportedMessage>()
  const rejections: Rejection[] = []
  let skipped = 0
  for (const [index, entry] of batch.entries()) {
    try {
      const message = read(entry)
      if (message) messages.set(message.source_id, message)
      else skipped++
    } catch (error) {
      rejections.push({ position: before + index + 1, reason: (error as Error).message, excerpt: excerptOf(entry) })
    }
  }
  const inOrder = [...messages.values()].toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1))
  return { messages: inOrder, rejections, skipped }
}

function excerptOf(entry: unknown): string {
  try {
    return (JSON.stringify(entry) ?? '').replaceAll(/\0|\\u0000/g, '').slice(0, 200).toWellFormed()
  } catch {
    // Nested deeper than can be written.
    return ''
  }
}

function nameOfFile({ name, title, id }: SlackFile): string {
  const said = [name, title, id].map(textOf).find(Boolean) ?? ''
  return cleanName(said.replace(/[/\\]/g, ' '))
}

interface FilesOfBatch {
  files: Map<string, StoredFile[]>
  stored: number
  missing: number
}

function countFiles({ slack }: Work, messages: ImportedMessage[]): FilesOfBatch {
  const all = messages.flatMap(({ files }) => files)
  const stored = all.filter((file) => slack.findFile(file)).length
  return { files: new Map(), stored, missing: all.length - stored }
}

const mostFiles = 20

/** Before the step, whose transaction is short. What the export does not hold is named in the text, with where it is. */
async function storeFiles({ storage, tenancy, run, slack, limit_bytes }: Work, messages: ImportedMessage[]): Promise<FilesOfBatch> {
  const files = new Map<string, StoredFile[]>()
  let missing = 0
  for (const message of messages) {
    const own: StoredFile[] = []
    for (const file of message.files) {
      run.signal.throwIfAborted()
      const entry = own.length < mostFiles ? slack.findFile(file) : undefined
      const name = nameOfFile(file)
      const stored = entry && (await storeEntry(entry, textOf(file.mimetype) || 'application/octet-stream'))
      if (stored) own.push({ ...stored, name })
      else {
        missing++
        const url = [file.permalink, file.url_private].find((each) => typeof each === 'string' && /^https:\/\/[^\s()]+$/.test(each))
        const label = name.replace(/[\\[\]`*_<>]/g, '\\$&')
        message.text = cutMessage([message.text, url ? `📎 [${label}](${url})` : `📎 ${label}`].filter(Boolean).join('\n'))
      }
    }
    if (own.length > 0) files.set(message.source_id, own)
  }
  return { files, stored: [...files.values()].flat().length, missing }

  /** Undefined where it is damaged, or larger than files may be here. */
  async function storeEntry(entry: string, type: string) {
    try {
      return await storeContent(tenancy, storage, run.actor.org_id, { type, content: Readable.from(slack.readFile(entry)), limit_bytes })
    } catch (error) {
      if (error instanceof RapportError) return undefined
      throw error
    }
  }
}
