// Api keys: what programs present.

import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { allow, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { ApiKey, NewApiKey } from './contract.ts'
import { canManageApiKeys } from './policy.ts'
import { apiKeyColumns } from './queries.ts'

/** A new api key. The key itself is in the answer, once; what is stored is its SHA-256. */
export async function createApiKey(tx: Tx, actor: Actor, { name, scope = 'write', expires_at = null }: NewApiKey) {
  allow(canManageApiKeys(actor))
  if (expires_at !== null && Date.parse(expires_at) <= Date.now()) throw invalid('expires_at must be in the future.')
  // 32 random bytes: nothing to guess, so a fast hash is enough.
  const key = `rk_${randomBytes(32).toString('base64url')}`
  // One that a key makes is of the same person.
  const createdBy = actor.kind === 'user' ? sql`${actor.id}::uuid` : sql`(select created_by from api_key where org_id = ${actor.org_id} and id = ${actor.kind === 'api_key' ? actor.id : null})`
  const { rows } = await sql<ApiKey>`
    insert into api_key (org_id, name, prefix, hash, scope, created_by, expires_at)
    values (${actor.org_id}, ${name}, ${key.slice(0, 8)}, ${hashOf(key)}, ${scope}, ${createdBy}, ${expires_at})
    returning ${apiKeyColumns}
  `.execute(tx)
  const apiKey = rows[0]!
  await publish(tx, actor, { type: 'api_key.created', subject: `api_key:${apiKey.id}`, data: { api_key: apiKey } })
  return { ...apiKey, key }
}

/** Ends an api key; repeating it changes nothing. Throws not_found. */
export async function revokeApiKey(tx: Tx, actor: Actor, id: string): Promise<void> {
  allow(canManageApiKeys(actor))
  const { rows } = await sql<ApiKey & { revoked_now: boolean }>`
    with before as (
      select id, revoked_at is null as revoked_now from api_key
      where org_id = (select current_org()) and id = ${id} for update
    )
    update api_key set revoked_at = coalesce(revoked_at, now()) from before
    where org_id = (select current_org()) and api_key.id = before.id
    returning before.revoked_now, ${apiKeyColumns}
  `.execute(tx)
  const row = rows[0]
  if (!row) throw notFound('api_key', id)
  const { revoked_now, ...apiKey } = row
  if (revoked_now) await tellRevoked(tx, actor, apiKey)
}

/** Ends the api keys that somebody has made, and those that these have made. */
export async function revokeKeysOf(tx: Tx, actor: Actor, userId: string) {
  const { rows } = await sql<ApiKey>`
    update api_key set revoked_at = now()
    where org_id = (select current_org()) and created_by = ${userId} and revoked_at is null returning ${apiKeyColumns}
  `.execute(tx)
  for (const apiKey of rows) await tellRevoked(tx, actor, apiKey)
}

function tellRevoked(tx: Tx, actor: Actor, apiKey: ApiKey) {
  return publish(tx, actor, { type: 'api_key.revoked', subject: `api_key:${apiKey.id}`, data: { api_key: apiKey } })
}

/** What is stored of a key. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
