// What REDIS_URL may be: one server, a Sentinel or a Cluster, each with TLS or without.

import { createRequire } from 'node:module'
import type { Cluster, CommonRedisOptions, Redis } from 'ioredis'

/** The forms of REDIS_URL; `rediss` is TLS. More seeds of a Sentinel or Cluster: `?node=host:port&node=…`. */
export const redisProtocols = ['redis', 'redis-sentinel', 'redis-cluster'].flatMap((name) => [
  `${name}:`,
  `${name.replace('redis', 'rediss')}:`,
])

/** A client that is not connected yet. Loads ioredis: 20 MB that one process alone does not need. */
export function openClient(url: string): Redis | Cluster {
  const { Cluster, Redis } = createRequire(import.meta.url)('ioredis') as typeof import('ioredis')
  const { protocol, pathname, username, password, searchParams, host, hostname } = new URL(url)
  const tls = protocol.startsWith('rediss') ? { servername: hostname.replace(/^\[|\]$/g, '') } : undefined
  const credentials = {
    username: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
  }
  const usualPort = protocol.includes('sentinel') ? 26_379 : 6_379
  const seeds = [host, ...searchParams.getAll('node')].map((seed) => {
    const { hostname: name, port: number } = new URL(`redis://${seed}`)
    return { host: name.replace(/^\[|\]$/g, ''), port: Number(number) || usualPort }
  })
  const path = decodeURIComponent(pathname.slice(1))

  if (protocol.includes('cluster')) {
    return new Cluster(seeds, { ...patience, redisOptions: { ...patience, ...credentials, tls } })
  }
  if (protocol.includes('sentinel')) {
    const name = path || 'mymaster'
    const ways = tls ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {}
    return new Redis({ ...patience, ...credentials, ...ways, sentinels: seeds, name })
  }
  return new Redis({ ...patience, ...credentials, ...seeds[0], tls, db: Number(path) || 0 })
}

/** Nothing queues up for a Redis that is away, and no answer is waited for long. */
const patience = {
  lazyConnect: true,
  enableOfflineQueue: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 5_000,
  commandTimeout: 500,
  keepAlive: 10_000,
} satisfies CommonRedisOptions
