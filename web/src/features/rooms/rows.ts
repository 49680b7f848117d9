// What stands in a room, line by line: messages under the day on which they were written, those of one person together.

import { heightOfFiles } from './message-files.tsx'
import type { Pending } from './outbox.ts'
import type { Message } from './rooms-queries.ts'

export type Row =
  | { kind: 'beginning'; key: string }
  | { kind: 'day'; key: string; day: string }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: Message; follows: boolean }
  | { kind: 'pending'; key: string; pending: Pending; follows: boolean }

interface Given {
  messages: Message[]
  /** There is nothing before these. */
  whole: boolean
  pending: Pending[]
  /** What is behind this number is new. */
  line?: number
  /** Whose the pending ones are. */
  me: string
}

const togetherMs = 5 * 60_000

export function toRows({ messages, whole, pending, line, me }: Given): Row[] {
  const rows: Row[] = whole ? [{ kind: 'beginning', key: 'beginning' }] : []
  let before: { author: string; at: string } | undefined
  const begin = (author: string, at: string, key: string): boolean => {
    const day = new Date(at).toDateString()
    const isOtherDay = !before || new Date(before.at).toDateString() !== day
    // Without what was before it nobody knows whether the day begins here.
    if (isOtherDay && (whole || before)) rows.push({ kind: 'day', key: `day ${key}`, day: at })
    const follows = !isOtherDay && before?.author === author && Date.parse(at) - Date.parse(before.at) < togetherMs
    before = { author, at }
    return follows
  }
  const sent = new Set<string | null>()
  let drawn = line === undefined
  for (const message of messages) {
    const author = `${message.author.kind} ${message.author.id ?? message.author.name}`
    const isOwn = message.author.id === me
    // As it was called before it was sent, so that it stays the same line.
    const key = (isOwn && message.client_id) || message.id
    let follows = begin(author, message.created_at, key)
    if (!drawn && message.seq > line! && !isOwn) {
      rows.push({ kind: 'new', key: 'new' })
      drawn = true
      follows = false
    }
    sent.add(message.client_id)
    rows.push({ kind: 'message', key, message, follows })
    if (message.deleted_at) before = { author: '', at: message.created_at }
  }
  for (const each of pending) {
    if (sent.has(each.client_id)) continue
    const follows = begin(`user ${me}`, each.created_at, each.client_id)
    rows.push({ kind: 'pending', key: each.client_id, pending: each, follows })
  }
  return rows
}

/** Before it has been drawn: about what it will be, so that little moves when it is. */
export function heightOf(row: Row): number {
  if (row.kind === 'beginning') return 160
  if (row.kind === 'day') return 37
  if (row.kind === 'new') return 28
  const { text, files } = row.kind === 'message' ? row.message : row.pending
  const lines = text.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / 90)), 0)
  return lines * 20 + (row.follows ? 4 : 30) + heightOfFiles(files) + (row.kind === 'message' ? heightOfMarks(row.message) : 0)
}

function heightOfMarks({ edited_at, pinned_at, reactions, thread, urgent }: Message): number {
  return (edited_at || pinned_at ? 16 : 0) + (reactions.length > 0 ? 30 : 0) + (thread ? 36 : 0) + (urgent ? 32 : 0)
}
