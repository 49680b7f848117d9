// Redis or Valkey, where there is one: it makes several processes quick, and never holds what is true. So nobody waits
// for it: a command fails at once while it is away, and after half a second when it does not answer.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster, Redis as Client } from 'ioredis'
import type { Check } from '#platform/health'
import type { Log } from '#platform/log'
import { openClient } from '#platform/redis-address'

export interface Redis {
  /**
   * For commands, each of which may reject. A limiter: `new RateLimiterRedis({ storeClient: redis.client,
   * rejectIfRedisNotReady: true, insuranceLimiter: new RateLimiterMemory(…), … })`.
   */
  client: Client | Cluster
  /** Begins to connect, and goes on for ever. */
  connect(): void
  /** Sends to every process that is connected; what cannot be sent is forgotten. */
  publish(channel: string, text: string): void
  /** To be called before `connect`. */
  subscribe(channel: string, listener: (text: string) => void): void
  /** Called when the connection stands, again and again: what was published before was not heard. */
  onReturn(listener: () => void): void
  check: Check
  close(): void
}

const probeMs = 5_000

export function openRedis(url: string, log: Log): Redis {
  const client = openClient(url)
  const subscriber = openClient(url)
  const probes = `rapport:probe:${randomUUID()}`
  const listeners = new Map<string, (text: string) => void>()
  const returnListeners: (() => void)[] = []
  let up: boolean | undefined
  let lastError: Error | undefined
  let timer: NodeJS.Timeout | undefined
  const echoes = new Set<() => void>()

  const connected = () => client.status === 'ready' && subscriber.status === 'ready'
  const change = (now: boolean) => {
    if (now === up) return
    if (now && up === false) log.info('Redis is back.')
    if (!now) log.warn({ reason: lastError?.message }, `Redis is down: ${degraded}. It is tried again and again.`)
    up = now
    if (now) for (const listener of returnListeners) listener()
  }
  const onReady = async () => {
    if (!connected()) return
    await subscriber.subscribe(probes, ...listeners.keys())
    change(true)
  }
  for (const each of [client, subscriber]) {
    each.on('error', (error) => (lastError = error))
    each.on('ready', () => void onReady().catch((error) => (lastError = error)))
    each.on('close', () => timer && change(false))
  }
  subscriber.on('message', (channel, text) => {
    if (channel !== probes) return listeners.get(channel)?.(text)
    for (const echoed of echoes) echoed()
    echoes.clear()
  })

  // A connection whose other end has vanished looks open for minutes: only what comes back shows that it is not.
  const probe = async (): Promise<boolean> => {
    if (!connected()) return false
    const echo = new Promise<boolean>((resolve) => echoes.add(() => resolve(true)))
    client.publish(probes, '').catch(ignore)
    return Promise.race([echo, sleep(1_000, false, { ref: false })])
  }
  const reconnectSilent = async () => {
    if (!connected() || (await probe()) || !timer) return
    lastError = new Error('It does not answer.')
    for (const each of [client, subscriber]) each.disconnect(true)
  }

  return {
    client,
    connect() {
      timer = setInterval(reconnectSilent, probeMs).unref()
      for (const each of [client, subscriber]) each.connect().catch(ignore)
    },
    publish(channel, text) {
      if (client.status === 'ready') client.publish(channel, text).catch(ignore)
    },
    subscribe: (channel, listener) => void listeners.set(channel, listener),
    onReturn: (listener) => void returnListeners.push(listener),
    check: {
      name: 'redis',
      optional: true,
      run: async () => ((await probe()) ? undefined : `down: ${degraded}`),
    },
    close() {
      clearInterval(timer)
      timer = undefined
      for (const each of [client, subscriber]) each.disconnect()
    },
  }
}

/** For `rapport doctor`: what is wrong with the Redis of this address; undefined when it answers within 2 s. */
export async function tryRedis(url: string): Promise<string | undefined> {
  const client = openClient(url)
  let reason = 'It does not answer.'
  client.on('error', (error) => (reason = error.message))
  try {
    client.connect().catch(ignore)
    await once(client, 'ready', { signal: AbortSignal.timeout(2_000) })
    return undefined
  } catch {
    return reason
  } finally {
    client.disconnect()
  }
}

const degraded =
  'other processes hear of news within a second and of a revoked api key within 5 s, and each counts limits by itself'

function ignore() {}
