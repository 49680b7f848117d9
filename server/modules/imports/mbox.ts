import { BoundedMessage, largestMessage } from './bounded-message.ts'
import { CONTEXT, judgeFromLine, readFromLineDate } from './mbox-from-line.ts'
import type { Gap } from './mail-content.ts'

export interface MboxMessage {
  /** The message without its From_ line and closing blank line, `>From ` unescaped. */
  raw: Buffer
  /** Absolute offset of its From_ line, and of the next message's: where an import that stored this one goes on. */
  start: number
  end: number
  /** What is missing of one that is larger than `max_bytes`. */
  gap: Gap | undefined
  /** The date of the From_ line, for messages that do not say when they were written. */
  delivered_at: Date | null
}

export interface SplitOptions {
  /** The absolute offset of the source's first byte: 0, or the `end` of the last message that was stored. */
  from_byte?: number
  /** Of larger messages only the beginning and the end are held in memory. */
  max_bytes?: number
}

/**
 * The messages of an mbox (mboxo, mboxrd, mboxcl, Google Takeout; LF or CRLF), one at a time. Memory is bounded by
 * `max_bytes`. To resume, give a source that begins at `from_byte`. What stands before the first From_ line is
 * dropped, so ask `looksLikeMbox` first. https://www.rfc-editor.org/rfc/rfc4155
 */
export async function* splitMbox(
  source: AsyncIterable<Buffer>,
  { from_byte = 0, max_bytes = largestMessage }: SplitOptions = {},
): AsyncGenerator<MboxMessage> {
  // A blank line in front lets the first From_ line be found like any other.
  let window: Buffer = Buffer.from('\n\n')
  let windowAt = from_byte - window.length
  let message: Collected | undefined
  let searched = 0

  let bom = false

  for await (const { chunk, last } of withLast(withoutBom(source))) {
    if (chunk.bom) {
      bom = true
      windowAt += 3
    }
    window = Buffer.concat([window, chunk.bytes])
    let taken = 0
    while (true) {
      const found = window.indexOf('\nFrom ', searched)
      if (found === -1) break
      const line = found + 1
      const isFirst = windowAt + line === from_byte + (bom ? 3 : 0)
      const verdict = isFirst ? 'yes' : judgeFromLine(window, line, last)
      if (verdict === 'unknown') break
      searched = line
      if (verdict === 'no') continue
      if (message) yield finish(collect(message, window.subarray(taken, line)), windowAt + line)
      message = { start: windowAt + line, parts: new BoundedMessage(max_bytes) }
      taken = line
    }
    const undecided = window.indexOf('\nFrom ', searched)
    const rest = last ? window.length : Math.max(taken, (undecided === -1 ? window.length : undecided) - CONTEXT)
    if (message) collect(message, window.subarray(taken, rest))
    searched = Math.max(0, (undecided === -1 ? window.length - CONTEXT : undecided) - rest)
    // A copy, so that eight bytes do not keep a whole chunk alive.
    window = Buffer.from(window.subarray(rest))
    windowAt += rest
  }
  if (message) yield finish(message, windowAt)
}

/** Whether a file's first bytes (a hundred or more) begin an mbox; if not, the whole file may be one message (.eml). */
export function looksLikeMbox(head: Buffer): boolean {
  return /^(?:\uFEFF)?\s*From \S/.test(head.subarray(0, 200).toString('utf8'))
}

interface Collected { start: number, parts: BoundedMessage }

function collect(message: Collected, bytes: Buffer) {
  message.parts.add(bytes)
  return message
}

function finish({ start, parts }: Collected, end: number): MboxMessage {
  const { head, tail, missing } = parts.ends()
  const whole = missing > 0 || tail.length === 0 ? head : Buffer.concat([head, tail])
  const body = whole.subarray(whole.indexOf(10) + 1 || whole.length)
  const at = { start, end, delivered_at: readFromLineDate(whole) }
  if (missing === 0) return { ...at, raw: unescapeFrom(withoutClosingBlankLine(body)), gap: undefined }
  const beginning = unescapeFrom(body)
  return { ...at, raw: Buffer.concat([beginning, unescapeFrom(withoutClosingBlankLine(tail))]), gap: { at: beginning.length, size: missing } }
}

function withoutClosingBlankLine(raw: Buffer) {
  const closing = /\n(\r?\n)$/.exec(raw.toString('latin1', Math.max(0, raw.length - 3)))
  return closing ? raw.subarray(0, raw.length - closing[1]!.length) : raw
}

/** Takes one `>` from each line of the form `>From `, `>>From `, …: right for mboxrd, and what mboxo readers do too. */
function unescapeFrom(raw: Buffer): Buffer {
  const kept: Buffer[] = []
  let from = 0
  for (let at = raw.indexOf('>From '); at !== -1; at = raw.indexOf('>From ', at + 6)) {
    let line = at
    while (line > from && raw[line - 1] === 62) line--
    if (line > 0 && raw[line - 1] !== 10) continue
    kept.push(raw.subarray(from, line))
    from = line + 1
  }
  return kept.length ? Buffer.concat([...kept, raw.subarray(from)]) : raw
}

async function* withoutBom(source: AsyncIterable<Buffer>) {
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const bytes of source) {
    if (!head) {
      yield { bytes, bom: false }
      continue
    }
    head = Buffer.concat([head, bytes])
    if (head.length < 3) continue
    const bom = head.indexOf('\uFEFF') === 0
    yield { bytes: bom ? head.subarray(3) : head, bom }
    head = undefined
  }
  if (head) yield { bytes: head, bom: false }
}

async function* withLast<T>(items: AsyncIterable<T>) {
  let held: { chunk: T } | undefined
  for await (const chunk of items) {
    if (held) yield { ...held, last: false }
    held = { chunk }
  }
  if (held) yield { ...held, last: true }
}
