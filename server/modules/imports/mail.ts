import { createHash } from 'node:crypto'
import { isRobotAddress, readAddresses, type MailAddress } from './mail-addresses.ts'
import { readOccurredAt } from './mail-date.ts'
import { readContent, type Gap, type MailAttachment } from './mail-content.ts'
import { cleanLines, cleanText, withoutQuotes } from './mail-text.ts'
import { decodeWords } from './mail-words.ts'
import { readHeaders, type Headers } from './mime.ts'

/** What a timeline keeps of a message. No string holds control characters (Postgres refuses NUL) or broken Unicode. */
export interface Mail {
  /** The Message-ID without its brackets; without one of less than 1,000 bytes, `sha256:` and the hash of the message with LF line ends. */
  source_id: string
  /** The Message-IDs that it answers, oldest first, each once: of more than 100 the first and the last 50. */
  references: string[]
  subject: string | null
  /** From, else Sender. */
  from: MailAddress | null
  /** At most 500 people in all three together. */
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  /** The mailboxes that it was delivered to, as the servers noted them. */
  delivered_to: string[]
  occurred_at: Date | null
  /** The first 200 characters or so of what the sender wrote. */
  snippet: string | null
  /** Sent to many or by a program: its sender is not made a contact. */
  is_bulk: boolean
  /** Beside what is shown in its text. */
  has_attachments: boolean
  /** The whole text, as a mail program shows it; of HTML alone, what it says. */
  text: string | null
  /** As it was sent: hostile. */
  html: string | null
  /** Text or HTML went on behind what is kept. */
  truncated: boolean
  attachments: MailAttachment[]
  /** The header as it was sent, at most 64 KB of it. */
  headers: string
}

export interface ReadMailOptions {
  /** When the message has no usable date of its own: an mbox's `delivered_at`, a file's date. */
  fallback_date?: Date | null
  now?: Date
  /** What is not there of a message that was too large. */
  gap?: Gap | undefined
}

/**
 * Reads a raw message. Throws only for what is not a message at all, with a reason to show; whatever is broken in a
 * message gives null, an empty list or U+FFFD. Takes time and memory in proportion to `sent`, mostly far less.
 */
export async function readMail(
  sent: Buffer,
  { fallback_date = null, now = new Date(), gap }: ReadMailOptions = {},
): Promise<Mail> {
  const raw = withLines(sent)
  const { headers, body_at } = readHeaders(raw, findHeader(raw))
  if (!headers.size) throw new Error(raw.length ? 'not an e-mail message: no header found' : 'not an e-mail message: it is empty')
  const all = (name: string) => headers.get(name) ?? []
  // Of a field that may stand only once the last counts: what is prepended on the way is not what was signed.
  const last = (name: string) => all(name).findLast(Boolean) ?? ''
  const from = readAddresses([last('from'), last('sender')])[0] ?? null
  const source_id = readMessageId(last('message-id')) ?? hashMessage(raw)
  const { beginning, ...content } = readContent(raw, headers, body_at, { gap })
  return {
    source_id,
    references: readReferences([...all('references'), ...all('in-reply-to')]).filter((id) => id !== source_id),
    subject: readSubject(last('subject')),
    from,
    ...limitPeople(readAddresses(all('to')), readAddresses(all('cc')), readAddresses(all('bcc'))),
    delivered_to: readAddresses([...all('delivered-to'), ...all('x-original-to'), ...all('envelope-to')])
      .slice(0, 50).map(({ address }) => address),
    occurred_at: readOccurredAt(all('date').toReversed(), all('received'), { fallback: fallback_date, now }),
    snippet: cleanText(withoutQuotes(beginning), 200) || null,
    is_bulk: isBulk(headers, from),
    ...content,
    headers: cleanLines(raw.toString('utf8', findHeader(raw), Math.min(body_at, findHeader(raw) + MAX_HEADERS))),
  }
}

const MAX_PEOPLE = 500
const MAX_REFERENCES = 100
const MAX_HEADERS = 64 * 1024

/** Old Macs ended lines by CR alone. */
function withLines(sent: Buffer): Buffer {
  return sent.includes(10) || !sent.includes(13) ? sent : Buffer.from(sent.toString('latin1').replaceAll('\r', '\n'), 'latin1')
}

/** Past a byte order mark, blank lines and a From_ line, which files of single messages may have in front. */
function findHeader(raw: Buffer) {
  return /^(?:\xef\xbb\xbf)?\s*(?:>?From (?! *:)[^\n]*\n)?/.exec(raw.toString('latin1', 0, 2000))![0].length
}

function readMessageId(field: string) {
  const id = cleanId(/<([^<>]+)>/.exec(field)?.[1] ?? field.replace(/[<>]/g, ''))
  return isStorable(id) ? id : undefined
}

/** Long ids are folded by some programs, and so hold white space. */
function cleanId(text: string) {
  return cleanText(text.replace(/\s+/g, ''), 1000)
}

/** An index of PostgreSQL holds 2,704 bytes, whatever they compress to. */
function isStorable(id: string) {
  return id !== '' && Buffer.byteLength(id) < 1000
}

/** Copies of a message that differ in line ends, or in blank lines at the end, are one. */
function hashMessage(raw: Buffer) {
  const text = Buffer.allocUnsafe(raw.length)
  let length = 0
  let end = 0
  for (let at = findHeader(raw); at < raw.length; at++) {
    const byte = raw[at]!
    if (byte === 13 && raw[at + 1] === 10) continue
    text[length++] = byte
    if (byte > 32) end = length
  }
  return `sha256:${createHash('sha256').update(text.subarray(0, end)).digest('hex')}`
}

function readReferences(fields: string[]) {
  // Only what has brackets: old programs put addresses and prose into In-Reply-To.
  const ids = fields.flatMap((field) => Array.from(field.matchAll(/<([^<>]{1,998})>/g), ([, id]) => cleanId(id!)))
  const distinct = [...new Set(ids)].filter(isStorable)
  if (distinct.length <= MAX_REFERENCES) return distinct
  return [...distinct.slice(0, MAX_REFERENCES / 2), ...distinct.slice(-MAX_REFERENCES / 2)]
}

function readSubject(field: string) {
  return cleanText(decodeWords(field.slice(0, 8192)), 998) || null
}

function limitPeople(to: MailAddress[], cc: MailAddress[], bcc: MailAddress[]) {
  const kept = { to: to.slice(0, MAX_PEOPLE), cc: cc.slice(0, MAX_PEOPLE), bcc: bcc.slice(0, MAX_PEOPLE) }
  kept.cc.length = Math.min(kept.cc.length, MAX_PEOPLE - kept.to.length)
  kept.bcc.length = Math.min(kept.bcc.length, MAX_PEOPLE - kept.to.length - kept.cc.length)
  return kept
}

function isBulk(headers: Headers, from: MailAddress | null) {
  const value = (name: string) => headers.get(name)?.[0]?.toLowerCase()
  return ['list-id', 'list-unsubscribe', 'feedback-id'].some((name) => headers.has(name)) ||
    /^(?:bulk|list|junk)\b/.test(value('precedence') ?? '') ||
    /^(?!no\b)\S/.test(value('auto-submitted') ?? '') ||
    from !== null && isRobotAddress(from.address)
}
