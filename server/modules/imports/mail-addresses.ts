import { domainToASCII } from 'node:url'
import { addressParser } from 'postal-mime'
import { cleanText } from './mail-text.ts'
import { decodeWords, encodedWord } from './mail-words.ts'

export interface MailAddress {
  /** A valid addr-spec in lower case, its domain as DNS knows it (`xn--…`): the same person has the same address. */
  address: string
  name: string | null
}

/** The people in address fields: groups flattened, each once, at most 500, none without a valid address. */
export function readAddresses(fields: string[]): MailAddress[] {
  const found = new Map<string, MailAddress>()
  let entries = 0
  for (const field of fields) {
    const { text: list, restore } = hideWords(field.replace(/\s+/g, ' '))
    // One by one: the parser's time is quadratic in the length of a list, of a word and of white space.
    for (const [entry] of list.matchAll(ENTRY)) {
      if (found.size >= MAX_ADDRESSES || ++entries > MAX_ENTRIES) break
      for (const { address: text, name } of addressParser(withoutComments(entry.slice(0, 2000)), { flatten: true })) {
        const address = normalizeAddress(restore(text ?? ''))
        if (!address) continue
        const known = found.get(address)
        const shown = cleanName(decodeWords(restore(name ?? '')), address)
        if (!known) found.set(address, { address, name: shown })
        else known.name ??= shown
      }
    }
  }
  return [...found.values()]
}

/** Undefined when the text is not an address that mail could be sent to. */
export function normalizeAddress(text: string): string | undefined {
  // Around the address itself: a route (`@relay:`), what people and programs paste, obsolete white space.
  const bare = text.trim().replace(/^@[^:]*:/, '').replace(/^(?:mailto:|['<])+|['>;,.]+$/gi, '')
    .replace(/\s*([@.])\s*/g, '$1').toLowerCase()
  const at = bare.lastIndexOf('@')
  const local = bare.slice(0, at)
  const domain = normalizeDomain(bare.slice(at + 1))
  if (at < 1 || !domain || local.length > 128 || !LOCAL_PART.test(local)) return undefined
  return `${local}@${domain}`
}

/** Whether an address is a program's: such senders never become contacts. */
export function isRobotAddress(address: string): boolean {
  return ROBOT.test(address.slice(0, address.lastIndexOf('@')))
}

const MAX_ADDRESSES = 500
const MAX_ENTRIES = 5000
// What stands between commas and semicolons, those in quotes, comments and brackets apart. Cutting a group is harmless.
const ENTRY = /(?:"(?:[^"\\]|\\.){0,500}"|\((?:[^()\\]|\\.){0,500}\)|<[^<>,]{0,500}>|[^,;])+/g
const LOCAL_PART = /^(?:[^\s@<>()[\]\\,;:"\p{Cc}\p{Cs}\uFFFD]+|"(?:[^"\\\p{Cc}\p{Cs}\uFFFD]|\\[ -~])+")$/u
const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const DOMAIN = new RegExp(String.raw`^(?=.{1,253}$)${LABEL}(?:\.${LABEL})*$`)
const ROBOT = new RegExp(
  String.raw`(?:^|[-_.+])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer[-_.]?daemon)(?:$|[-_.+=\d])` +
  String.raw`|^(?:postmaster|notifications?|notify|bounces?|newsletters?|alerts?|auto-?confirm|automated|listserv|` +
  String.raw`majordomo|mdaemon|root|daemon|cron)(?:$|[-_.+=])`)

/** Encoded words may hold commas and other signs of the list, which mean nothing there: `=?utf-8?Q?M=C3=BCller,_J=C3=B6rg?=`. */
function hideWords(field: string) {
  const words: string[] = []
  const text = field.replace(encodedWord, (word) => `\ue000${words.push(word) - 1}\ue001`)
  return { text, restore: (part: string) => part.replace(/\ue000(\d+)\ue001/g, (_, index: string) => words[Number(index)] ?? '') }
}

/** Next to an address in brackets a comment is no name, and inside it the parser does not know comments. */
function withoutComments(entry: string) {
  if (!entry.includes('<') || !entry.includes('(')) return entry
  return entry.replace(/"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)/g, (found) => found.startsWith('(') ? ' ' : found)
}

function normalizeDomain(domain: string) {
  const ascii = /^[\0-\x7f]*$/.test(domain) ? domain : domainToASCII(domain)
  return DOMAIN.test(ascii) ? ascii : undefined
}

function cleanName(text: string, address: string) {
  const name = cleanText(text, 200).replace(/^(['"])(.*)\1$/, '$2').trim()
  return /[\p{L}\p{N}]|\p{So}/u.test(name) && name.toLowerCase() !== address ? name : null
}
