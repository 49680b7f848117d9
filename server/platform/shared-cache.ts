// What one process has worked out, and the others need not: a second level under what each of them keeps, in Redis where
// there is one. Nobody drops anything from it. A value lies beside the cursor of the event log from before it was worked
// out, and is current as long as the log has nothing after that, whichever signals were lost and whoever died.

import { Type, type Static, type TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { listEvents } from '#platform/events'
import type { Redis } from '#platform/redis'
import type { Tenancy } from '#platform/tenancy'

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

  return {
    async find(orgId) {
      const text = await redis.client.get(keyOf(orgId)).catch(nothing)
      const kept: unknown = text ? parse(text) : undefined
      if (!Check(Kept, kept) || !Check(schema, kept.value)) return undefined
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

const Kept = Type.Object({ at: Type.Number(), cursor: Type.String(), value: Type.Unknown() })

/** Redis is never waited for, and never needed. */
function nothing() {
  return undefined
}

// Whoever else uses this Redis could have written anything.
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
