// Live clients: a WebSocket gets each event of its organization exactly once, in order for each subject, from its
// cursor on. A client that falls behind is closed and resumes from its cursor; nobody waits for it.

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate as others } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import { hearingOf, type AudienceSource } from '#platform/audiences'
import { RapportError } from '#platform/errors'
import { listEvents, type TailedEvent } from '#platform/events'
import { createListeners, type LiveListeners } from '#platform/live-listeners'
import { pingFrame, toFrame } from '#platform/live-frames'
import { problemOf } from '#platform/problems'
import type { Batch, Tailer } from '#platform/tailer'
import type { Actor, Tenancy } from '#platform/tenancy'

export interface LiveOptions {
  path: string
  tailer: Tailer
  tenancy: Tenancy
  /** Who hears what is for some alone. */
  source: AudienceSource
  /** Asked for each client that has joined; undefined where nothing is to be told of it. */
  watch?(actor: Actor): ClientWatcher | undefined
  /** How often a client is pinged, and after how long without an answer it is taken for dead. */
  ping_ms?: number
  dead_ms?: number
  /**
   * The actor of these headers. Throws unauthenticated or forbidden, and too_many for a socket that is to be opened. Asked
   * again while it is open.
   */
  admit(headers: IncomingMessage['headers'], opening?: { address: string | undefined }): Promise<Actor>
}

export interface ClientWatcher {
  /** The client has said something: any object. */
  said(message: object): void
  left(): void
}

export interface Live {
  /** How many clients are connected. */
  count(): number
  /** Closes the sockets of this organization whose owners may not come in any more. */
  recheck(orgId: string): void
  /** Sends what is not in the log, and is nothing that anybody has to have, to whoever hears this audience. */
  signal(orgId: string, audience: string, signal: object): void
  /** Closes every socket; the clients resume elsewhere, or here after the next start. */
  stop(): void
}

/** A message: events and the cursor after them; `reset` when the client has to fetch everything afresh. */
export interface LiveMessage {
  events?: object[]
  cursor: string
  reset?: boolean
}

const closeCodes = { goingAway: 1001, tryAgain: 1013, behind: 4008, badCursor: 4400, unauthenticated: 4401 } as const

/** Bytes that may wait in one socket: some seconds of a busy organization. */
const backlogBytes = 1024 * 1024

interface Client {
  socket: WebSocket
  /** What the socket stands on: frames are written to it. */
  stream: Duplex
  actor: Actor
  /** Of its headers what says who it is, to be asked for again: all of them would be a fifth of what a client takes. */
  credentials: Pick<IncomingMessage['headers'], 'authorization' | 'x-api-key' | 'cookie'>
  /** Frames that came while it was catching up; undefined once it follows. */
  waiting: Buffer[] | undefined
  /** Of the clock that nobody sets. */
  seenAt: number
}

/** Serves `path?after=<cursor>` on an HTTP server; without `after`, from now on. */
export function startLive(
  server: Server,
  { path, tailer, tenancy, source, admit, watch, ping_ms = 30_000, dead_ms = 120_000 }: LiveOptions,
): Live {
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, maxPayload: 4_096 })
  const organizations = new Map<string, LiveListeners<Client>>()
  const add = (client: Client) => {
    const { org_id } = client.actor
    const listeners = organizations.get(org_id) ?? createListeners({ source, db: tenancy.tenant(org_id), deliver: pushAll, fail: letResume })
    organizations.set(org_id, listeners)
    listeners.add(client)
  }
  const remove = (client: Client) => {
    const listeners = organizations.get(client.actor.org_id)
    if (listeners && !listeners.remove(client)) organizations.delete(client.actor.org_id)
  }
  const everyone = () => Array.from(organizations.values().flatMap((listeners) => listeners.clients()))

  const onUpgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', ignore)
    try {
      // Not every target is a URL: `//` is none.
      const url = URL.parse(request.url ?? '/', 'http://localhost')
      if (url?.pathname !== path) throw new RapportError('not_found', 'route_not_found', `Live events are at ${path}.`)
      const actor = await admit(request.headers, { address: request.socket.remoteAddress })
      const { authorization, 'x-api-key': key, cookie } = request.headers
      const credentials = { authorization, 'x-api-key': key, cookie }
      sockets.handleUpgrade(request, socket, head, (opened) => {
        const seenAt = performance.now()
        const client: Client = { socket: opened, stream: socket, actor, credentials, waiting: [], seenAt }
        join(client, url.searchParams.get('after') ?? 'now').catch((error) => {
          const wrong = problemOf(error, '').status === 400
          opened.close(wrong ? closeCodes.badCursor : closeCodes.tryAgain, wrong ? 'cursor' : 'try again')
        })
      })
    } catch (error) {
      refuse(socket, error)
    }
  }

  const join = async (client: Client, after: string) => {
    const { socket } = client
    socket.on('error', ignore)
    socket.on('pong', () => (client.seenAt = performance.now()))
    // What the client has seen, the tailer has then seen as well.
    await tailer.catchUp()
    // What is still to be handed to others would come twice: from the log, and live.
    for (let busy; (busy = organizations.get(client.actor.org_id)?.busy()); ) await busy
    const target = tailer.cursor()
    add(client)
    socket.on('close', () => remove(client))
    // `stop` closes those that have joined: who was about to is closed here, or would keep the server from ending.
    if (tailer.stopped.aborted) socket.close(closeCodes.goingAway, 'restart')
    if (socket.readyState !== socket.OPEN) return remove(client)
    const watcher = watch?.(client.actor)
    if (watcher) {
      socket.on('message', (text) => watcher.said(read(String(text))))
      socket.on('close', () => watcher.left())
    }

    if (after === 'now') deliver(client, { events: [], cursor: target })
    else await replay(client, after, target)
    const waiting = client.waiting ?? []
    client.waiting = undefined
    for (const frame of waiting) push(client, frame)
  }

  const replay = async (client: Client, after: string, until: string) => {
    const db = tenancy.tenant(client.actor.org_id)
    const hearing = hearingOf(client.actor, source)
    for (let cursor = after, more = true; more && client.socket.readyState === client.socket.OPEN; ) {
      const page = await listEvents(db, { after: cursor, until, limit: 100, hearing })
      cursor = page.next_cursor
      more = page.has_more
      deliver(client, page.reset ? { reset: true, cursor: until } : { events: page.data, cursor })
      if (page.reset) return
      await drained(client.socket)
    }
  }

  const onBatch = ({ events, cursor }: Batch) => {
    for (const [orgId, own] of Map.groupBy(events, ({ org_id }) => org_id)) organizations.get(orgId)?.hand({ events: own, cursor })
  }

  const onReset = () => {
    for (const client of everyone()) deliver(client, { reset: true, cursor: tailer.cursor() })
  }

  const beat = async () => {
    const alive = performance.now() - dead_ms
    const check = checker()
    for (const some of slices(everyone(), 100)) {
      // Also carries the cursor to organizations in which nothing happens, so that theirs does not grow old. That of
      // this moment: one of before the last events would make them come again.
      const news = Buffer.concat([pingFrame, toFrame({ cursor: tailer.cursor() })])
      for (const client of some) {
        if (client.seenAt < alive) client.socket.terminate()
        else {
          const behind = client.waiting || organizations.get(client.actor.org_id)?.busy()
          send(client, behind ? pingFrame : news)
          void check(client)
        }
      }
      // A thousand pings at once would hold up the requests.
      await others()
    }
  }
  // Many clients with the same credentials are one question.
  const checker = () => {
    const answers = new Map<string, ReturnType<typeof actorOf>>()
    return async (client: Client) => {
      const { socket, credentials, actor } = client
      const key = JSON.stringify(credentials)
      const answer = answers.get(key) ?? actorOf(credentials)
      answers.set(key, answer)
      const now = await answer
      if (now === 'unknown') return
      if (now === 'refused') socket.close(closeCodes.unauthenticated, 'unauthenticated')
      // Somebody who has gone on to another organization, and may have left this one.
      else if (now.org_id !== actor.org_id) socket.close(closeCodes.unauthenticated, 'another organization')
      // What it has been told may be more than it may see now: it fetches afresh.
      else if (now.role !== actor.role) socket.close(closeCodes.unauthenticated, 'another role')
    }
  }
  /** Whom these stand for now; unknown while the database is away. */
  const actorOf = (credentials: Client['credentials']) =>
    admit(credentials).catch((error) => (error instanceof RapportError ? 'refused' as const : 'unknown' as const))

  server.on('upgrade', onUpgrade)
  tailer.onBatch(onBatch)
  tailer.onReset(onReset)
  const timer = setInterval(beat, ping_ms)
  return {
    count: () => everyone().length,
    recheck(orgId) {
      const check = checker()
      for (const client of organizations.get(orgId)?.clients() ?? []) void check(client)
    },
    signal(orgId, audience, signal) {
      const frame = toFrame({ signal })
      const give = () => organizations.get(orgId)?.signal(audience, (clients) => {
        // Of who is busy reading what matters it may pass.
        for (const client of clients) if (!client.waiting && client.socket.bufferedAmount < backlogBytes / 16) send(client, frame)
      })
      if (!audience.startsWith('room:')) give()
      // Who was removed from the room before it was said hears nothing of it: the log has told of that by then.
      else if (organizations.has(orgId)) tailer.catchUp().then(give, ignore)
    },
    stop() {
      clearInterval(timer)
      server.off('upgrade', onUpgrade)
      for (const { socket } of everyone()) socket.close(closeCodes.goingAway, 'restart')
    },
  }
}

/** They all get the same bytes. */
function pushAll(clients: Iterable<Client>, events: TailedEvent[], cursor: string) {
  const frame = toFrame({ events: events.map(withoutAudience), cursor })
  for (const client of clients) push(client, frame)
}

/** They come again, with the cursor of what they have. */
function letResume(clients: Iterable<Client>) {
  for (const { socket } of clients) socket.close(closeCodes.tryAgain, 'try again')
}

function withoutAudience({ org_id, audience, ...event }: TailedEvent): object {
  return event
}

function deliver(client: Client, message: LiveMessage) {
  send(client, toFrame(message))
}

/** In order: behind what waits for the catching up, or at once. */
function push(client: Client, frame: Buffer) {
  if (!client.waiting) return send(client, frame)
  if (client.waiting.push(frame) > 10_000) tooSlow(client.socket)
}

function send({ socket, stream }: Client, frame: Buffer) {
  if (socket.bufferedAmount > backlogBytes) tooSlow(socket)
  else if (socket.readyState === socket.OPEN) stream.write(frame)
}

/** Whoever is connected may send anything. */
function read(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

function tooSlow(socket: WebSocket) {
  socket.close(closeCodes.behind, 'behind')
  // The close frame waits behind all that it did not read; it need not read it.
  setTimeout(() => socket.terminate(), 5_000).unref()
}

/** Resolves when the socket has taken most of what was sent, or is closed. */
async function drained(socket: WebSocket) {
  while (socket.bufferedAmount > backlogBytes / 2 && socket.readyState === socket.OPEN) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function* slices<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

function refuse(socket: Duplex, error: unknown) {
  const status = {
    not_found: '404 Not Found',
    forbidden: '403 Forbidden',
    unauthenticated: '401 Unauthorized',
    too_many: '429 Too Many Requests',
  }
  const kind = error instanceof RapportError ? error.kind : undefined
  const line = status[kind as keyof typeof status] ?? '503 Service Unavailable'
  const text = kind ? (error as Error).message : 'Try again in a moment.'
  socket.end(`HTTP/1.1 ${line}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`)
}

function ignore() {}
