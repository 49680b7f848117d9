// vCards of all versions (2.1, RFC 2426, RFC 6350) as properties, one card after the other. Lines are unfolded, quoted-
// printable and base64 are taken off; what programs do beside the rules is forgiven. ical.js reads neither 2.1 nor what
// is broken: of 18 cards from as many programs it refused or misread seven.

import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { readContentLine } from './content-line.ts'
import { decodeCharset } from './mail-charset.ts'
import { readLines } from './text-lines.ts'

export interface Property {
  /** In upper case. */
  name: string
  /** `item1` in `item1.TEL`, in lower case. */
  group: string | null
  /** By name in upper case; values in lower case. Of 2.1 the bare words are a TYPE. */
  parameters: Map<string, string[]>
  /** As it was written, but for the encodings; escapes are still there. */
  value: string
  /** What was in base64. */
  bytes: Buffer | null
}

export interface RawCard {
  /** Where it begins, from 1. */
  line: number
  properties: Property[]
  /** Why it cannot be read. */
  broken: string | null
  /** Its beginning as it was. */
  text: string
}

const limits = { card: 12 * 1024 * 1024, properties: 5_000, excerpt: 2_000 }

interface Open {
  line: number
  /** Of each property the lines that it was folded into. */
  properties: string[][]
  size: number
  /** How many cards inside of this one are open (AGENT of 2.1). */
  inner: number
}

/** The cards of a file. What stands outside of any is dropped. */
export async function* readCards(file: Readable, encoding: string): AsyncGenerator<RawCard> {
  let card: Open | undefined
  for await (const { line, text, length } of readLines(file, encoding, limits.card)) {
    const begins = /^\s*(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\s*$/i.test(text)
    const ends = !begins && /^\s*(?:[\w-]+\.)?END\s*:\s*VCARD\s*$/i.test(text)
    if (begins) {
      if (card && /^(?:[\w-]+\.)?AGENT\b[^:]*:\s*$/i.test(card.properties.at(-1)?.[0] ?? '')) card.inner++
      else {
        // The one before lacks its end.
        if (card) yield close(card)
        card = { line, properties: [], size: 0, inner: 0 }
      }
    } else if (card && ends) {
      if (card.inner > 0) card.inner--
      else {
        yield close(card)
        card = undefined
      }
    } else if (card && card.inner === 0) {
      card.size += length
      if (!isTooLarge(card)) addLine(card.properties, text)
    }
  }
  if (card) yield { ...close(card), broken: 'It has no END:VCARD: the file is cut off in it.' }
}

function isTooLarge({ size, properties }: Open): boolean {
  return size > limits.card || properties.length > limits.properties
}

function addLine(properties: string[][], text: string) {
  const before = properties.at(-1)
  const head = before?.[0] ?? ''
  const last = before?.at(-1) ?? ''
  if (before && last.endsWith('=') && /^[^:]*quoted-printable/i.test(head)) {
    before[before.length - 1] = last.slice(0, -1)
    before.push(text.replace(/^[ \t]/, ''))
  } else if (before && /^[ \t]/.test(text)) before.push(text.slice(1))
  else if (text.trim() === '') return
  else if (/^[A-Za-z][\w.-]*[;:]/.test(text) || !before) properties.push([text])
  // Base64 of 2.1 that is not indented, and line breaks that somebody did not escape.
  else before.push(/^[^:]*base64/i.test(head) ? text : `\\n${text}`)
}

function close(card: Open): RawCard {
  const isLarge = isTooLarge(card)
  const lines = isLarge ? [] : card.properties.map((pieces) => pieces.join(''))
  return {
    line: card.line,
    properties: lines.flatMap((text) => readProperty(text) ?? []),
    broken: isLarge ? 'The card is larger than 12 MB, or has more than 5,000 properties.' : null,
    text: lines.map((text) => text.slice(0, 500)).join('\n').slice(0, limits.excerpt),
  }
}

function readProperty(text: string): Property | undefined {
  const line = readContentLine(text)
  if (!line) return undefined
  const parameters = new Map<string, string[]>()
  for (const [name, values] of line.parameters) {
    for (const value of values) {
      const target = name !== '' ? name : encodings.has(value.toUpperCase()) ? 'ENCODING' : 'TYPE'
      parameters.set(target, [...(parameters.get(target) ?? []), value.toLowerCase()])
    }
  }
  return { name: line.name, group: line.group, parameters, ...decode(line.value, parameters) }
}

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT'])

function decode(value: string, parameters: Map<string, string[]>): Pick<Property, 'value' | 'bytes'> {
  const encoding = parameters.get('ENCODING')?.[0]
  if (encoding === 'b' || encoding === 'base64') return { value: '', bytes: Buffer.from(value, 'base64') }
  const inline = /^data:[\w/+.-]*;base64,(.*)$/is.exec(value.slice(0, 100) && value)
  if (inline) return { value: '', bytes: Buffer.from(inline[1]!, 'base64') }
  if (encoding !== 'quoted-printable') return { value: recode(value, parameters.get('CHARSET')?.[0]), bytes: null }
  const bytes = Buffer.from(
    // Characters beyond ASCII that stand there as they are were decoded with the file.
    Buffer.from(value).toString('latin1').replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  )
  return { value: decodeCharset(bytes, parameters.get('CHARSET')?.[0]).replaceAll(/\r\n?/g, '\n').replace(/\n+$/, ''), bytes: null }
}

/** Of 2.1 each property may be in a charset of its own: where the file was read as windows-1252, its bytes can be told again. */
function recode(value: string, charset: string | undefined): string {
  if (!charset || /^[\0-\x7f]*$/.test(value)) return value
  const bytes = Array.from(value, (character) => western.get(character))
  if (bytes.includes(undefined)) return value
  const written = Buffer.from(bytes as number[])
  return charset === 'utf-8' && !isUtf8(written) ? value : decodeCharset(written, charset)
}

const western = new Map(Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)), (character, byte) => [character, byte]))
