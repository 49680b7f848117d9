// What tests begin with: an organization with somebody who calls, people, files.

import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { createOrganization } from '#modules/accounts'
import type { Plan } from '#platform/plans'
import type { Actor, MemberRole } from '#platform/tenancy'
import type { Answer, Call, TestApp } from './app.ts'
import { form } from './forms.ts'

/** Someone who calls the API. Each verb gives the body, and throws when the status is another than expected. */
export interface Caller {
  /** What says who it is: an api key or a cookie. */
  headers: Record<string, string>
  get(path: string, status?: number): Promise<Answer['json']>
  post(path: string, body: object, status?: number): Promise<Answer['json']>
  patch(path: string, body: object, status?: number): Promise<Answer['json']>
  put(path: string, body: object, status?: number): Promise<Answer['json']>
  remove(path: string, status?: number): Promise<Answer['json']>
  /** Uploads a file and returns the operation. */
  upload(file: string | Buffer, options?: UploadOptions): Promise<Answer['json']>
  /** Uploads a file, waits for the end of the operation, and returns it. Needs an app with a worker. */
  import(file: string | Buffer, options?: UploadOptions): Promise<Answer['json']>
}

export interface UploadOptions {
  filename?: string
  options?: object
  status?: number
}

export interface Organization extends Caller {
  key: string
  organization_id: string
  /** Of its owner. */
  user_id: string
  /** What the first key stands for. */
  actor: Actor
}

/** A word that no other test has. */
export function unique(word: string): string {
  return `${word}-${randomBytes(5).toString('hex')}`
}

/** A new organization; who calls is its admin. */
export async function organization(app: TestApp, { email, plan }: { email?: string; plan?: Plan } = {}): Promise<Organization> {
  const owner = { name: 'Olive Owner', email: email ?? `${unique('owner')}@example.org` }
  const made = await createOrganization(app.database, { organization: unique('Org'), ...owner, plan })
  const caller = callerOf(app, made.key)
  const { api_key } = await caller.get('/me')
  const actor: Actor = { org_id: made.organization_id, kind: 'api_key', id: api_key.id, role: 'admin' }
  return { ...made, ...caller, actor }
}

/** Another caller of the same organization: somebody of this role who has signed in. */
export async function callerWithRole(app: TestApp, { organization_id }: Organization, role: MemberRole): Promise<Person> {
  return newMember(app, organization_id, role)
}

/** A program with a key of this scope. */
export async function callerWithScope(app: TestApp, by: Organization, scope: 'read' | 'write' | 'admin'): Promise<Caller & { key: string }> {
  const { key } = await by.post('/api-keys', { name: scope, scope })
  return { ...callerOf(app, key), key }
}

/** A person who has signed in. */
export interface Person extends Caller {
  user_id: string
  session_id: string
  email: string
  /** The value of the session's cookie. */
  cookie: string
}

/** A new member of an organization who has signed in; without the work of a password. `undefined`: in none. */
export async function newMember(app: TestApp, orgId: string | undefined, role: MemberRole): Promise<Person> {
  const email = `${unique(role)}@example.org`
  const [user] = await app.database.query<{ id: string }>(
    'insert into "user" (name, email, email_verified) values ($1, $2, true) returning id',
    [`The ${role}`, email],
  )
  const user_id = user!.id
  if (orgId) await app.database.query('insert into member (org_id, user_id, role) values ($1, $2, $3)', [orgId, user_id, role])
  return { ...(await newSession(app, user_id, orgId)), email }
}

export const password = 'correct horse battery'

/** As newMember, with the password above, and no session. */
export async function newPerson(app: TestApp, orgId: string | undefined, role: MemberRole = 'member'): Promise<{ user_id: string; email: string }> {
  const { user_id, email } = await newMember(app, orgId, role)
  await app.database.query('delete from auth.session where user_id = $1', [user_id])
  await app.database.query(
    "insert into auth.account (user_id, provider_id, account_id, password) values ($1::uuid, 'credential', $1::uuid::text, $2)",
    [user_id, await (hash ??= hashPassword(password))],
  )
  return { user_id, email }
}

// One for all: it is slow on purpose.
let hash: Promise<string> | undefined

/** Another session of this person. */
export async function newSession(app: TestApp, userId: string, orgId?: string): Promise<Omit<Person, 'email'>> {
  const token = randomBytes(16).toString('hex')
  const [session] = await app.database.query<{ id: string }>(
    `insert into auth.session (user_id, token_hash, org_id, expires_at)
    values ($1, $2, $3, now() + interval '1 day') returning id`,
    [userId, createHash('sha256').update(token).digest('base64url'), orgId ?? null],
  )
  const cookie = `${token}.signed`
  return { ...callerWith(app, { cookie: `rapport.session_token=${cookie}` }), user_id: userId, session_id: session!.id, cookie }
}

/** Whoever has this key. */
export function callerOf(app: TestApp, key: string): Caller {
  return callerWith(app, { authorization: `Bearer ${key}` })
}

/** Whoever these headers stand for. */
export function callerWith(app: TestApp, headers: Record<string, string>): Caller {
  const call = async (request: Omit<Call, 'key' | 'url'> & { path: string }, status: number) => {
    const { path, ...rest } = request
    const answer = await app.call({ ...rest, url: `/api/v1${path}`, headers: { ...rest.headers, ...headers } })
    assert.equal(answer.status, status, `${rest.method} ${path}: ${answer.text}`)
    return answer.json
  }
  const caller: Caller = {
    headers,
    get: (path, status = 200) => call({ method: 'GET', path }, status),
    post: (path, body, status = 201) => call({ method: 'POST', path, body }, status),
    patch: (path, body, status = 200) => call({ method: 'PATCH', path, body }, status),
    put: (path, body, status = 200) => call({ method: 'PUT', path, body }, status),
    remove: (path, status = 204) => call({ method: 'DELETE', path }, status),
    upload: (file, { filename, options, status = 202 } = {}) =>
      call({ method: 'POST', path: '/imports', ...form({ file, filename, options }) }, status),
    async import(file, options) {
      const { id } = await caller.upload(file, options)
      return finished(caller, id)
    },
  }
  return caller
}

/** The operation when it has come to an end. */
export async function finished(caller: Pick<Caller, 'get'>, id: string): Promise<Answer['json']> {
  return until(async () => {
    const operation = await caller.get(`/operations/${id}`)
    return ['succeeded', 'failed', 'cancelled'].includes(operation.status) ? operation : undefined
  })
}

/** Asks again and again until there is an answer. Throws after so many seconds. */
export async function until<T>(ask: () => Promise<T | undefined | false>, seconds = 60): Promise<T> {
  const deadline = performance.now() + seconds * 1_000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    assert.ok(performance.now() < deadline, `It did not come true within ${seconds} s: ${ask}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Every event of the organization, from the beginning or after a cursor, and where to go on. */
export async function allEvents(caller: Caller, after?: string): Promise<{ events: Answer['json'][]; cursor: string }> {
  const events = []
  for (let cursor = after; ;) {
    const query: string = cursor === undefined ? '' : `&after=${encodeURIComponent(cursor)}`
    const page = await caller.get(`/events?limit=100${query}`)
    events.push(...page.data)
    cursor = page.next_cursor as string
    if (!page.has_more) return { events, cursor }
  }
}

/** Every item of a list, by its pages. */
export async function allItems(caller: Caller, path: string, limit = 100): Promise<Answer['json'][]> {
  const items = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const parameters: string = `limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    const page = await caller.get(`${path}${path.includes('?') ? '&' : '?'}${parameters}`)
    assert.ok(page.data.length <= limit)
    items.push(...page.data)
    cursor = page.next_cursor
  }
  return items
}

/** The text of a CSV file. */
export function csv(...rows: string[][]): string {
  return rows
    .map((row) => row.map((cell) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n')
}

export interface MailText {
  from?: string
  to?: string
  cc?: string
  id?: string
  references?: string
  subject?: string
  date?: string
  body?: string
  headers?: Record<string, string>
}

/** The text of one mail. */
export function mail(given: MailText): string {
  const {
    from = 'Ada <ada@example.net>',
    to = 'us@example.org',
    id = `${unique('m')}@example.net`,
    body = 'Hello.',
  } = given
  const fields = {
    From: from,
    To: to,
    ...(given.cc && { Cc: given.cc }),
    'Message-ID': `<${id}>`,
    ...(given.references && { References: given.references }),
    Subject: given.subject ?? 'A subject',
    Date: given.date ?? 'Mon, 2 Mar 2026 10:00:00 +0000',
    ...given.headers,
  }
  return `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${body}\n`
}

/** The text of an mbox file. */
export function mbox(...mails: string[]): string {
  return mails.map((text) => `From ada@example.net Mon Mar  2 10:00:00 2026\n${text}\n`).join('')
}
