// Clients that follow the event log through whatever happens to their connections: each keeps its cursor, and resumes
// from it at either server.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { liveClient } from '../live-client.ts'
import type { TwoServers } from './two-servers.ts'

export interface Follower {
  name: string
  /** In the order in which they came. */
  heard: { id: number; subject: string }[]
  /** How often it went on from its cursor. */
  resumed: number
  /** How often it was told to fetch everything afresh. */
  resets: number
  /** Ends it; rejects when it was answered what it should not be. */
  stop(): Promise<void>
}

/** Over a WebSocket that is cut after a while, until things are `over`. */
export function followLive({ chance, anyUrl, key, cursor }: TwoServers, over: AbortSignal): Follower {
  const client = liveClient(key, cursor)
  const followOnce = async (stopped: AbortSignal) => {
    // Refused while the server is down; closed when it cannot serve now.
    await client.connect(await anyUrl()).catch(() => {})
    const socket = client.socket()!
    if (socket.readyState !== socket.OPEN) return sleep(50)
    const cut = over.aborted ? stopped : AbortSignal.any([stopped, AbortSignal.timeout(chance.below(6_000))])
    await once(socket, 'close', { signal: cut }).catch(() => {})
    client.cut()
    if (!over.aborted) await sleep(chance.number() < 0.2 ? chance.below(4_000) : chance.below(100))
  }
  const follower = again('A live client', client.events, followOnce)
  return Object.defineProperty(follower, 'resets', { get: () => client.resets })
}

/** By long polls that are cut off after a while, and have pages of any size, until things are `over`. */
export function followByPolling({ chance, anyUrl, key, cursor }: TwoServers, over: AbortSignal): Follower {
  let after = cursor
  const follower: Follower = again('A polling client', [], async (stopped) => {
    const query = new URLSearchParams({ after, limit: String(1 + chance.below(100)), wait: String(chance.below(8)) })
    const cut = over.aborted ? stopped : AbortSignal.any([stopped, AbortSignal.timeout(chance.below(5_000))])
    const headers = { authorization: `Bearer ${key}` }
    const answer = await fetch(`${await anyUrl()}/api/v1/events?${query}`, { headers, signal: cut }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (!answer || text === undefined || answer.status === 503) return sleep(50)
    assert.equal(answer.status, 200, text)
    const page = JSON.parse(text)
    if (page.reset) follower.resets++
    follower.heard.push(...page.data)
    after = page.next_cursor
  })
  return follower
}

function again(name: string, heard: Follower['heard'], followOnce: (stopped: AbortSignal) => Promise<void>): Follower {
  const stop = new AbortController()
  const follower: Follower = {
    name,
    heard,
    resumed: 0,
    resets: 0,
    stop() {
      stop.abort()
      return running
    },
  }
  const run = async () => {
    while (!stop.signal.aborted) {
      await followOnce(stop.signal)
      follower.resumed++
    }
  }
  const running = run()
  running.catch(() => {})
  return follower
}
