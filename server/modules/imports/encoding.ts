// Which encoding a text file is in, found out from all of its bytes while they pass, and reading it as such.

import { isAscii, isUtf8 } from 'node:buffer'
import { Transform } from 'node:stream'
import { invalid } from '#platform/errors'

export interface EncodingSensor {
  feed(chunk: Buffer): void
  /** A label of the Encoding Standard (https://encoding.spec.whatwg.org): utf-8, utf-16le, utf-16be, windows-1252. */
  encoding(): string
}

/**
 * A byte order mark decides; then NULs at every other place; then whether what is not ASCII is valid UTF-8, more often
 * than not: a UTF-8 file with a damaged line stays one. The rest is windows-1252, which Latin-1 is a part of.
 */
export function createEncodingSensor(): EncodingSensor {
  let head: Buffer = Buffer.alloc(0)
  let rest: Buffer = Buffer.alloc(0)
  let valid = 0
  let broken = 0
  return {
    feed(chunk) {
      if (head.length < headSize) head = Buffer.concat([head, chunk.subarray(0, headSize - head.length)])
      if (valid + broken > enough) return
      if (rest.length === 0 && isAscii(chunk)) return
      const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const whole = joined.length - unfinished(joined)
      rest = Buffer.from(joined.subarray(whole))
      const text = joined.subarray(0, whole)
      if (isUtf8(text)) valid += isAscii(text) ? 0 : 1
      else {
        const counted = countSequences(text)
        valid += counted.valid
        broken += counted.broken
      }
    },
    encoding() {
      const marked = byteOrderMark(head) ?? utf16WithoutMark(head)
      if (marked) return marked
      return broken + rest.length > valid ? 'windows-1252' : 'utf-8'
    },
  }
}

const headSize = 4_096

/** Sequences after which the verdict stands. */
const enough = 10_000

function byteOrderMark(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Text in a Latin script has a NUL beside nearly every letter; in any script, beside line breaks and delimiters. */
function utf16WithoutMark(head: Buffer): string | undefined {
  const nuls = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) nuls[at % 2]!++
  const [even, odd] = nuls as [number, number]
  if (odd > head.length / 8 && even * 10 < odd) return 'utf-16le'
  if (even > head.length / 8 && odd * 10 < even) return 'utf-16be'
  return undefined
}

/** How many bytes at the end begin a sequence that the next chunk may finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
}

function countSequences(bytes: Buffer): { valid: number; broken: number } {
  let valid = 0
  let broken = 0
  for (let at = 0; at < bytes.length && valid + broken <= enough; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    if (isSequence(bytes, at)) {
      valid++
      at += sequenceLength(byte) - 1
    } else broken++
  }
  return { valid, broken }
}

function isSequence(bytes: Buffer, at: number): boolean {
  const lead = bytes[at]!
  return lead >= 0xc2 && isUtf8(bytes.subarray(at, at + sequenceLength(lead)))
}

/** Undefined when nobody knows the label. */
export function findEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/**
 * As decodeStream, with NUL in place of bytes that are none in this encoding: U+FFFD is a character that the file has.
 * In encodings other than UTF-8 it is also NUL where both are close together.
 */
export function decodeExactly(encoding: string): Transform {
  if (findEncoding(encoding) === 'utf-8') return blotStream()
  const decode = knownDecoder(encoding)
  let strict = knownDecoder(encoding, { fatal: true })
  const blot = (text: string, check: () => void) => {
    try {
      check()
      return text
    } catch {
      strict = knownDecoder(encoding, { fatal: true })
      return text.replaceAll('\uFFFD', '\0')
    }
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.from(blot(decode.decode(chunk, { stream: true }), () => strict.decode(chunk, { stream: true }))))
    },
    flush(done) {
      done(null, Buffer.from(blot(decode.decode(), () => strict.decode())))
    },
  })
}

/** UTF-8 as it is, but for bytes that are none. */
function blotStream(): Transform {
  let rest: Buffer = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const whole = joined.length - unfinished(joined)
      rest = Buffer.from(joined.subarray(whole))
      done(null, blotBytes(joined.subarray(0, whole)))
    },
    flush(done) {
      done(null, blotBytes(rest))
    },
  })
}

function blotBytes(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes
  const blotted = Buffer.from(bytes)
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    if (isSequence(bytes, at)) at += sequenceLength(bytes[at]!) - 1
    else blotted[at] = 0
  }
  return blotted
}

/** From bytes in `encoding` to UTF-8 without a byte order mark. Throws invalid for a label that nobody knows. */
export function decodeStream(encoding: string): Transform {
  const decoder = knownDecoder(encoding)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true })))
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode()))
    },
  })
}

function knownDecoder(encoding: string, options?: { fatal: boolean }) {
  const known = findEncoding(encoding)
  if (!known) throw invalid(`The encoding “${encoding}” is unknown: utf-8, utf-16le, windows-1252 are examples.`)
  return new TextDecoder(known, options)
}
