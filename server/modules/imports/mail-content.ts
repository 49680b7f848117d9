// What a message says and carries: its parts put together as a mail program shows them.

import { cleanLines, cleanText, htmlToText, htmlToWholeText } from './mail-text.ts'
import { decodeBody, decodeText, readHeaders, walkParts, type Container, type Headers, type Part } from './mime.ts'
import { decodeWords } from 'postal-mime'

export interface MailAttachment {
  name: string
  /** As the sender said. */
  type: string
  cid: string | null
  /** Shown in the text, not beside it. */
  embedded: boolean
  /** Decodes it, each time. */
  content: () => Buffer
}

export interface MailContent {
  text: string | null
  html: string | null
  truncated: boolean
  attachments: MailAttachment[]
  has_attachments: boolean
  /** The beginning of what is shown first, without what HTML marks as a quote: for a snippet. */
  beginning: string
}

/** Some megabytes at most, whatever the message holds. */
export function readContent(raw: Buffer, headers: Headers, bodyAt: number, depth = 0): MailContent {
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
    truncated ||= part.body.length > mostText || slot[kind].length > mostText
    if (slot[kind].length <= mostText) slot[kind] += (slot[kind] && '\n') + decodeText(part, mostText)
  }
  for (const part of walkParts(raw, headers, bodyAt)) {
    const attached = isAttachment(part)
    hasAttachments ||= attached
    if (isShown(part)) say(part, isHtml(part) ? 'html' : 'plain')
    else if (part.type.startsWith('text/')) unshown ??= part
    if (part.type === 'message/rfc822' && depth < 3) slotOf(part).plain = forwarded(part, depth)
    if (attached || part.is_embedded || part.type === 'text/calendar') attachments.push(describe(part, attachments.length, !attached))
  }
  // A message that is nothing but one attached text is that text.
  if (slots.size === 0 && unshown) say(unshown, isHtml(unshown) ? 'html' : 'plain')

  const shown = [...slots.values()]
  const text = cleanLines(shown.map(({ plain, html }) => (isBlank(plain) && html ? htmlToWholeText(html) : plain)).join('\n\n'))
  const html = shown.some(({ html }) => !isBlank(html))
    ? shown.map(({ plain, html }) => (isBlank(html) ? escapeText(plain) : html)).join('\n').replaceAll('\0', '').toWellFormed()
    : null
  const first = shown.find(({ plain, html }) => !isBlank(plain) || !isBlank(html)) ?? { plain: '', html: '' }
  const beginning = isBlank(first.plain) ? htmlToText(first.html.slice(0, 256 * 1024)) : first.plain.slice(0, 64 * 1024)
  return { text: text || null, html, truncated, attachments, has_attachments: hasAttachments, beginning }
}

/** What stands in one place: alternatives of each other, or a text alone. */
interface Slot {
  plain: string
  html: string
}

const mostText = 1024 * 1024

// Parts that programs add for programs: signatures, delivery reports, invitations shown as such.
const machinery = new RegExp('^(?:application/(?:x-)?(?:pgp|pkcs7)-|' +
  'message/(?:delivery|disposition|feedback|global-d)|text/(?:rfc822-headers|calendar)|multipart/)')
const texts = new Set(['text/plain', 'text/html', 'text/enriched', 'text/watch-html', 'text/x-amp-html'])

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
  return type === 'text/html' || type === 'text/enriched'
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
  const { text } = readContent(raw, headers, body_at, depth + 1)
  return `---------- Forwarded message ----------\n${lines.join('\n')}\n\n${text ?? ''}`
}

function describe(part: Part, place: number, embedded: boolean): MailAttachment {
  const { filename, type, cid = null } = part
  const name = cleanText((filename ?? '').split(/[\\/]/).at(-1)!, 255)
  return { name: name || `${unnamed[type] ?? 'attachment'}-${place + 1}`, type: cleanText(type, 100), cid: cid && cleanText(cid, 500), embedded, content: () => decodeBody(part) }
}

const unnamed: Record<string, string> = { 'message/rfc822': 'message', 'text/calendar': 'invitation' }

function isBlank(text: string): boolean {
  return !/\S/.test(text)
}

function escapeText(text: string): string {
  const escaped = cleanLines(text).replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}
