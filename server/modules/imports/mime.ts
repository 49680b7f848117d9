import { isUtf8 } from 'node:buffer'
import { decodeCharset } from './mail-charset.ts'
import { decodeWords } from './mail-words.ts'
import { decodeUuencoded } from './uuencode.ts'

/** Field name in lower case → its values in order, unfolded, in Unicode but with encoded words as they are. */
export type Headers = Map<string, string[]>

export interface Part {
  type: string
  charset: string | undefined
  encoding: string
  disposition: string | undefined
  filename: string | undefined
  /** Content-ID without its brackets. */
  cid: string | undefined
  /** The multipart that it stands in. */
  parent: Container | undefined
  /** Shown inside an HTML text rather than attached to it. */
  is_embedded: boolean
  /** RFC 3676: text whose line breaks carry no space. */
  joins_lines: boolean
  /** RFC 3676: a line that ends with a space goes on in the next one. */
  is_flowed: boolean
  /** Of our own exports: why an attachment is not in them; and that the text says already what this part says. */
  left_out: string | undefined
  is_in_text: boolean
  /** Shown only when nothing else is. */
  is_spare: boolean
  body: Buffer
}

export interface Container {
  type: string
  parent: Container | undefined
}

/**
 * The header fields at `from` that a timeline or the MIME structure needs, and where the body begins. Values are cut
 * at 64 KB and 200 of a name: enough for any mail that a person wrote, and hostile megabytes stay cheap.
 */
export function readHeaders(raw: Buffer, from = 0): { headers: Headers, body_at: number } {
  const { end, bodyAt } = findHeaderEnd(raw, from)
  const headers: Headers = new Map()
  let values: string[] | undefined
  for (const line of raw.toString('latin1', from, Math.min(end, from + MAX_HEADER)).split('\n')) {
    if (line[0] === ' ' || line[0] === '\t') {
      const last = values?.at(-1)
      if (last !== undefined && last.length < MAX_VALUE) values![values!.length - 1] = `${last} ${cut(line)}`
      continue
    }
    const colon = line.indexOf(':')
    const name = colon > 0 && colon < 80 ? line.slice(0, colon).trim().toLowerCase() : ''
    values = FIELDS.has(name) ? headers.get(name) ?? [] : undefined
    if (!values) continue
    if (values.length < MAX_VALUES) values.push(cut(line.slice(colon + 1)))
    headers.set(name, values)
  }
  decodeEightBit(headers)
  return { headers, body_at: bodyAt }
}

/**
 * The leaf parts of a message in order, their bodies still encoded and not copied. Reads on one pass with a stack, so
 * neither depth nor size can exhaust anything: below 50 levels and after 1,000 parts it sees no further parts.
 * A library was not used here because what costs is decoding parts that nobody asks for. RFC 2046 section 5.1.
 */
export function* walkParts(raw: Buffer, headers: Headers, bodyAt: number): Generator<Part> {
  const root = describe(headers, undefined)
  if (root.type.startsWith('multipart/') && !hasBoundary(raw, bodyAt, root.boundary)) root.boundary = guessBoundary(raw, bodyAt)
  const open: Description[] = root.boundary ? [root] : []
  // Without a single boundary, what follows the header is all that there is to show.
  let leaf: Description | undefined = root.boundary ? undefined : root.type.startsWith('multipart/') ? { ...root, type: 'text/plain' } : root
  let leafAt = bodyAt
  let parts = 0
  if (open.length) {
    for (const { start, next, text } of findDashLines(raw, bodyAt)) {
      const level = open.findLastIndex(({ boundary }) => text === boundary || text === `${boundary}--`)
      if (level === -1 || start < leafAt && leaf) continue
      if (leaf) yield { ...leaf, body: raw.subarray(leafAt, Math.max(leafAt, lineEnd(raw, start))) }
      leaf = undefined
      parts++
      const closes = text !== open[level]!.boundary
      open.length = closes ? level : level + 1
      if (!open.length || parts > MAX_PARTS) break
      if (closes) continue
      const inner = readHeaders(raw, next)
      const part = describe(inner.headers, open[level])
      leafAt = inner.body_at
      if (part.boundary && open.length < MAX_DEPTH) open.push(part)
      // One whose boundary nobody knows is shown as it is: that is all there is to show.
      else leaf = part.type.startsWith('multipart/') && !part.boundary ? { ...part, type: 'text/plain' } : part
    }
  }
  if (leaf) yield { ...leaf, body: raw.subarray(leafAt) }
}

/** The text of the first `maxBytes` of a part's body. What cannot be decoded is U+FFFD. */
export function decodeText(part: Part, maxBytes: number): string {
  const { body } = part
  const line = body.lastIndexOf(10, maxBytes) + 1
  const cutAt = body.length <= maxBytes ? body.length : line > maxBytes - 64 * 1024 ? line : maxBytes
  const bytes = decodeTransfer(body.subarray(0, cutAt), part.encoding)
  let end = bytes.length
  // Half a character at the cut would make the rest look like another charset.
  if (cutAt < body.length) while (end > bytes.length - 4 && bytes[end - 1]! >= 0x80) end--
  const text = decodeCharset(bytes.subarray(0, end), part.charset ?? (part.type === 'text/html' ? charsetOfPage(bytes) : undefined))
  return part.is_flowed ? unflow(text, part.joins_lines) : text
}

/** What a page says of itself where its part says nothing. */
function charsetOfPage(bytes: Buffer): string | undefined {
  return /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(bytes.toString('latin1', 0, 2_000))?.[1]
}

/** The whole of a part's body. */
export function decodeBody({ body, encoding }: Part): Buffer {
  return decodeTransfer(body, encoding)
}

/** RFC 3676, 4: lines of the same depth of quotation that end with a space are one; a space in front is stuffing. */
function unflow(text: string, joinsLines: boolean): string {
  const lines: string[] = []
  let open: string | undefined
  for (const line of text.split(/\r?\n/)) {
    const quotes = /^>*/.exec(line)![0]
    const content = line.slice(quotes.length).replace(/^ /, '')
    const flows = content.endsWith(' ') && content !== '-- '
    const piece = flows && joinsLines ? content.slice(0, -1) : content
    if (open === quotes && content !== '-- ') lines[lines.length - 1] += piece
    else lines.push(quotes === '' ? piece : `${quotes} ${piece}`)
    open = flows ? quotes : undefined
  }
  return lines.join('\n')
}

/** `boundary` with its two dashes. */
type Description = Omit<Part, 'body' | 'parent'> & { boundary: string | undefined; parent: Description | undefined }

const MAX_HEADER = 4 * 1024 * 1024
const MAX_VALUE = 64 * 1024
const MAX_VALUES = 200
const MAX_DEPTH = 50
const MAX_PARTS = 1000

const FIELDS = new Set(['from', 'sender', 'to', 'cc', 'bcc', 'reply-to', 'subject', 'date', 'received', 'message-id',
  'references', 'in-reply-to', 'delivered-to', 'x-original-to', 'envelope-to', 'return-path', 'list-id',
  'list-unsubscribe', 'precedence', 'auto-submitted', 'feedback-id', 'mime-version', 'content-type', 'content-id',
  'content-transfer-encoding', 'content-disposition', 'x-rapport-left-out', 'x-rapport-in-text'])

/** A blank line ends a header; so does a boundary, in parts that lack the blank line. */
function findHeaderEnd(raw: Buffer, from: number) {
  for (let at = from; at < raw.length;) {
    const newline = raw.indexOf(10, at)
    const next = newline === -1 ? raw.length : newline + 1
    if (raw[at] === 10 || raw[at] === 13 && raw[at + 1] === 10) return { end: at, bodyAt: next }
    if (raw[at] === 45 && raw[at + 1] === 45) return { end: at, bodyAt: at }
    at = next
  }
  const body = findUnseparatedBody(raw, from)
  return { end: body, bodyAt: body }
}

/** Where there is no blank line at all, the text begins with the first line that is no field. */
function findUnseparatedBody(raw: Buffer, from: number) {
  for (let at = from; at < raw.length;) {
    const newline = raw.indexOf(10, at)
    const next = newline === -1 ? raw.length : newline + 1
    if (!/^(?:[ \t]|[!-9;-~]+[ \t]*:)/.test(raw.toString('latin1', at, Math.min(next, at + 200)))) return at
    at = next
  }
  return raw.length
}

function cut(line: string) {
  return line.slice(0, MAX_VALUE).trim()
}

/** RFC 6532 says UTF-8; older programs wrote their header in the charset of the body. */
function decodeEightBit(headers: Headers) {
  for (const [name, values] of headers) {
    if (!values.some((value) => /[^\0-\x7f]/.test(value))) continue
    const { charset } = readParameters(headers.get('content-type')?.[0])
    headers.set(name, values.map((value) => {
      const bytes = Buffer.from(value, 'latin1')
      return isUtf8(bytes) ? bytes.toString('utf8') : decodeCharset(bytes, charset)
    }))
  }
}

function describe(headers: Headers, parent: Description | undefined): Description {
  const content = readParameters(headers.get('content-type')?.[0])
  const disposition = readParameters(headers.get('content-disposition')?.[0])
  const fallback = parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const type = content.value.includes('/') ? content.value : fallback
  return {
    type,
    boundary: type.startsWith('multipart/') && content.boundary ? `--${content.boundary}` : undefined,
    charset: content.charset,
    encoding: headers.get('content-transfer-encoding')?.[0]?.toLowerCase() ?? '',
    disposition: disposition.value || undefined,
    filename: readFilename(headers.get('content-disposition')?.[0], 'filename') ?? readFilename(headers.get('content-type')?.[0], 'name'),
    cid: /<?([^<>\s]{1,500})>?/.exec(headers.get('content-id')?.[0] ?? '')?.[1],
    parent,
    is_embedded: parent?.type === 'multipart/related' && headers.has('content-id'),
    is_flowed: content.format?.toLowerCase() === 'flowed',
    left_out: headers.get('x-rapport-left-out')?.[0],
    is_in_text: headers.has('x-rapport-in-text'),
    is_spare: false,
    joins_lines: content.delsp?.toLowerCase() === 'yes',
  }
}

/** RFC 2231 (in pieces, with a charset), or encoded words, which no standard allows here and many programs send. */
function readFilename(field = '', name: string): string | undefined {
  const pieces = [...field.slice(0, 8192).matchAll(/;\s*(\w+)(\*\d+)?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)]
    .filter(([, key]) => key!.toLowerCase() === name)
  const extended = pieces.filter(([, , index, star]) => index || star)
  if (extended.length === 0) {
    const [, , , , quoted, plain] = pieces[0] ?? []
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain?.trim()
    return value && decodeWords(value)
  }
  const [, charset, rest] = /^([\w-]*)'[^']*'(.*)$/s.exec(extended.map(([, , , , quoted, plain]) => quoted ?? plain!.trim()).join('')) ?? []
  const value = rest ?? extended.map(([, , , , quoted, plain]) => quoted ?? plain!.trim()).join('')
  const bytes = value.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
  return /[^\0-\xff]/.test(bytes) ? bytes : decodeCharset(Buffer.from(bytes, 'latin1'), charset)
}

/** The value in lower case and the parameters as they are; continuations (RFC 2231) are joined. */
function readParameters(field = ''): { value: string, [name: string]: string | undefined } {
  const text = field.slice(0, 4096)
  const found: { value: string, [name: string]: string | undefined } = {
    value: text.replace(/[;(].*$/s, '').trim().toLowerCase(),
  }
  for (const [, key = '', quoted, plain] of text.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)) {
    const [name = '', index] = key.toLowerCase().split('*')
    if (name === 'value' || found[name] !== undefined && !Number(index)) continue
    found[name] = (found[name] ?? '') + (quoted?.replace(/\\(.)/g, '$1') ?? plain!.trim())
  }
  return found
}

/** The line end in front of a boundary belongs to it (RFC 2046, 5.1.1). */
function lineEnd(raw: Buffer, boundaryAt: number) {
  return boundaryAt - (raw[boundaryAt - 2] === 13 ? 2 : 1)
}

function hasBoundary(raw: Buffer, from: number, boundary: string | undefined): boolean {
  if (!boundary) return false
  for (const { text } of findDashLines(raw, from)) if (text === boundary || text === `${boundary}--`) return true
  return false
}

/** Some programs and gateways lose the parameter, or change it: the first line of dashes before the header of a part is one. */
function guessBoundary(raw: Buffer, from: number): string | undefined {
  for (const { next, text } of findDashLines(raw, from)) {
    if (text.length > 2 && /^content-[a-z-]+[ \t]*:/i.test(raw.toString('latin1', next, next + 100))) return text
  }
  return undefined
}

function* findDashLines(raw: Buffer, from: number) {
  let start = raw[from] === 45 && raw[from + 1] === 45 ? from : raw.indexOf('\n--', from) + 1
  while (start > 0) {
    const newline = raw.indexOf(10, start)
    const next = newline === -1 ? raw.length : newline + 1
    // RFC 2046 allows 70 characters; some senders use more. White space may follow.
    yield { start, next, text: raw.toString('latin1', start, Math.min(next, start + 1000)).trimEnd() }
    start = raw.indexOf('\n--', next - 1) + 1
  }
}

function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (encoding.includes('base64')) return decodeBase64(body.toString('latin1'))
  if (encoding.includes('uue')) return decodeUuencoded(body) ?? body
  if (!encoding.includes('quoted-printable')) return body
  // A regular expression for the white space would take quadratic time.
  const text = body.toString('latin1').split('\n').map((line) => line.trimEnd()).join('\n').replaceAll('=\n', '')
  return Buffer.from(text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
}

/** Some programs encode piece by piece, each with its padding, behind the first of which Node stops. A footer in plain text is none. */
function decodeBase64(text: string): Buffer {
  const pieces = [Buffer.from(text, 'base64')]
  const padding = text.indexOf('=')
  if (padding === -1) return pieces[0]!
  const next = /[=\s]*([A-Za-z0-9+/\r\n]+={0,2})/y
  next.lastIndex = padding
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const piece = match[1]!.replace(/\s/g, '')
    if (piece.length % 4 !== 0) break
    pieces.push(Buffer.from(piece, 'base64'))
  }
  return Buffer.concat(pieces)
}
