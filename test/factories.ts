// What tests begin with: an organization with somebody who calls, people, files.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createOrganization } from '#modules/accounts'
import type { Plan } from '#platform/plans'
import type { Actor } from '#platform/tenancy'
import type { Answer, Call, TestApp } from './app.ts'
import { form } from './forms.ts'

/** Someone who calls the API. Each verb gives the body, and throws when the status is another than expected. */
export interface Caller {
  key: string
  get(path: string, status?: number): Promise<Answer['json']>
  post(path: string, body: object, status?: number): Promise<Answer['json']>
  patch(path: string, body: object, status?: number): Promise<Answer['json']>
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

/** Another caller of the same organization, with a key of this role. */
export async function callerWithRole(
  app: TestApp,
  by: Organization,
  role: 'admin' | 'member' | 'guest',
): Promise<Caller> {
  const { key } = await by.post('/api-keys', { name: role, role })
  return callerOf(app, key)
}

/** Whoever has this key. */
export function callerOf(app: TestApp, key: string): Caller {
  const call = async (request: Omit<Call, 'key' | 'url'> & { path: string }, status: number) => {
    const { path, ...rest } = request
    const answer = await app.call({ ...rest, url: `/api/v1${path}`, key })
    assert.equal(answer.status, status, `${rest.method} ${path}: ${answer.text}`)
    return answer.json
  }
  const caller: Caller = {
    key,
    get: (path, status = 200) => call({ method: 'GET', path }, status),
    post: (path, body, status = 201) => call({ method: 'POST', path, body }, status),
    patch: (path, body, status = 200) => call({ method: 'PATCH', path, body }, status),
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
