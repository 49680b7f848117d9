// Many live clients, in processes of their own, and when each of them heard of something.

import { once } from 'node:events'
import WebSocket from 'ws'
import { startProgram, type Process } from './processes.ts'
import type { CrowdGroup, CrowdHeard, CrowdOptions } from './programs/crowd.ts'

export interface Crowd {
  /**
   * Says something, in which “Round <n>” occurs, and returns after how many milliseconds each client of the group had
   * heard it, the first one first. Throws when not all have within a minute.
   */
  hear(group: string, say: (round: number) => Promise<unknown>): Promise<number[]>
  /** Holds their processes still: what they are sent is taken by the kernel, and they say nothing. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

/** Connects them, spread over so many processes. */
export async function startCrowd(groups: CrowdGroup[], processes: number): Promise<Crowd> {
  const shares = Array.from({ length: processes }, (_, n): CrowdOptions => ({
    groups: groups.map((group) => share(group, n, processes)).filter(({ count }) => count > 0),
  }))
  const started = await Promise.all(shares.map((options) => startProgram('crowd', options)))
  let rounds = 0
  return {
    async hear(name, say) {
      const round = ++rounds
      const members = started.filter((_, n) => shares[n]!.groups.some((group) => group.name === name))
      const heard = Promise.all(members.map((process) => nextOf(process, name, round)))
      heard.catch(() => {})
      const begun = Number(process.hrtime.bigint()) / 1e6
      await say(round)
      return (await heard).flat().map((time) => time - begun).toSorted((a, b) => a - b)
    },
    freeze: () => started.forEach(({ child }) => child.kill('SIGSTOP')),
    thaw: () => started.forEach(({ child }) => child.kill('SIGCONT')),
    stop: async () => void (await Promise.all(started.map((process) => process.stop()))),
  }
}

const warmUp = 10

/** After how many milliseconds each client of the group had heard what was said in each of so many rounds. The first ones prepare statements, and do not count. */
export async function hearRounds(crowd: Crowd, group: string, rounds: number, say: (round: number) => Promise<unknown>): Promise<number[]> {
  const heard: number[] = []
  for (let n = 0; n < warmUp + rounds; n++) {
    const times = await crowd.hear(group, say)
    if (n >= warmUp) heard.push(...times)
  }
  return heard
}

/** What a client with these headers is sent when this happens. */
export async function frameOf(url: string, headers: Record<string, string>, happen: () => Promise<unknown>): Promise<string> {
  const socket = new WebSocket(url, { headers })
  await once(socket, 'message')
  const [[data]] = await Promise.all([once(socket, 'message') as Promise<[Buffer]>, happen()])
  socket.close()
  return data.toString()
}

function share({ count, cookies, ...group }: CrowdGroup, n: number, of: number): CrowdGroup {
  const from = Math.floor((count * n) / of)
  const own = Math.floor((count * (n + 1)) / of) - from
  return { ...group, count: own, ...(cookies && { cookies: Array.from({ length: own }, (_, place) => cookies[(from + place) % cookies.length]!) }) }
}

function nextOf({ child }: Process, group: string, round: number): Promise<number[]> {
  const { promise, resolve, reject } = Promise.withResolvers<number[]>()
  const onMessage = (heard: CrowdHeard) => void (heard.group === group && heard.round === round && resolve(heard.times))
  const timer = setTimeout(() => reject(new Error(`Not all clients of ${group} heard of round ${round}.`)), 60_000)
  child.on('message', onMessage as (message: unknown) => void)
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage as (message: unknown) => void)
  })
}
