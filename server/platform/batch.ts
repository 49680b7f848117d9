// POST /batch: many calls in one request, in order, each with the caller's rights and limits as if it had come alone.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { invalid } from '#platform/errors'
import type { App } from '#platform/http'
import { problemOf } from '#platform/problems'

const Call = Type.Object(
  {
    method: Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: Type.String({ maxLength: 8_000, description: 'With its query: `/api/v1/contacts?limit=5`.' }),
    body: Type.Optional(Type.Unknown()),
    headers: Type.Optional(
      Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }, { additionalProperties: false }),
    ),
  },
  { title: 'BatchCall', additionalProperties: false },
)

const Batch = Type.Object(
  { calls: Type.Array(Call, { minItems: 1, maxItems: 50 }) },
  { title: 'Batch', additionalProperties: false },
)

const BatchAnswers = Type.Object(
  {
    answers: Type.Array(
      Type.Object(
        { status: Type.Integer(), body: Type.Unknown({ description: 'Null where the answer has none.' }) },
        { title: 'BatchAnswer' },
      ),
    ),
  },
  { title: 'BatchAnswers' },
)

const within = new AsyncLocalStorage<true>()

/** For `onRequest` of a route that makes no sense in a batch: it waits, takes a file, or answers with one. Throws invalid. */
export async function refuseInBatch({ routeOptions: { url } }: FastifyRequest) {
  if (within.getStore()) throw invalid(`${url} cannot be called in a batch: call it alone.`)
}

export function batchRoutes(app: App) {
  app.post('/batch', {
    config: { access: 'guest', writes: false },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'runBatch',
      description:
        'Up to 50 calls, one after the other; each has its own status, and one that fails stops no other. Each counts ' +
        'as a request, and the batch as one more. Its Idempotency-Key is that of each write in it, with `:<index>` behind.',
      body: Batch,
      response: { 200: BatchAnswers },
    },
  }, async (request) => {
    const key = String(request.headers['idempotency-key'] ?? '')
    if (key.length > longestKey) throw invalid(`The Idempotency-Key of a batch has at most ${longestKey} characters.`)
    const answers = []
    for (const [index, call] of request.body.calls.entries()) {
      answers.push(await within.run(true, () => answerTo(app, call, request, index)))
    }
    return { answers }
  })
}

/** With `:49` behind it is one of a call. */
const longestKey = 252

async function answerTo(app: App, call: Static<typeof Call>, batch: FastifyRequest, index: number) {
  const { method, path, body, headers } = call
  const id = `${batch.id}.${index}`
  // Resolved first: what has dots in it may lead elsewhere.
  const url = URL.canParse(path, 'http://localhost') ? new URL(path, 'http://localhost') : undefined
  if (!path.startsWith('/api/v1/') || !url?.pathname.startsWith('/api/v1/')) {
    const problem = problemOf(invalid(`The path of call ${index} does not begin with /api/v1/.`), id)
    return { status: problem.status, body: problem }
  }
  const own = batch.headers['idempotency-key']
  const key = headers?.['idempotency-key'] ?? (own && `${String(own)}:${index}`)
  const response = await app.inject({
    method,
    url: url.pathname + url.search,
    headers: {
      ...pick(batch.headers, forwarded),
      'x-request-id': id,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    payload: body === undefined ? undefined : JSON.stringify(body),
    remoteAddress: batch.ip,
  })
  return { status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) }
}

/** Who calls and from where: the same for each call. */
const forwarded = ['authorization', 'x-api-key', 'cookie', 'host', 'origin', 'sec-fetch-site', 'user-agent'] as const

function pick<Given extends object>(given: Given, names: readonly (keyof Given)[]): Partial<Given> {
  return Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]])) as Partial<Given>
}
