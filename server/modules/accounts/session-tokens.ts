// better-auth stores the token of a session as it is; we store its SHA-256, so that a copy of the database signs nobody
// in. This stands between the two: tokens come and go in clear, and never reach the database.

import { createHash } from 'node:crypto'
import type { getAdapter } from 'better-auth/db/adapter'

type Adapter = Awaited<ReturnType<typeof getAdapter>>
type TransactionAdapter = Omit<Adapter, 'transaction'>
type Where = Parameters<Adapter['findOne']>[0]['where']

/** What is stored of a session's token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** The token in the value of a cookie, `<token>.<signature>`: 190 random bits, to which the signature adds nothing. */
export function tokenIn(cookie: string | undefined): string | undefined {
  return /^([A-Za-z0-9]{32})\./.exec(cookie ?? '')?.[1]
}

export function hashingTokens(adapter: Adapter): Adapter {
  return { ...wrap(adapter), transaction: (work) => adapter.transaction((inner) => work(wrap(inner))) } as Adapter
}

function wrap<Inner extends TransactionAdapter>(inner: Inner): Inner {
  const hashed = <Input extends { model: string; where?: Where }>(input: Input): Input =>
    input.model === 'session' ? { ...input, where: input.where?.map(hashCondition) } : input
  return {
    ...inner,
    create: async (input) => {
      const { token } = input.data as { token?: string }
      if (input.model !== 'session' || !token) return inner.create(input)
      const row = await inner.create({ ...input, data: { ...input.data, token: hashToken(token) } })
      return { ...(row as object), token } as never
    },
    findOne: async (input) => inClear(input.where, await inner.findOne(hashed(input))),
    findMany: (input) => inner.findMany(hashed(input)),
    update: async (input) => inClear(input.where, await inner.update(hashed(input))),
    updateMany: (input) => inner.updateMany(hashed(input)),
    delete: (input) => inner.delete(hashed(input)),
    deleteMany: (input) => inner.deleteMany(hashed(input)),
  } as Inner
}

function hashCondition(condition: NonNullable<Where>[number]) {
  if (condition.field !== 'token') return condition
  const { value } = condition
  return { ...condition, value: Array.isArray(value) ? value.map((each) => hashToken(String(each))) : hashToken(String(value)) }
}

/** Whoever asked by a token is answered with it. */
function inClear<Row>(where: Where, row: Row): Row {
  const token = where?.find(({ field }) => field === 'token')?.value
  return row && typeof token === 'string' ? { ...row, token } : row
}
