// A live client as a good one is written: keeps its cursor, and resumes from it after whatever happens to its socket.

import { once } from 'node:events'
import WebSocket from 'ws'
import type { LiveMessage } from '#platform/live'

export interface LiveClient {
  /** The ids of all events, in the order in which they came. */
  ids: number[]
  events: { id: number; type: string; subject: string; data: Record<string, unknown> }[]
  /** What is not in the log, in the order in which it came. */
  signals: Record<string, unknown>[]
  cursor: string
  resets: number
  /** Close codes, in order. */
  closed: number[]
  socket(): WebSocket | undefined
  /** Connects; resolves when the first message is there. */
  connect(url: string): Promise<void>
  /** Cuts the connection without a word, as a network does. */
  cut(): void
}

/** A client of an api key, or of whoever these headers stand for. */
export function liveClient(by: string | Record<string, string>, after = 'now'): LiveClient {
  let socket: WebSocket | undefined
  const client: LiveClient = {
    ids: [],
    events: [],
    signals: [],
    cursor: after,
    resets: 0,
    closed: [],
    socket: () => socket,
    async connect(url) {
      const opened = new WebSocket(`${url.replace('http', 'ws')}/api/v1/live?after=${encodeURIComponent(client.cursor)}`, {
        headers: typeof by === 'string' ? { authorization: `Bearer ${by}` } : by,
      })
      socket = opened
      opened.on('error', () => {})
      opened.on('close', (code) => client.closed.push(code))
      opened.on('message', (text: Buffer) => {
        // What a socket still delivers after another has taken over is not counted twice by a real client either.
        if (socket !== opened) return
        const message = JSON.parse(text.toString()) as Omit<LiveMessage, 'events'> & { events?: LiveClient['events']; signal?: Record<string, unknown> }
        if (message.signal) return void client.signals.push(message.signal)
        if (message.reset) client.resets++
        client.cursor = message.cursor
        client.events.push(...(message.events ?? []))
        client.ids.push(...(message.events ?? []).map(({ id }) => id))
      })
      await Promise.race([once(opened, 'message'), once(opened, 'close')])
    },
    cut() {
      const gone = socket
      socket = undefined
      gone?.terminate()
    },
  }
  return client
}
