import { parseMailDate } from './mail-date.ts'

/** What `judgeFromLine` must have of the text before a From_ line: the ends of the two lines above. */
export const CONTEXT = 8

/**
 * Mail programs that do not escape leave "From here on …" in bodies, others leave out the blank line in front.
 * So: after a blank line, a date in the line or a header below it makes a message; without one, both must be there.
 */
export function judgeFromLine(window: Buffer, line: number, last: boolean): 'yes' | 'no' | 'unknown' {
  const newline = window.indexOf(10, line)
  const lineEnd = newline === -1 ? window.length : newline
  if (lineEnd - line > MAX_LINE) return 'no'
  // Only so far ahead, so that the verdict is the same however the source is cut into chunks.
  const known = last || window.length - line > 2 * MAX_LINE + 1
  if (!known && (newline === -1 || window.indexOf(10, lineEnd + 1) === -1)) return 'unknown'
  const dated = DATED.test(fromLine(window.subarray(line)))
  const headed = HEADER_FIELD.test(window.toString('latin1', lineEnd + 1, lineEnd + 1 + MAX_LINE))
  const afterBlank = /\n\r?\n$/.test(window.toString('latin1', Math.max(0, line - 4), line))
  return (afterBlank ? dated || headed : dated && headed) ? 'yes' : 'no'
}

/** The date of the From_ line that `bytes` begin with. */
export function readFromLineDate(bytes: Buffer): Date | null {
  return parseMailDate(fromLine(bytes).replace(/^From \S+\s*/, ''))
}

const MAX_LINE = 1000
// Bounded, so that a line made to be ambiguous costs little.
const DATED = new RegExp(String.raw`^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+(?:\d{1,2}\s+)?` +
  String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s(?=.{0,40}\b\d{4}\b)[^:]{0,15}\d:\d\d`)
const HEADER_FIELD = new RegExp(
  '^(?:>From |(?:return-path|received|delivered-to|envelope-to|date|from|sender|reply-to|to|cc|bcc|subject|' +
  'message-id|in-reply-to|references|mime-version|content-[a-z-]+|x-[!-9;-~]+|list-[a-z-]+|status|' +
  'dkim-signature|arc-[a-z-]+|authentication-results|received-spf)[ \\t]*:)', 'i')

function fromLine(bytes: Buffer) {
  const end = bytes.indexOf(10)
  return bytes.toString('latin1', 0, Math.min(end === -1 ? bytes.length : end, MAX_LINE))
}
