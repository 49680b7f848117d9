import { Parser } from 'htmlparser2'
import { cutText } from './cut-text.ts'

/**
 * One line that Postgres and people can read: well-formed, white space collapsed, without control characters,
 * direction overrides or invisible padding, at most `maxLength` UTF-16 units and never half a character.
 */
export function cleanText(text: string, maxLength: number): string {
  const line = text
    // Node 24's TextDecoder leaves windows-1252's quotes, dashes and € as C1 controls, which no text means.
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
    .replace(/[\u{34f}\u{ad}\u{200b}\u{2060}\u{feff}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu, '')
    // Newsletters pad with joiners between spaces; between letters and emoji joiners are writing.
    .replace(/[\s\u{200c}-\u{200f}]+/gu, (gap) => /\s/.test(gap) ? ' ' : gap)
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim()
  return cutText(line, maxLength).trimEnd()
}

/** A text of many lines that PostgreSQL can hold: line ends are LF, without control characters and blank lines around it. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
    .replace(/[^\P{Cc}\n\t]/gu, '').toWellFormed()
    .replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

/** Where the end begins that only quotes what was answered; undefined when nothing does, or all of it. */
export function findQuote(text: string): number | undefined {
  const lines = text.split('\n', 5000).map((line) => line.slice(0, 2000))
  const tail = lines.findIndex((line, index) => line.trim() !== '--' && !FORWARDED.test(line) && beginsTail(lines, index))
  let from = tail === -1 ? lines.length : tail
  if (tail === -1 && text.length <= lines.join('\n').length) {
    while (from > 0 && (isQuoted(lines[from - 1]) || !lines[from - 1]!.trim())) from--
    if (!lines.slice(from).some(isQuoted)) return undefined
    const length = [1, 2, 3].find((count) => from >= count && introductionLength(lines, from - count) === count)
    from -= length ?? 0
  }
  return from === 0 || from === lines.length ? undefined : text.split('\n', from).join('\n').length + 1
}

/** What the sender wrote: the lines without quotes, their introductions and the signature, if anything is left. */
export function withoutQuotes(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/, 5000).map((line) => line.slice(0, 2000))
  const end = lines.findIndex((_, index) => beginsTail(lines, index))
  const tries = [end === -1 ? lines : lines.slice(0, end), lines]
  for (const tried of tries) {
    const own = dropQuotes(tried).join('\n')
    if (/[\p{L}\p{N}\p{S}]/u.test(own)) return own
  }
  return lines.map((line) => line.replace(/^(?:\s?>)+ ?/, '')).join('\n')
}

/**
 * The text of HTML. Nesting beyond 500 levels ends the reading: nobody wrote that.
 */
export function htmlToWholeText(html: string): string {
  return readHtml(html, false, Infinity)
}

/** The same, shorter and without what mail programs mark as a quote, unless there is nothing else. */
export function htmlToText(html: string): string {
  const own = readHtml(html, true)
  return /\S/.test(own) ? own : readHtml(html, false)
}

const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const MAX_TEXT = 4000
const FORWARDED = /forward|weitergeleit|transf[ée]r|reenviad|inoltrat|doorgestuurd/i
const MAX_NESTING = 500

/** A signature, a forwarded or quoted message below its own header: all that follows is not by the sender. */
function beginsTail(lines: string[], index: number) {
  const line = lines[index]!.trim()
  if (line === '--' || /^_{20,}$/.test(line)) return true
  if (/^-{4,}\s*[\p{L}' ]{6,40}\s*-{4,}$/u.test(line)) return true
  if (isIntroduction(lines, index) && !isQuoted(nextLine(lines, index + introductionLength(lines, index)))) return true
  // The header block that Outlook puts on top of what it quotes, in any language: From:, then Sent:, To:, Subject:.
  return /^\**(From|Von|De|Da|Van|Från|Fra|Od|От|差出人|发件人)\**\s?[:：]/i.test(line) &&
    lines.slice(index + 1, index + 5).filter((below) => /^\W*\p{L}[\p{L} '’]{0,18}\**\s?[:：]/u.test(below)).length >= 2
}

function dropQuotes(lines: string[]) {
  const kept: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const length = introductionLength(lines, index)
    if (length && isQuoted(nextLine(lines, index + length))) index += length - 1
    else if (!isQuoted(lines[index])) kept.push(lines[index]!)
  }
  return kept
}

function isQuoted(line: string | undefined) {
  return line !== undefined && /^\s{0,3}>/.test(line)
}

function isIntroduction(lines: string[], index: number) {
  return introductionLength(lines, index) > 0
}

/** How many lines from `index` say "On …, … wrote:"; 0 when none. Programs wrap it into as many as three. */
function introductionLength(lines: string[], index: number) {
  if (ONE_LINE_INTRODUCTION.test(lines[index]!.trim())) return 1
  if (!/^\s*\p{L}/u.test(lines[index]!)) return 0
  for (let length = 1; length <= 3; length++) {
    const line = lines[index + length - 1]?.trim()
    if (!line) return 0
    if (/[:：]$/.test(line)) return INTRODUCTION.test(lines.slice(index, index + length).join(' ').trim()) ? length : 0
  }
  return 0
}

function nextLine(lines: string[], index: number) {
  return lines.slice(index, index + 3).find((line) => line.trim())
}

const INTRODUCTION = new RegExp([
  String.raw`On\s.{6,300}\swrote`, String.raw`Am\s.{6,300}\sschrieb\b.{0,200}`, String.raw`Le\s.{6,300}\sa écrit\s?`,
  String.raw`El\s.{6,300}\sescribió`, String.raw`Il\s.{6,300}\sha scritto`, String.raw`Em\s.{6,300}\sescreveu`,
  String.raw`Op\s.{6,300}\s(?:schreef|het volgende geschreven)\b.{0,200}`, String.raw`W dniu\s.{6,300}\snapisał.{0,10}`,
  String.raw`(?:Den|På)\s.{6,300}\sskrev\b.{0,200}`,
].map((form) => `^${form}[:：]$`).join('|'), 'iu')
const ONE_LINE_INTRODUCTION = new RegExp([
  String.raw`.{0,200}[\w.+-]@[\w.-].{0,100}(?:wrote|writes|schrieb|a écrit|пишет|写道|書きました)\s?`,
  String.raw`(?!(?:I|We|You|They|He|She)\s).{1,80}\s(?:wrote|writes)`,
].map((form) => `^${form}[:：]$`).join('|'), 'iu')

const QUOTE_CLASS = /\b(?:gmail_(?:quote|attr)|moz-(?:cite-prefix|signature)|(?:yahoo|protonmail)_quoted?|zmail_extra)\b/
const UNSEEN = new Set(['head', 'title', 'style', 'script', 'template', 'noscript', 'object', 'select', 'svg'])
const BLOCKS = new Set(['p', 'div', 'br', 'tr', 'table', 'li', 'ul', 'ol', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'pre', 'blockquote', 'section', 'article', 'header', 'footer', 'center', 'dd', 'dt'])

function readHtml(html: string, skipsQuotes: boolean, maxText = MAX_TEXT) {
  let text = ''
  let depth = 0
  let unseenFrom = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      if (BLOCKS.has(name)) text += '\n'
      else if (name === 'td' || name === 'th') text += ' '
      if (!unseenFrom && (UNSEEN.has(name) || skipsQuotes && isQuote(name, attributes))) unseenFrom = depth
    },
    onclosetag(name) {
      if (unseenFrom === depth) unseenFrom = 0
      depth--
      if (BLOCKS.has(name)) text += '\n'
    },
    ontext(piece) {
      // In the source of HTML a line break is a space.
      if (!unseenFrom) text += piece.replace(/\s+/g, ' ')
    },
  })
  for (let at = 0; at < html.length && text.length < maxText && depth < MAX_NESTING; at += 2048) {
    parser.write(html.slice(at, at + 2048))
  }
  parser.end()
  return text.replace(/\n\s+/g, '\n')
}

function isQuote(name: string, { class: classes = '', type = '' }: Record<string, string>) {
  return name === 'blockquote' && (type === 'cite' || /quote/.test(classes)) ||
    QUOTE_CLASS.test(classes)
}
