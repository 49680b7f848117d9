import { isUtf8 } from 'node:buffer'

/**
 * Labels of one-byte charsets are often wrong: text that is valid UTF-8 beyond ASCII is UTF-8, whatever such a label
 * says. Multi-byte labels are believed, since their short texts can be valid UTF-8 by chance.
 */
export function decodeCharset(bytes: Buffer, label: string | undefined): string {
  const name = label?.trim().toLowerCase() ?? ''
  const decoder = findDecoder(ALIASES[name] ?? name)
  const isOneByte = !decoder || /^(windows|iso-8859|macintosh|koi8|ibm)/.test(decoder.encoding)
  if (isOneByte && isUtf8(bytes)) return bytes.toString('utf8')
  // Without a label it was a western program of old: `cleanText` makes windows-1252 of Latin-1.
  return decoder ? decoder.decode(bytes) : bytes.toString('latin1')
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()
// Names that mail uses and the WHATWG's Encoding Standard lacks.
const ALIASES: Record<string, string> = { cp932: 'shift_jis', cp936: 'gbk', cp949: 'euc-kr', cp950: 'big5' }

function findDecoder(name: string) {
  const known = decoders.get(name)
  if (known || !name) return known
  try {
    const decoder = new TextDecoder(name)
    decoders.set(name, decoder)
    return decoder
  } catch {
    return undefined
  }
}
