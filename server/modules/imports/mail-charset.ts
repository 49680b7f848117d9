import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/**
 * Labels of one-byte charsets are often wrong: text that is valid UTF-8 beyond ASCII is UTF-8, whatever such a label
 * says. Multi-byte labels are believed, since their short texts can be valid UTF-8 by chance.
 */
export function decodeCharset(bytes: Buffer, label: string | undefined): string {
  const name = nameOf(label)
  const special = SPECIAL.get(name)
  if (special) return special(bytes)
  const decoder = findDecoder(name)
  const isOneByte = !decoder || /^(windows|iso-8859|macintosh|koi8|ibm)/.test(decoder.encoding)
  // Seven bits wide, and so valid as anything else too.
  if ((isOneByte || decoder.encoding === 'utf-8') && isJapanese(bytes)) return findDecoder('iso-2022-jp')!.decode(bytes)
  if (isOneByte && isUtf8(bytes)) return bytes.toString('utf8')
  if (decoder) return decoder.decode(bytes)
  // Without a label it was a western program of old: `cleanText` makes windows-1252 of Latin-1.
  return name && iconv.encodingExists(name) ? iconv.decode(bytes, name) : bytes.toString('latin1')
}

/** Names that mail uses and the WHATWG's Encoding Standard lacks. */
function nameOf(label = ''): string {
  const name = label.trim().toLowerCase().replace(/^["']|["']$/g, '')
  const [, page] = /^(?:cp|win|windows|ansi|ms|x-cp|x-windows)[-_]?(874|125[0-8])$/.exec(name) ?? []
  if (page) return `windows-${page}`
  if (/^(?:iso-2022-jp-(?:1|2|3|2004|ms)|cp5022[01])$/.test(name)) return 'iso-2022-jp'
  return ALIASES.get(name) ?? name
}

const ALIASES = new Map(Object.entries({
  cp932: 'shift_jis', cp936: 'gbk', cp949: 'euc-kr', cp950: 'big5', cp65001: 'utf-8', utf8mb4: 'utf-8', 'latin-1': 'iso-8859-1',
  'unicode-1-1-utf-7': 'utf-7', csunicode11utf7: 'utf-7', 'x-unicode-2-0-utf-7': 'utf-7', csiso2022kr: 'iso-2022-kr', 'hz-gb': 'hz-gb-2312',
}))

const SPECIAL = new Map<string, (bytes: Buffer) => string>(Object.entries({
  // The standard says that no mark means big-endian; programs write what their machine does.
  'utf-16': (bytes: Buffer) => iconv.decode(bytes, 'utf-16', { defaultEncoding: 'utf16be' }),
  'utf-7': (bytes: Buffer) => iconv.decode(bytes, 'utf-7'),
  // Both are two-byte charsets whose upper bits were taken off between marks (RFC 1557, RFC 1843).
  'iso-2022-kr': (bytes: Buffer) => findDecoder('euc-kr')!.decode(raise(bytes.toString('latin1').replaceAll('\x1b$)C', ''), '\x0e', '\x0f')),
  'hz-gb-2312': (bytes: Buffer) => findDecoder('gbk')!.decode(raise(bytes.toString('latin1').replaceAll('~\n', ''), '~{', '~}')).replaceAll('~~', '~'),
}))

function raise(text: string, begin: string, end: string): Buffer {
  const [plain, ...marked] = text.split(begin)
  const raised = marked.map((piece) => {
    const [inner = '', ...rest] = piece.split(end)
    return inner.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) | 0x80)) + rest.join('')
  })
  return Buffer.from([plain, ...raised].join(''), 'latin1')
}

/** The way into a Japanese charset: nothing else has it, and programs often do not say so. */
function isJapanese(bytes: Buffer): boolean {
  return bytes.includes('\x1b$B') || bytes.includes('\x1b$@')
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

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
