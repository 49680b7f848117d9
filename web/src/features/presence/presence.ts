// Who is there, of those who are on the screen: asked for together, kept by what is told afterwards. Do not disturb is said by the
// clock of this browser: when it begins and ends is known before.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import type { LiveEvent, LiveSignal } from '@/api/live.ts'
import { queryClient } from '@/app/query-client.ts'

export type ShownUser = Schemas['ShownUser']
export type Shown = 'online' | 'idle' | 'quiet' | 'offline'

const key = (userId: string) => ['presence', userId]

export function usePresence(userId: string | undefined): ShownUser | undefined {
  const { data } = useQuery({
    queryKey: key(userId!),
    queryFn: () => ask(userId!),
    staleTime: Infinity,
    enabled: userId !== undefined,
  })
  const [, look] = useState(0)
  const next = data ? nextChange(data) : undefined
  useEffect(() => {
    if (next === undefined) return
    const timer = setTimeout(() => {
      look((times) => times + 1)
      // After its end the next quiet is to be known.
      if (next === time(data!.quiet_until)) void queryClient.invalidateQueries({ queryKey: key(data!.user_id) })
    }, Math.min(next - Date.now() + 200, longestTimer))
    return () => clearTimeout(timer)
  }, [next, data])
  return data ?? undefined
}

/** More a timer of a browser does not wait: it looks again then. */
const longestTimer = 24 * 3_600_000

export function shownAs(user: ShownUser): Shown {
  return isQuiet(user) && user.presence !== 'offline' ? 'quiet' : user.presence
}

export function isQuiet({ quiet_from, quiet_until }: Pick<ShownUser, 'quiet_from' | 'quiet_until'>): boolean {
  const now = Date.now()
  return quiet_until !== null && now < time(quiet_until)! && (quiet_from === null || time(quiet_from)! <= now)
}

/** Of what is said only until a time. */
export function statusOf(user: ShownUser | undefined): ShownUser['status'] {
  const status = user?.status ?? null
  return status?.until && time(status.until)! <= Date.now() ? null : status
}

function nextChange({ quiet_from, quiet_until, status }: ShownUser): number | undefined {
  const times = [quiet_from, quiet_until, status?.until ?? null].map(time).filter((at) => at !== undefined && at > Date.now())
  return times.length > 0 ? Math.min(...(times as number[])) : undefined
}

function time(at: string | null): number | undefined {
  return at === null ? undefined : Date.parse(at)
}

type Waiting = { resolve(user: ShownUser | null): void; reject(error: unknown): void }
let waiting = new Map<string, Waiting[]>()

/** Those of a moment in one request. Null: nobody whom one may see. */
function ask(userId: string): Promise<ShownUser | null> {
  if (waiting.size === 0) setTimeout(askAll, 20)
  return new Promise((resolve, reject) => waiting.set(userId, [...(waiting.get(userId) ?? []), { resolve, reject }]))
}

const mostAtOnce = 100

function askAll() {
  const asked = [...waiting]
  waiting = new Map()
  for (let at = 0; at < asked.length; at += mostAtOnce) void askFor(asked.slice(at, at + mostAtOnce))
}

async function askFor(asked: [string, Waiting[]][]) {
  try {
    const { data } = await body(api.GET('/presence', { params: { query: { user_ids: asked.map(([id]) => id).join(',') } } }))
    const found = new Map(data.map((user) => [user.user_id, user]))
    for (const [id, each] of asked) for (const { resolve } of each) resolve(found.get(id) ?? null)
  } catch (error) {
    for (const [, each] of asked) for (const { reject } of each) reject(error)
  }
}

/** Of somebody who was not asked for nothing is kept. */
function change(userId: string, next: (user: ShownUser) => ShownUser) {
  queryClient.setQueryData<ShownUser | null>(key(userId), (user) => user && next(user))
}

export function applyPresence({ type, people }: LiveSignal) {
  if (type !== 'presence') return
  for (const told of people as Pick<ShownUser, 'user_id' | 'presence' | 'changed_at'>[]) {
    change(told.user_id, (user) => (user.changed_at !== null && user.changed_at > told.changed_at! ? user : { ...user, ...told }))
  }
}

export function applyToPresence({ type, data }: LiveEvent) {
  if (type !== 'shown_availability.updated') return
  const shown = data.shown_availability as Pick<ShownUser, 'user_id' | 'status' | 'quiet_from' | 'quiet_until'>
  change(shown.user_id, (user) => ({ ...user, ...shown }))
}
