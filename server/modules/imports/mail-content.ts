// What a message says and carries: its parts put together as a mail program shows them.

import { readContentLine, unescapeText } from './content-line.ts'
import { cleanLines, cleanText, htmlToText, htmlToWholeText } from './mail-text.ts'
import { decodeWords } from './mail-words.ts'
import { listParts } from './mail-parts.ts'
import { decodeBody, decodeText, readHeaders, type Container, type Headers, type Part } from './mime.ts'

export interface MailAttachment {
  name: string
  /** As the sender said. */
  type: string
  cid: string | null
  /** Shown in the text, not beside it. */
  embedded: boolean
  /** Decodes it, each time. */
  content: () => Buffer
  /** Why it is not there, if it is not; and how large it would be. */
  left_out: string | null
  size: number | null
}

export interface MailContent {
  text: string | null
  html: string | null
  truncated: boolean
  attachments: MailAttachment[]
  has_attachments: boolean
  /** The beginning of what is shown, without what HTML marks as a quote: for a snippet. */
  beginning: string
}

/** Of a message that was too large to be held whole: where in it something is missing, and how many bytes. */
export interface Gap {
  at: number
  size: number
}

interface Reading {
  gap?: Gap | undefined
  /** How deep in messages that are forwarded. */
  depth?: number
}

/** Some megabytes at most, whatever the message holds. */
export function readContent(raw: Buffer, headers: Headers, bodyAt: number, { gap, depth = 0 }: Reading = {}): MailContent {
  const slots = new Map<object, Slot>()
  const slotOf = (part: Part) => {
    const key = alternativeOf(part.parent) ?? part
    if (!slots.has(key)) slots.set(key, { plain: '', html: '' })
    return slots.get(key)!
  }
  const attachments: MailAttachment[] = []
  let hasAttachments = false
  let truncated = false
  let unshown: Part | undefined
  const say = (part: Part, kind: keyof Slot) => {
    const slot = slotOf(part)
    truncated ||= part.body.length > mostText || missingIn(part, raw, gap) > 0 || slot[kind].length > mostText
    if (slot[kind].length <= mostText) slot[kind] += (slot[kind] && '\n') + decodeText(part, mostText)
  }
  for (const part of listParts(raw, headers, bodyAt)) {
    const attached = isAttachment(part)
    hasAttachments ||= attached
    if (part.is_spare) unshown ??= part
    else if (isShown(part)) say(part, isHtml(part) ? 'html' : 'plain')
    else if (part.type.startsWith('text/')) unshown ??= part
    if (part.type === 'message/rfc822' && depth < 3 && !part.is_in_text) slotOf(part).plain = forwarded(part, depth)
    if (attached || part.is_embedded || part.type === 'text/calendar') {
      attachments.push(describe(part, { place: attachments.length, embedded: !attached, missing: missingIn(part, raw, gap) }))
    }
  }
  // A message that is nothing but one attached text is that text; one that is nothing but an invitation says what that says.
  if (isSilent(slots) && unshown) say(unshown.type === 'text/calendar' ? describeInvitation(unshown) : unshown, isHtml(unshown) ? 'html' : 'plain')

  const shown = [...slots.values()]
  const text = cleanLines(shown.map(({ plain, html }) => (isBlank(plain) && html ? htmlToWholeText(html) : plain)).join('\n\n'))
  const html = shown.some(({ html }) => !isBlank(html))
    ? shown.map(({ plain, html }) => (isBlank(html) ? escapeText(plain) : html)).join('\n').replaceAll('\0', '').toWellFormed()
    : null
  for (const attachment of attachments) {
    // What the text does not show is beside it, wherever it stands.
    if (attachment.embedded && attachment.cid && !truncated && !isReferred(html, attachment.cid)) {
      attachment.embedded = false
      hasAttachments = true
    }
  }
  let beginning = ''
  for (const { plain, html } of shown) {
    if (beginning.length > 2_000) break
    beginning += `${isBlank(plain) ? htmlToText(html.slice(0, 256 * 1024)) : plain.slice(0, 64 * 1024)}\n\n`
  }
  return { text: text || null, html, truncated, attachments, has_attachments: hasAttachments, beginning }
}

function isReferred(html: string | null, cid: string): boolean {
  return html !== null && (html.includes(`cid:${cid}`) || html.includes(`cid:${encodeURIComponent(cid)}`))
}

/** What stands in one place: alternatives of each other, or a text alone. */
interface Slot {
  plain: string
  html: string
}

const mostText = 1024 * 1024

// Parts that programs add for programs: signatures, delivery reports, invitations shown as such.
const machinery = new RegExp('^(?:application/(?:x-)?(?:pgp|pkcs7)-(?:signature|encrypted)|application/applefile|' +
  'message/(?:delivery|disposition|feedback|global-d)|text/(?:rfc822-headers|calendar)|multipart/)')
const texts = new Set(['text/plain', 'text/html', 'text/enriched', 'text/richtext', 'text/watch-html', 'text/x-amp-html'])

function isAttachment({ type, disposition, filename, is_embedded }: Part): boolean {
  if (machinery.test(type) && !(type === 'text/calendar' && disposition === 'attachment')) return false
  if (disposition === 'attachment') return true
  return !is_embedded && (Boolean(filename) || !texts.has(type))
}

function isShown({ type, disposition }: Part): boolean {
  if (disposition === 'attachment' || type === 'text/watch-html' || type === 'text/x-amp-html') return false
  return type.startsWith('text/') && !machinery.test(type)
}

function isHtml({ type }: Part): boolean {
  return ['text/html', 'text/enriched', 'text/richtext'].includes(type)
}

/** The outermost multipart/alternative around a part. */
function alternativeOf(container: Container | undefined): Container | undefined {
  if (!container) return undefined
  return alternativeOf(container.parent) ?? (container.type === 'multipart/alternative' ? container : undefined)
}

function forwarded(part: Part, depth: number): string {
  const raw = decodeBody(part)
  const { headers, body_at } = readHeaders(raw)
  const lines = ['From', 'Date', 'Subject', 'To'].flatMap((name) => {
    const value = headers.get(name.toLowerCase())?.[0]
    return value ? `${name}: ${cleanText(decodeWords(value.slice(0, 8192)), 998)}` : []
  })
  const { text } = readContent(raw, headers, body_at, { depth: depth + 1 })
  return `---------- Forwarded message ----------\n${lines.join('\n')}\n\n${text ?? ''}`
}

interface Place {
  place: number
  embedded: boolean
  /** How many bytes of it are. */
  missing: number
}

function describe(part: Part, { place, embedded, missing }: Place): MailAttachment {
  const { filename, type, cid = null } = part
  const name = cleanText((filename ?? '').split(/[\\/]/).at(-1)!, 255)
  const [, said, reason = ''] = /^(\d{1,15}); (.*)$/.exec(part.left_out ?? '') ?? []
  // Anybody may write such a field: only our own words are ours.
  const isKnown = Object.values(leftOut).includes(reason)
  const isBase64 = part.encoding.includes('base64')
  return {
    name: name || `${unnamed[type] ?? 'attachment'}-${place + 1}`,
    type: cleanText(type, 100),
    cid: cid && cleanText(cid, 500),
    embedded,
    content: () => decodeBody(part),
    left_out: missing > 0 ? leftOut.too_large : isKnown ? reason : null,
    // A line of base64 is 76 characters and its end, and 57 bytes.
    size: missing > 0 ? Math.round((part.body.length + missing) * (isBase64 ? 57 / 77 : 1)) : isKnown ? Number(said) : null,
  }
}

/** Why an attachment is not there. */
export const leftOut = {
  too_large: 'The message is larger than 25 MB: what made it so was left out.',
  too_many: 'Only the first 200 attachments of a message are kept.',
}

/** How much of a part is in the gap. */
function missingIn({ body }: Part, raw: Buffer, gap: Gap | undefined): number {
  // What was unwrapped is elsewhere in memory, and whole.
  if (!gap || body.buffer !== raw.buffer) return 0
  const from = body.byteOffset - raw.byteOffset
  return from <= gap.at && gap.at <= from + body.length ? gap.size : 0
}

const unnamed: Record<string, string> = { 'message/rfc822': 'message', 'text/calendar': 'invitation' }

/** The text of a message that is this HTML alone. */
export function shownText(html: string): string | null {
  return cleanLines(htmlToWholeText(html)) || null
}

function isSilent(slots: Map<object, Slot>): boolean {
  return slots.values().every(({ plain, html }) => isBlank(plain) && isBlank(html))
}

function describeInvitation(part: Part): Part {
  const lines = decodeText(part, mostText).replace(/\r?\n[ \t]/g, '').split(/\r?\n/).flatMap((line) => readContentLine(line) ?? [])
  const said = ['SUMMARY', 'LOCATION', 'DESCRIPTION'].flatMap((name) => lines.find((line) => line.name === name)?.value ?? [])
  const text = said.length > 0 ? said.map(unescapeText).join('\n') : decodeText(part, mostText)
  return { ...part, type: 'text/plain', charset: 'utf-8', encoding: '', is_flowed: false, body: Buffer.from(text) }
}

function isBlank(text: string): boolean {
  return !/\S/.test(text)
}

function escapeText(text: string): string {
  const escaped = cleanLines(text).replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}
