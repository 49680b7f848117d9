// Processes that are killed at random and started again, while contacts are added through them and clients follow.

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { liveClient, type LiveClient } from '#test/live-client'
import { post, Refusal } from './asking.ts'
import { startBeside, type Server } from './server.ts'

export interface KillingOptions {
  /** Of the server that holds the database, and is not killed. */
  folder: string
  key: string
  seconds: number
  /** Where the clients catch up in the end. */
  last: string
}

export interface KillingOutcome {
  /** Each has heard of the last contact. */
  clients: LiveClient[]
  /** The names of the contacts that were added, as far as an answer said so. */
  asked: string[]
  kills: number
  took: number
}

const clientCount = 20
const writerCount = 4

export async function startKilling({ folder, key, seconds, last }: KillingOptions): Promise<KillingOutcome> {
  const begun = performance.now()
  const until = begun + seconds * 1_000
  const start = () => startBeside(folder, { RAPPORT_ROLES: 'web', LOG_LEVEL: 'fatal' })
  const servers: (Server | undefined)[] = await Promise.all([start(), start()])
  const anyUrl = () => random(servers.filter((server) => server !== undefined))?.url ?? last

  let kills = 0
  const killer = async () => {
    while (performance.now() < until) {
      await wait(500 + Math.random() * 2_000)
      const place = Math.floor(Math.random() * servers.length)
      const killed = servers[place]!
      servers[place] = undefined
      killed.child.kill('SIGKILL')
      await killed.stop()
      kills++
      servers[place] = await start()
    }
  }

  const asked: string[] = []
  const writer = async () => {
    while (performance.now() < until) {
      const name = `Killed ${randomUUID()}`
      await insist(() => post(`${anyUrl()}/api/v1/contacts`, { name }, key, { 'idempotency-key': name }))
      asked.push(name)
    }
  }

  const clients = Array.from({ length: clientCount }, () => liveClient(key))
  await Promise.all(clients.map((client) => client.connect(last)))
  let following = true
  const follow = async (client: LiveClient) => {
    while (following) {
      client.cut()
      await client.connect(anyUrl()).catch(() => {})
      const socket = client.socket()
      if (socket && socket.readyState === socket.OPEN) await new Promise((resolve) => socket.once('close', resolve))
      else await wait(50)
    }
  }
  const followers = clients.map(follow)
  await Promise.all([killer(), ...Array.from({ length: writerCount }, writer)])

  following = false
  for (const client of clients) client.cut()
  await Promise.all(followers)
  for (const server of servers) await server?.stop()
  const name = `Killed ${randomUUID()}`
  await post(`${last}/api/v1/contacts`, { name }, key)
  asked.push(name)
  const hasHeard = ({ events }: LiveClient) => events.some(({ data }) => (data.contact as { name?: string } | undefined)?.name === name)
  await Promise.all(clients.map(async (client) => {
    await client.connect(last)
    for (let tries = 0; !hasHeard(client); tries++) {
      if (tries === 1_000) throw new Error('A client did not hear of the last contact within ten seconds.')
      await wait(10)
    }
  }))
  for (const client of clients) client.cut()
  return { clients, asked, kills, took: (performance.now() - begun) / 1_000 }
}

/** Until it is stored: a process that was killed in the middle of it may have stored it or not. */
async function insist(act: () => Promise<void>) {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      // It was stored, and its answer lost with the process.
      if (error instanceof Refusal && error.code === 'idempotency_lost') return
      if (tries === 600) throw error
      await wait(50)
    }
  }
}

function random<Item>(items: Item[]): Item | undefined {
  return items[Math.floor(Math.random() * items.length)]
}
