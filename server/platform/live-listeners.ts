// Who of the connected clients of one organization hears which events. It is as the log says: what changes who listens to
// something makes it be asked for anew, and what comes behind waits for the answer.

import { hearsAll, type AudienceSource, type Listeners } from '#platform/audiences'
import type { TailedEvent } from '#platform/events'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

/** So many listeners are kept, of all audiences together, which is some 50 MB; then all are forgotten. */
const mostKept = 500_000
/** Of what nobody has said anything to for so long it is asked for anew: there are rooms for every task, and few are talked in. */
const restMs = 10 * 60_000

export interface Parcel {
  events: TailedEvent[]
  cursor: string
}

export interface ListenersOptions<Client> {
  source: AudienceSource
  db: Db
  /** Called for each group of clients with what they hear of a parcel; in the order of the log. */
  deliver(clients: Iterable<Client>, events: TailedEvent[], cursor: string): void
  /** Who hears it could not be found out: these clients did not get it. */
  fail(clients: Iterable<Client>): void
}

export interface LiveListeners<Client> {
  add(client: Client): void
  /** Whether others are left. */
  remove(client: Client): boolean
  clients(): Iterable<Client>
  /** Takes the next events of this organization. */
  hand(parcel: Parcel): void
  /** Gives what is not in the log to whoever hears this audience, behind what was handed in before; or to nobody, if that cannot be found out. */
  signal(audience: string, give: (clients: Iterable<Client>) => void): void
  /** While something that was handed in waits: until it was delivered. */
  busy(): Promise<void> | undefined
}

export function createListeners<Client extends { actor: Actor }>({ source, db, deliver, fail }: ListenersOptions<Client>): LiveListeners<Client> {
  const clients = new Map<string, Set<Client>>()
  const apiKeys = new Set<string>()
  /** Those that were heard of last at the end. */
  const known = new Map<string, { listeners: Listeners; at: number }>()
  let kept = 0
  let busy: Promise<void> | undefined

  const forget = (audiences: 'all' | string[]) => {
    if (audiences === 'all') known.clear()
    else for (const audience of audiences) known.delete(audience)
  }
  const everyone = () => clients.values().flatMap((fellows) => fellows)

  /** Delivers at once if it can, which is the rule. */
  const take = (parcel: Parcel): Promise<void> | undefined => {
    if (kept > mostKept) forget('all')
    for (const event of parcel.events) forget(source.changedBy(event))
    const unknown = [...audiencesIn(parcel)].filter((audience) => !isPersonal(audience) && !recall(audience))
    if (unknown.length === 0) return void spread(parcel)
    return learn(unknown).then(() => spread(parcel))
  }
  /** Whether it is known; what is to be delivered then stays so. */
  const recall = (audience: string): boolean => {
    const found = known.get(audience)
    if (!found) return false
    known.delete(audience)
    known.set(audience, { ...found, at: performance.now() })
    return true
  }
  const learn = async (audiences: string[]) => {
    const found = await source.listenersOf(db, audiences)
    const at = performance.now()
    for (const [audience, last] of known) {
      if (last.at > at - restMs) break
      known.delete(audience)
    }
    for (const audience of audiences) known.set(audience, { listeners: found.get(audience) ?? nobody, at })
    kept = known.values().reduce((sum, { listeners }) => sum + listeners.ids.size, 0)
  }
  /** At once if it can be, else when what came before is through. */
  const next = (work: () => Promise<void> | undefined) => {
    if (busy) return queue(work)
    const waiting = work()
    if (waiting) queue(() => waiting)
  }
  const queue = (work: () => Promise<void> | undefined) => {
    const turn = (busy ?? Promise.resolve())
      .then(work)
      .catch(() => fail(everyone()))
      .finally(() => {
        if (busy === turn) busy = undefined
      })
    busy = turn
  }

  const spread = (parcel: Parcel) => {
    const heard = new Map<string, string[]>()
    for (const audience of audiencesIn(parcel)) {
      for (const id of connected(audience)) {
        const own = heard.get(id)
        if (own) own.push(audience)
        else heard.set(id, [audience])
      }
    }
    const forAll = parcel.events.some(({ audience }) => audience === 'org')
    // Those who hear the same get the same bytes.
    const groups = Map.groupBy(forAll ? clients.keys() : heard.keys(), (id) => {
      const [client] = clients.get(id)!
      return [...(forAll && hearsAll(client!.actor) ? ['org'] : []), ...(heard.get(id) ?? [])].join()
    })
    for (const [key, ids] of groups) {
      const audiences = new Set(key.split(','))
      const events = parcel.events.filter(({ audience }) => audiences.has(audience))
      if (events.length > 0) deliver(ids.values().flatMap((id) => clients.get(id)!), events, parcel.cursor)
    }
  }
  function* connected(audience: string): Generator<string> {
    if (audience === 'org') {
      for (const [id, fellows] of clients) if (hearsAll(fellows.values().next().value!.actor)) yield id
      return
    }
    const own = personOf(audience)
    if (own !== undefined) {
      if (clients.has(own)) yield own
      return
    }
    const { ids, api_keys } = known.get(audience)!.listeners
    const [fewer, more] = ids.size < clients.size ? [ids, clients] : [clients, ids]
    for (const id of fewer.keys()) if (more.has(id)) yield id
    if (api_keys) yield* apiKeys
  }

  return {
    add(client) {
      const { id, kind } = client.actor
      clients.set(id, (clients.get(id) ?? new Set()).add(client))
      if (kind === 'api_key') apiKeys.add(id)
    },
    remove(client) {
      const { id } = client.actor
      const fellows = clients.get(id)
      fellows?.delete(client)
      if (fellows?.size === 0) {
        clients.delete(id)
        apiKeys.delete(id)
      }
      return clients.size > 0
    },
    clients: everyone,
    hand: (parcel) => next(() => take(parcel)),
    signal(audience, give) {
      const reach = () => give(connected(audience).flatMap((id) => clients.get(id)!))
      next(() => {
        if (audience === 'org' || isPersonal(audience) || recall(audience)) return void reach()
        return learn([audience]).then(reach, () => {})
      })
    },
    busy: () => busy,
  }
}

const nobody: Listeners = { ids: new Set(), api_keys: false }

/** But for `org`, and what only the audit log shows. */
function audiencesIn({ events }: Parcel): Set<string> {
  const all = new Set(events.map(({ audience }) => audience))
  all.delete('org')
  all.delete('admins')
  return all
}

function isPersonal(audience: string): boolean {
  return personOf(audience) !== undefined
}

function personOf(audience: string): string | undefined {
  return audience.startsWith('user:') ? audience.slice(5) : undefined
}
