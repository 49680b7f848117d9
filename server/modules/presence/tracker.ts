// Who is connected to this process, told to the database; and what has changed at any, told to those who are connected here. Processes
// wake one another over Redis; a poll is the net under it. So it is the same with one process and many, with Redis and without.

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Log } from '#platform/log'
import type { ClientWatcher } from '#platform/live'
import type { Signals, SignalLive } from '#platform/signals'
import type { Actor, Tenancy } from '#platform/tenancy'
import { listGuestsWith } from '#modules/rooms'
import type { UserPresence } from './contract.ts'

export interface PresenceTracker {
  start(): Promise<void>
  /** A live client is there. */
  watch(actor: Actor): ClientWatcher | undefined
  stop(): Promise<void>
}

export interface TrackerOptions {
  tenancy: Pick<Tenancy, 'tenant'>
  system: pg.Pool
  signals: Pick<Signals, 'send' | 'on' | 'onGap'>
  /** To the clients of this process alone. */
  tell: SignalLive
  log: Log
  times?: Partial<typeof defaultTimes>
}

/** In milliseconds. */
const defaultTimes = {
  /** Whoever loads a page anew was not away. */
  grace: 5_000,
  /** What changes within is told together; where many are connected a frame to all of them takes a while, and so there are fewer. */
  rest: 500,
  poll: 3_000,
  beat: 10_000,
  /** A process that has not said for so long that it lives is dead. */
  life: 45_000,
  /** When it stops in good order: another process has its clients soon. */
  farewell: 10_000,
}

interface Here {
  org_id: string
  user_id: string
  clients: number
  active: number
  leaving?: NodeJS.Timeout
}

type State = 'active' | 'idle' | 'gone'

export function createPresenceTracker({ tenancy, system, signals, tell, log, times }: TrackerOptions): PresenceTracker {
  const { grace, rest, poll, beat, life, farewell } = { ...defaultTimes, ...times }
  const process = randomUUID()
  const people = new Map<string, Here>()
  /** What the database was told. */
  const reported = new Map<string, State>()
  const changed = new Set<string>()
  const timers: NodeJS.Timeout[] = []
  let stopping = false
  /** Whether the database knows of this process. */
  let known = false
  let turn: Promise<void> = Promise.resolve()
  let waiting: NodeJS.Timeout | undefined
  let news = createNews(system)

  const warn = (error: unknown) => log.warn({ err: error }, 'Who is there could not be told; it is tried again within seconds.')
  /** One after the other. */
  const run = (work: () => Promise<void>) => (turn = turn.then(work).catch(warn))
  const change = (key: string) => {
    changed.add(key)
    wake()
  }
  const wake = () => {
    if (stopping) return
    waiting ??= setTimeout(() => {
      waiting = undefined
      void run(async () => {
        await report()
        await look()
      })
    }, rest + people.size / 10).unref()
  }
  const report = async () => {
    // Who has just left is as they were until they are gone.
    const changes = Array.from(changed, (key) => ({ key, here: people.get(key) }))
      .filter(({ here }) => here?.clients !== 0)
      .map(({ key, here }) => ({ key, state: stateOf(here) }))
      .filter(({ key, state }) => state !== (reported.get(key) ?? 'gone'))
    changed.clear()
    if (changes.length === 0) return
    const rows = changes.map(({ key, state }) => ({ ...idsOf(key), state }))
    try {
      await system.query('select report_presence($1, $2)', [process, JSON.stringify(rows)])
    } catch (error) {
      for (const { key } of changes) changed.add(key)
      throw error
    }
    for (const { key, state } of changes) {
      if (state === 'gone') reported.delete(key)
      else reported.set(key, state)
    }
    signals.send('presence')
  }
  const look = async () => {
    for (const [orgId, found] of Map.groupBy(await news.next(), ({ org_id }) => org_id)) {
      const shown = found.map(({ org_id, ...presence }) => presence)
      tell(orgId, 'org', signalOf(shown))
      for (const { guest_id, user_ids } of await listGuestsWith(tenancy.tenant(orgId), shown.map(({ user_id }) => user_id))) {
        tell(orgId, `user:${guest_id}`, signalOf(shown.filter(({ user_id }) => user_ids.includes(user_id))))
      }
    }
  }
  const live = async () => {
    const { rows } = await system.query<{ is_new: boolean }>('select beat_presence($1, make_interval(secs => $2)) as is_new', [process, life / 1_000])
    known = true
    if (!rows[0]!.is_new) return
    // It was taken for dead, or the database has crashed: nobody knows any more who is here.
    reported.clear()
    for (const key of people.keys()) changed.add(key)
  }

  return {
    async start() {
      await news.begin()
      await live()
      signals.on('presence', wake)
      signals.onGap(wake)
      timers.push(setInterval(wake, poll).unref(), setInterval(() => void run(live), beat).unref())
    },
    watch({ org_id, kind, id: user_id }) {
      if (kind !== 'user') return undefined
      const key = `${org_id} ${user_id}`
      const here = people.get(key) ?? { org_id, user_id, clients: 0, active: 0 }
      people.set(key, here)
      clearTimeout(here.leaving)
      here.clients++
      here.active++
      let active = true
      change(key)
      const set = (next: boolean) => {
        if (next === active) return
        active = next
        here.active += next ? 1 : -1
        change(key)
      }
      return {
        said: (message) => void ('active' in message && typeof message.active === 'boolean' && set(message.active)),
        left() {
          here.clients--
          if (active) here.active--
          if (here.clients > 0) return change(key)
          here.leaving = setTimeout(() => {
            people.delete(key)
            change(key)
          }, grace).unref()
        },
      }
    },
    async stop() {
      stopping = true
      clearTimeout(waiting)
      for (const timer of timers) clearInterval(timer)
      for (const { leaving } of people.values()) clearTimeout(leaving)
      await turn
      if (!known) return
      await system.query('select beat_presence($1, make_interval(secs => $2))', [process, farewell / 1_000]).catch(warn)
    },
  }
}

function signalOf(people: UserPresence[]) {
  return { type: 'presence', people }
}

function idsOf(key: string) {
  const [org_id, user_id] = key.split(' ')
  return { org_id, user_id }
}

function stateOf(here: Here | undefined): State {
  if (!here) return 'gone'
  return here.active > 0 ? 'active' : 'idle'
}

type Change = UserPresence & { org_id: string; changed_at: string }

/** No transaction that tells of presence takes longer: what it says is seen by then. */
const latestMs = 5_000

/** What has changed since it was asked last, each once. */
function createNews(system: pg.Pool) {
  const told = new Map<string, string>()
  let seen = ''
  return {
    async begin() {
      const { rows } = await system.query<{ now: string }>('select now()')
      seen = rows[0]!.now
    },
    async next(): Promise<Change[]> {
      const { rows } = await system.query<{ now: string } & { [Key in keyof Change]: Change[Key] | null }>(
        `select now(), presence.*, presence_of(presence.org_id, presence.user_id) as presence
        from (select) one left join presence on changed_at > $1::timestamptz - make_interval(secs => $2)`,
        [seen, latestMs / 1_000],
      )
      seen = rows[0]!.now
      const found = rows.filter((row): row is { now: string } & Change => row.user_id !== null)
      const fresh = found.filter(({ org_id, user_id, changed_at }) => told.get(`${org_id} ${user_id}`) !== changed_at)
      if (found.length === 0) told.clear()
      for (const { org_id, user_id, changed_at } of fresh) told.set(`${org_id} ${user_id}`, changed_at)
      return fresh.map(({ now, ...change }) => change)
    },
  }
}
