// The import of mail files: messages are read one by one, stored in batches with a checkpoint.

import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { listMemberAddresses } from '#modules/accounts'
import { ensureContacts } from '#modules/contacts'
import {
  contentType, findNew, recordInteractions, storeFiles, type NewAttachment, type NewInteraction,
} from '#modules/timeline'
import { publish } from '#platform/events'
import type { OperationRun } from '#platform/operation-worker'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { batchesOf, storeBehind } from './batches.ts'
import { noContacts, recordChange } from './changes.ts'
import { rehearse } from './dry-run.ts'
import { isRobotAddress, normalizeAddress } from './mail-addresses.ts'
import { leftOut } from './mail-content.ts'
import { readMail, type Mail } from './mail.ts'
import { findQuote } from './mail-text.ts'
import { splitMbox, type MboxMessage } from './mbox.ts'
import { BoundedMessage, largestMessage } from './bounded-message.ts'
import { storeRejections, type Rejection } from './rejections.ts'
import type { ImportOptions } from './contract.ts'
import type { ImportInput } from './uploads.ts'

interface Checkpoint {
  /** Bytes that are done with. */
  bytes: number
  messages: number
  created: number
  unchanged: number
  rejected: number
  contacts_created: number
}

/** What is read is held until it is stored, and copied once more on its way. */
const batchSize = { most: 200, weight: 16 * 1024 * 1024, weigh: ({ bytes }: Read) => bytes }

const start: Checkpoint = { bytes: 0, messages: 0, created: 0, unchanged: 0, rejected: 0, contacts_created: 0 }

export async function importMail(storage: Storage, tenancy: Tenancy, run: OperationRun<ImportInput, Checkpoint>) {
  if (!run.input.kept) run.atEnd(() => storage.remove(run.input.file))
  const own = await ownAddresses(tenancy, run)
  let at = run.checkpoint ?? start
  const storing = storeBehind(async (batch: Read[]) => {
    run.signal.throwIfAborted()
    const mails = batch.flatMap((read) => ('mail' in read ? [read.mail] : []))
    const rejections = batch.flatMap((read): Rejection[] => ('reason' in read ? [read] : []))
    const { end: bytes, position: messages } = batch.at(-1)!
    const interactions = mails.map((mail) => toInteraction(mail, own))
    const attachments = run.input.dry_run ? new Map() : await storeAttachments({ storage, tenancy, orgId: run.actor.org_id, mails }, interactions)
    at = await run.step(async (tx, client) => {
      const store = async () => {
        const people = mails.flatMap((mail) => strangers(mail, own, run.input.create_contacts))
        const contacts = await ensureContacts(tx, people)
        const carrying = interactions.map((interaction, place) => ({ ...interaction, attachments: attachments.get(place) ?? [] }))
        const { created } = await recordInteractions(tx, client, carrying)
        return { contacts, interactions: created }
      }
      const { contacts, interactions: stored } = await (run.input.dry_run ? rehearse(tx, store) : store())
      const [created, contactsCreated] = [stored.length, contacts.length]
      await storeRejections(tx, run.id, rejections)
      if (created + contactsCreated > 0 && !run.input.dry_run) {
        await recordChange(tx, run.id, messages, { ...noContacts, created: contacts, interactions: stored })
        const data = { operation_id: run.id, created, contacts_created: contactsCreated }
        await publish(tx, run.actor, { type: 'interactions.imported', subject: `operation:${run.id}`, data })
      }
      const checkpoint = {
        bytes,
        messages,
        created: at.created + created,
        unchanged: at.unchanged + mails.length - created,
        rejected: at.rejected + rejections.length,
        contacts_created: at.contacts_created + contactsCreated,
      }
      return { done: messages, failed: checkpoint.rejected, checkpoint }
    })
  })

  try {
    for await (const batch of batchesOf(readMails(storage, run.input, at), batchSize)) await storing.add(batch)
  } finally {
    await storing.end()
  }
  const { bytes, messages, ...result } = at
  return { total: messages, ...result, ...(run.input.dry_run && { dry_run: true }) }
}

/** A message, or why it is none; `end` is where the next one begins, `position` its number. */
type Read = { end: number; position: number; bytes: number } & ({ mail: Mail } | { reason: string; excerpt: string })

export async function* readMails(storage: Storage, input: ImportInput, from = start): AsyncGenerator<Read> {
  const file = storage.read(input.file, from.bytes)
  const messages = input.format === 'mbox' ? splitMbox(file, { from_byte: from.bytes }) : wholeMessage(file, from.bytes)
  let position = from.messages
  for await (const message of messages) yield { end: message.end, position: ++position, bytes: message.raw.length, ...(await read(message)) }
}

async function read({ raw, gap, delivered_at }: MboxMessage) {
  try {
    return { mail: await readMail(raw, { fallback_date: delivered_at, gap }) }
  } catch (error) {
    return { reason: (error as Error).message, excerpt: raw.toString('utf8', 0, 200).replaceAll('\0', '') }
  }
}

/** An .eml file is one message, and done with when it was stored. */
async function* wholeMessage(file: Readable, fromByte: number): AsyncGenerator<MboxMessage> {
  if (fromByte > 0) return
  const message = new BoundedMessage(largestMessage)
  for await (const chunk of file as AsyncIterable<Buffer>) message.add(chunk)
  yield { ...message.join(), start: 0, end: message.size, delivered_at: null }
}

async function ownAddresses({ tenant }: Tenancy, { actor, input }: OperationRun<ImportInput>): Promise<Set<string>> {
  const own = [...(await listMemberAddresses(tenant(actor.org_id))), ...(input.own_addresses ?? [])]
  return new Set(own.map((address) => normalizeAddress(address) ?? address))
}

/** Who becomes a contact by this mail if they are none yet. Never we ourselves, machines or mailing lists. */
function strangers(mail: Mail, own: ReadonlySet<string>, policy: ImportOptions['create_contacts'] = 'everyone') {
  if (policy === 'off' || mail.is_bulk) return []
  const sent = mail.from !== null && own.has(mail.from.address)
  if (policy === 'written_to' && !sent) return []
  const people = [mail.from ?? [], mail.to, mail.cc, mail.bcc].flat()
  return people.filter(({ address }) => !own.has(address) && !isRobotAddress(address))
}

/** Sees to it that what mails carry is in the storage, but for those that are known: before the step, whose transaction is short. */
async function storeAttachments(
  { storage, tenancy, orgId, mails }: { storage: Storage; tenancy: Tenancy; orgId: string; mails: Mail[] }, interactions: NewInteraction[],
): Promise<Map<number, NewAttachment[]>> {
  if (!mails.some(({ attachments }) => attachments.length > 0)) return new Map()
  const unknown = await findNew(tenancy.tenant(orgId), interactions)
  const described = mails.flatMap((mail, place) => (unknown.has(place) ? { place, mail, files: mail.attachments.map(describe) } : []))
  const contents = described.flatMap(({ mail, files }) => files.flatMap(({ left_out, sha256 }, index) =>
    (left_out ? [] : [{ sha256, content: mail.attachments[index]!.content }])))
  const ids = await storeFiles(tenancy, storage, orgId, contents)
  return new Map(described.map(({ place, files }) => [place, files.map(({ sha256, ...attachment }): NewAttachment => ({
    ...attachment, file: attachment.left_out ? null : { id: ids.get(sha256)!, sha256 },
  }))]))
}

const mostAttachments = 200

function describe({ content, left_out, ...attachment }: Mail['attachments'][number], index: number) {
  const bytes = left_out ? Buffer.alloc(0) : content()
  return {
    ...attachment,
    type: left_out ? attachment.type : contentType(bytes, attachment.type),
    size: attachment.size ?? bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    left_out: left_out ?? (index < mostAttachments ? null : leftOut.too_many),
  }
}

function toInteraction(mail: Mail, own: ReadonlySet<string>): NewInteraction {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc]
  return {
    kind: 'mail',
    source: 'mail',
    source_id: mail.source_id,
    thread_ids: mail.references,
    direction: directionOf(mail.from?.address, recipients.map(({ address }) => address), mail.delivered_to, own),
    subject: mail.subject,
    snippet: mail.snippet,
    occurred_at: (mail.occurred_at ?? thisSecond()).toISOString(),
    is_undated: mail.occurred_at === null,
    has_attachments: mail.has_attachments,
    file_names: mail.attachments.map(({ name }) => name),
    body: {
      text: mail.text, quoted_at: (mail.text && findQuote(mail.text)) || null, html: mail.html, headers: mail.headers, truncated: mail.truncated,
    },
    participants: [
      ...(mail.from ? [{ role: 'from' as const, ...mail.from }] : []),
      ...mail.to.map((person) => ({ role: 'to' as const, ...person })),
      ...mail.cc.map((person) => ({ role: 'cc' as const, ...person })),
      ...mail.bcc.map((person) => ({ role: 'bcc' as const, ...person })),
    ],
  }
}

/** As exactly as mail can say it. */
function thisSecond(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000)
}

/** Delivered-To counts as one of ours where it is: a list or a blind copy names nobody of us among the recipients. */
function directionOf(from: string | undefined, recipients: string[], delivered: string[], own: ReadonlySet<string>) {
  const isOwn = (address: string) => own.has(address)
  if (from !== undefined && isOwn(from)) {
    return recipients.length > 0 && recipients.every(isOwn) ? 'internal' : 'out'
  }
  return [...recipients, ...delivered].some(isOwn) ? 'in' : null
}
