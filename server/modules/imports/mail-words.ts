import { decodeCharset } from './mail-charset.ts'

/**
 * Text of a header with its encoded words (RFC 2047) decoded: also where no standard allows one, with spaces or question
 * marks inside, and with characters that are cut in two between words of the same charset.
 */
export function decodeWords(text: string): string {
  let decoded = ''
  let end = 0
  let charset: string | undefined
  let open: Buffer[] = []
  const close = () => {
    if (open.length > 0) decoded += decodeCharset(Buffer.concat(open), charset)
    open = []
  }
  for (const word of text.matchAll(encodedWord)) {
    const between = text.slice(end, word.index)
    const [whole, label, encoding, content] = word
    const follows = open.length > 0 && /^\s*$/.test(between)
    if (!follows || label!.toLowerCase() !== charset) close()
    if (!follows) decoded += between
    charset = label!.toLowerCase()
    open.push(/b/i.test(encoding!) ? Buffer.from(content!, 'base64') : decodeQ(content!))
    end = word.index + whole.length
  }
  close()
  return decoded + text.slice(end)
}

/** `=?charset*language?Q?…?=`. Bounded, so that no header takes more than linear time. */
export const encodedWord = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([BbQq])\?((?:[^?]|\?(?!=)){0,2000})\?=/g

/** What stands there beyond ASCII as it is was decoded with the header. */
function decodeQ(content: string): Buffer {
  const bytes = Buffer.from(content).toString('latin1')
  return Buffer.from(bytes.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
}
