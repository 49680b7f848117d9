// Many single messages as one mailbox, made while it is sent. In the form mboxrd:
// https://www.loc.gov/preservation/digital/formats/fdd/fdd000385.shtml
// The reader of mailboxes gets each message back as it was, so that it is known again when it comes another way.

import { readFile, stat } from 'node:fs/promises'
import { looksLikeMbox, splitMbox } from '#modules/imports'
import { explain, type Failure } from './sources.ts'

export interface Mailbox {
  /** The bytes to send; files that turn out to be unreadable are left out and told to `onFailure`. */
  chunks: AsyncGenerator<Buffer>
  /** Where the message with this number (from 1) came from. Complete when `chunks` has ended. */
  origin(position: number): string | undefined
}

/** The most that the server takes for one message. */
const largestMessage = 25 * 1024 * 1024

export function openMailbox(paths: string[], onFailure: (failure: Failure) => void): Mailbox {
  const origins: string[] = []
  async function* chunks() {
    for (const path of paths) {
      try {
        for await (const { raw, date } of readMessages(path)) {
          origins.push(path)
          const end = raw.at(-1) === newline ? '\n' : '\n\n'
          yield Buffer.concat([fromLine(date), escapeFrom(raw), Buffer.from(end)])
        }
      } catch (error) {
        onFailure({ path, message: `${path} ${error instanceof TooLarge ? error.message : explain(error)}` })
      }
    }
  }
  return { chunks: chunks(), origin: (position) => origins[position - 1] }
}

const newline = 0x0a

class TooLarge extends Error {}

/** Usually one; an .eml that begins with a From_ line is read as the server would read it alone. */
async function* readMessages(path: string): AsyncGenerator<{ raw: Buffer; date: Date }> {
  const { size, mtime } = await stat(path)
  if (size > largestMessage) throw new TooLarge('is larger than 25 MB, the most that a message may have.')
  const file = await readFile(path)
  if (!looksLikeMbox(file)) return yield { raw: file, date: mtime }
  for await (const { raw, delivered_at } of splitMbox(once(file))) yield { raw, date: delivered_at ?? mtime }
}

async function* once(file: Buffer) {
  yield file
}

/** The date is what a message without one of its own gets. */
function fromLine(date: Date): Buffer {
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ')
  return Buffer.from(`From rapport ${weekday} ${month} ${day} ${time} ${year}\n`)
}

/** One more `>` before `From `, `>From `, … at the beginning of a line. */
function escapeFrom(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (let at = raw.indexOf('From '); at !== -1; at = raw.indexOf('From ', at + 5)) {
    let line = at
    while (raw[line - 1] === 0x3e) line--
    if (line > 0 && raw[line - 1] !== newline) continue
    parts.push(raw.subarray(from, line), Buffer.from('>'))
    from = line
  }
  return parts.length > 0 ? Buffer.concat([...parts, raw.subarray(from)]) : raw
}
