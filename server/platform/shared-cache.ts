// What one process has worked out, and the others need not: a second level under what each of them keeps, in Redis where
// there is one. Nobody drops anything from it. A value lies beside the cursor of the event log from before it was worked
// out, and is current as long as the log has nothing after that, whichever signals were lost and whoever died.

import { Type, type Static, type TSchema } from 'typebox'
import { listEvents } from '#platform/events'
import type { Redis } from '#platform/redis'
import type { Tenancy } from '#platform/tenancy'
import { createCheck } from '#platform/validation'

export interface SharedCache<Value> {
  /** What some process has kept for this organization; undefined when there is nothing, or Redis does not answer. */
  find(orgId: string): Promise<SharedValue<Value> | undefined>
  /** Works it out, and keeps it if Redis answers. Throws as `work`. */
  keep(orgId: string, work: () => Promise<Value>): Promise<Value>
}

export interface SharedValue<Value> {
  value: Value
  /** By the clocks of two machines: good enough for what is bounded by it. */
  age_ms: number
  /** Whether nothing has happened in the organization since. */
  current: boolean
}

export interface SharedCacheOptions<Schema extends TSchema> {
  redis: Redis
  tenancy: Tenancy
  name: string
  /** Of the values: one that another version has written may be otherwise, and is as if it were not there. */
  schema: Schema
  ttl_ms: number
}

export function createSharedCache<Schema extends TSchema>(options: SharedCacheOptions<Schema>): SharedCache<Static<Schema>> {
  const { redis, tenancy, name, schema, ttl_ms } = options
  const keyOf = (orgId: string) => `rapport:${name}:${orgId}`
  const findWrong = createCheck(keptOf(schema))

  // Whoever else uses this Redis could have written anything.
  const parse = (text: string): Kept<Static<Schema>> | undefined => {
    try {
      const kept: unknown = JSON.parse(text)
      return findWrong(kept) ? undefined : (kept as Kept<Static<Schema>>)
    } catch {
      return undefined
    }
  }

  return {
    async find(orgId) {
      const text = await redis.client.get(keyOf(orgId)).catch(nothing)
      const kept = text ? parse(text) : undefined
      if (!kept) return undefined
      const { data, reset } = await listEvents(tenancy.tenant(orgId), { after: kept.cursor, limit: 1 })
      // Of a database that was restored since, or of another one.
      if (reset) return undefined
      return { value: kept.value, age_ms: Math.max(0, Date.now() - kept.at), current: data.length === 0 }
    },
    async keep(orgId, work) {
      const { next_cursor } = await listEvents(tenancy.tenant(orgId), { after: 'now', limit: 1 })
      const at = Date.now()
      const value = await work()
      await redis.client.set(keyOf(orgId), JSON.stringify({ at, cursor: next_cursor, value }), 'PX', ttl_ms).catch(nothing)
      return value
    },
  }
}

interface Kept<Value> {
  /** When it was begun to be worked out, and where the event log was then. */
  at: number
  cursor: string
  value: Value
}

function keptOf(schema: TSchema) {
  return Type.Object({ at: Type.Number(), cursor: Type.String(), value: schema })
}

/** Redis is never waited for, and never needed. */
function nothing() {
  return undefined
}
