// A write that is sent twice with one Idempotency-Key is carried out once, and answered twice the same.
//
// The claim on a key is a row that the write's own transaction begins with: it commits or rolls back with what it
// stands for, so neither a crash nor a twin on another server can carry a request out again.

import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { sql } from 'kysely'
import type pg from 'pg'
import { Type } from 'typebox'
import { conflict, invalid, RapportError } from '#platform/errors'
import type { App } from '#platform/http'
import type { Actor, Claim, Tenancy } from '#platform/tenancy'

/** To be called before the routes are added. */
export function addIdempotency(app: App, tenancy: Tenancy) {
  app.addHook('onRoute', documentHeader)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || !writes(request.method) || !request.actor) return
    const asked = { ...identify(request.actor), key: check(String(key)), request_hash: hashOf(request) }
    const kept = await findKept(tenancy, asked)
    if (kept) return replay(kept, asked, reply)
    request.actor = { ...request.actor, claim: createClaim(asked) }
  })

  // Before the answer leaves: whoever has got it can have it again.
  app.addHook('onSend', async ({ actor, log, routeOptions: { config } }, reply, payload) => {
    const { claim } = actor ?? {}
    if (!claim?.kept || reply.statusCode >= 300) return payload
    try {
      await keepAnswer(tenancy, claim as KeyClaim, reply, config.secret ? undefined : String(payload ?? ''))
    } catch (error) {
      log.error({ err: error }, 'An answer could not be kept under its Idempotency-Key.')
    }
    return payload
  })
}

/** Forgets keys older than a day. */
export async function sweepIdempotencyKeys(system: pg.Pool) {
  await system.query("delete from idempotency_key where created_at < now() - interval '24 hours'")
}

interface Asked {
  org_id: string
  actor: string
  key: string
  request_hash: Buffer
}

interface KeyClaim extends Claim {
  asked: Asked
}

function createClaim(asked: Asked): KeyClaim {
  return {
    asked,
    kept: false,
    async write(tx) {
      const { org_id, actor, key, request_hash } = asked
      try {
        // Waits for a twin that is at it now, and fails when that one has committed.
        await sql`
          insert into idempotency_key (org_id, actor, key, request_hash)
          values (${org_id}, ${actor}, ${key}, ${request_hash})
        `.execute(tx)
      } catch (error) {
        throw (error as pg.DatabaseError).code === '23505' ? inProgress() : error
      }
    },
  }
}

interface Kept {
  request_hash: Buffer
  status: number | null
  headers: Record<string, string> | null
  body: string | null
  young: boolean
}

async function findKept(tenancy: Tenancy, { org_id, actor, key }: Asked): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    select request_hash, status, headers, body, created_at > now() - interval '10 seconds' as young from idempotency_key
    where org_id = (select current_org()) and actor = ${actor} and key = ${key}
  `.execute(tenancy.tenant(org_id))
  return rows[0]
}

function replay({ request_hash, status, headers, body, young }: Kept, asked: Asked, reply: FastifyReply) {
  if (!request_hash.equals(asked.request_hash)) {
    const message = 'This Idempotency-Key came with another request: use a new one for each.'
    throw new RapportError('mismatch', 'idempotency_mismatch', message)
  }
  // A moment passes between the commit and the answer; after that, whoever was to give it is gone.
  if (status === null && young) throw inProgress()
  if (status === null) throw lost('its answer was lost: look at what is there now')
  if (headers === null) throw lost('its answer held a secret, which is kept nowhere')
  return reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body)
}

function inProgress(): RapportError {
  const message = 'A request with this Idempotency-Key is being carried out: send it again in a second for its answer.'
  return Object.assign(conflict('idempotency_in_progress', message), { retry_after: 1 })
}

function lost(why: string): RapportError {
  return conflict('idempotency_lost', `The request with this Idempotency-Key was carried out, but ${why}.`)
}

/** Without an answer to keep, only that there was one. */
async function keepAnswer(tenancy: Tenancy, { asked }: KeyClaim, reply: FastifyReply, text: string | undefined) {
  const { org_id, actor, key } = asked
  const [type, location] = [reply.getHeader('content-type'), reply.getHeader('location')]
  const headers = text === undefined ? null : JSON.stringify({ 'content-type': type, location })
  await tenancy.transact({ org_id }, (tx) =>
    sql`
      update idempotency_key set status = ${reply.statusCode}, headers = ${headers}, body = ${text || null}
      where org_id = ${org_id} and actor = ${actor} and key = ${key}
    `.execute(tx),
  )
}

function identify({ org_id, kind, id }: Actor) {
  return { org_id, actor: `${kind}:${id}` }
}

/** Of a file what its headers say, and not its content: that would have to be read first, to the end. */
function hashOf({ method, url, body, headers }: FastifyRequest): Buffer {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  const content = type === 'multipart/form-data' ? `${type} ${headers['content-length']}` : JSON.stringify(body ?? null)
  return createHash('sha256').update(`${method} ${url}\n${content}`).digest()
}

const maxLength = 255

function check(key: string): string {
  const fits = key.length >= 1 && key.length <= maxLength
  if (!fits) throw invalid(`Idempotency-Key must have 1 to ${maxLength} characters.`)
  return key
}

function documentHeader({ method, schema }: RouteOptions) {
  if (!schema?.response || ![method].flat().every(writes)) return
  const description = 'Makes it safe to send this again: it is carried out once, and its answer given again for a day.'
  const key = Type.Optional(Type.String({ minLength: 1, maxLength, description }))
  schema.headers ??= Type.Object({ 'idempotency-key': key })
}

function writes(method: string): boolean {
  return ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
}
