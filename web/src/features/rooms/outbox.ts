// What somebody has sent and the server has not got yet: kept in the browser until it has, over reloads and without a
// connection, and sent in the order in which it was written. Sent twice, it is one message: it has an id from here (client_id). Each is kept
// under a name of its own: of several tabs none writes over what another has written.

import { useSyncExternalStore } from 'react'
import { api, body, Problem, type Schemas } from '@/api/client.ts'
import { personalKey } from '@/app/personal-key.ts'
import { queryClient } from '@/app/query-client.ts'
import { meQuery } from '@/app/session.ts'
import { addMessage, type Spot } from './history.ts'
import { keepEach, useBack } from './kept-here.ts'

export interface Pending {
  client_id: string
  room_id: string
  thread_id: string | null
  /** Markdown. */
  text: string
  files: Schemas['MessageFile'][]
  created_at: string
  /** Behind what was written before it, whatever the clock says. */
  place: number
  urgent?: true
  /** Why the server refuses it. */
  problem?: string
}

const outbox = keepEach<Pending>('outbox', {
  idOf: ({ client_id }) => client_id,
  order: (one, other) => one.place - other.place,
  // That tab may be closed before it has sent it.
  onStored: () => drainAgain(1_000),
})

export function usePending({ room_id, thread_id }: Spot): Pending[] {
  const all = useSyncExternalStore(outbox.watch, outbox.list)
  return all.filter((pending) => pending.room_id === room_id && pending.thread_id === thread_id)
}

export function send({ room_id, thread_id }: Spot, text: string, { files, urgent }: Pick<Pending, 'files'> & { urgent?: boolean }) {
  const pending: Pending = { client_id: newId(), room_id, thread_id, text, files, created_at: new Date().toISOString(), place: nextPlace(), ...(urgent && { urgent }) }
  outbox.put(pending)
  void drain()
}

export function sendAgain(clientId: string) {
  change(clientId, { problem: undefined })
  void drain()
}

export function discard(clientId: string) {
  outbox.drop(clientId)
}

/** Sends what was left behind, now and whenever there is a connection again. Part of every screen: it has none itself. */
export function Outbox(): null {
  useBack(() => void drain())
  return null
}

/** Where there are several tabs, one of them sends. */
async function drain() {
  // Without TLS browsers have no locks: then two may send the same, which is one message all the same.
  if (!navigator.locks) return sendAll()
  const isSender = await navigator.locks.request(personalKey('outbox'), { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll()
    return lock !== null
  })
  // It may have been just at its end.
  if (!isSender) drainAgain(1_000)
}

function drainAgain(ms: number) {
  clearTimeout(timer)
  if (waiting()) timer = setTimeout(() => void drain(), ms)
}

let sending = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

async function sendAll() {
  if (sending) return
  sending = true
  clearTimeout(timer)
  try {
    for (let next = waiting(); next; next = waiting()) {
      if (!(await sendOne(next))) break
      failures = 0
    }
  } finally {
    sending = false
  }
  // What another tab has left, or what has to wait for the server.
  if (waiting()) drainAgain(Math.min(1_000 * 2 ** failures++, 15_000))
}

function waiting(): Pending | undefined {
  return outbox.list().find(({ problem }) => problem === undefined)
}

/** A connection that is dead and does not know it answers never, and everything else waits behind what was sent over it. */
const patienceMs = 30_000

/** Resolves to whether the next one may follow. */
async function sendOne({ client_id, room_id, thread_id, text, files, urgent }: Pending): Promise<boolean> {
  try {
    const sent = { text, client_id, ...(files.length > 0 && { file_ids: files.map(({ id }) => id) }), ...(thread_id && { thread_id }), ...(urgent && { urgent }) }
    addMessage(await body(api.POST('/rooms/{id}/messages', { params: { path: { id: room_id } }, body: sent, signal: AbortSignal.timeout(patienceMs) })))
    discard(client_id)
    return true
  } catch (error) {
    if (!(error instanceof Problem) || isPassing(error)) return false
    // Who is signed out is led to signing in, and it is sent afterwards.
    if (error.status === 401) return queryClient.invalidateQueries({ queryKey: meQuery.queryKey }).then(() => false)
    change(client_id, { problem: error.message })
    return true
  }
}

function isPassing({ status, code }: Problem): boolean {
  return code === 'offline' || status === 429 || status >= 500
}

function change(clientId: string, given: Partial<Pending>) {
  const pending = outbox.list().find((each) => each.client_id === clientId)
  if (pending) outbox.put({ ...pending, ...given })
}

function nextPlace(): number {
  return Math.max(Date.now(), (outbox.list().at(-1)?.place ?? 0) + 1)
}

/** `crypto.randomUUID` is there with TLS only. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
