// Which SQL a request runs: the program's own routes, in this process, on a tenancy that notes down what it is asked.
// So a baseline runs, and a plan is looked at for, exactly what the program says today.

import type { Storage } from '#platform/storage'
import { contactRoutes } from '#modules/contacts'
import { notificationRoutes } from '#modules/notifications'
import { roomAudiences, roomRoutes } from '#modules/rooms'
import { taskRoutes } from '#modules/tasks'
import { timelineRoutes } from '#modules/timeline'
import { accountRoutes, type Accounts } from '#modules/accounts'
import { createAdmission } from '#platform/admission'
import type { Database } from '#platform/db/database'
import { kyselyOn, statementName, type Db, type Tx } from '#platform/db/kysely'
import { eventRoutes } from '#platform/event-routes'
import { createHttp, type App } from '#platform/http'
import { createLimits } from '#platform/limits'
import { createLog } from '#platform/log'
import { createTailer } from '#platform/tailer'
import { operationRoutes } from '#platform/operation-routes'
import type { Actor, Tenancy } from '#platform/tenancy'

export interface Recorded {
  sql: string
  values: unknown[]
  /** The name that the program prepares it under. */
  name: string | undefined
}

export interface Call {
  method: 'GET' | 'POST' | 'PATCH'
  url: string
  body?: object
}

/** Makes the calls as an admin of the organization, or as this user of it, and returns the statements of each. Throws when one fails. */
export async function recordCalls(database: Database, orgId: string, calls: Call[], userId?: string): Promise<Recorded[][]> {
  const notes: Recorded[] = []
  const tenancy = recordingTenancy(database, notes)
  const actor: Actor = userId
    ? { org_id: orgId, kind: 'user', id: userId, role: 'member' }
    : { org_id: orgId, kind: 'api_key', id: await anyKey(database, orgId), role: 'admin' }
  const authenticate = async () => ({ actor, plan: 'unlimited' as const })
  const admission = createAdmission({ authenticate, session_cookie: 'none', organization_cookie: 'none', limits: createLimits() })
  const http = createHttp({ log: createLog('warn'), version: '0', public_url: 'http://localhost', admission })
  for (const add of [contactRoutes, operationRoutes]) add(http as App, tenancy)
  timelineRoutes(http as App, tenancy, {} as Storage)
  roomRoutes(http as App, tenancy, { storage: {} as Storage, limit_bytes: 0, signal: () => {} })
  taskRoutes(http as App, tenancy)
  notificationRoutes(http as App, tenancy, {} as Parameters<typeof notificationRoutes>[2])
  eventRoutes(http as App, tenancy, createTailer(database.system, createLog('warn')), roomAudiences)
  // Of its routes only those are recorded that need nothing but the tenancy.
  accountRoutes(http as App, { tenancy } as Accounts)
  const recorded: Recorded[][] = []
  for (const { method, url, body } of calls) {
    notes.length = 0
    const headers = { authorization: 'Bearer any' }
    const answer = await http.inject({ method, url, headers, ...(body && { payload: body }) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`)
    recorded.push([...notes])
  }
  await http.close()
  return recorded
}

/** The same statement for a role that sees everything: the organization written into it. */
export function withoutTenancy(query: Recorded, orgId: string): Recorded {
  const literal = `'${orgId}'::uuid`
  return { ...query, sql: query.sql.replaceAll('(select current_org())', literal).replaceAll('current_org()', literal) }
}

function recordingTenancy(database: Database, notes: Recorded[]): Tenancy {
  const noting = (db: Db): Db =>
    kyselyOn((query) => {
      notes.push({ sql: query.sql, values: [...query.parameters], name: statementName(query) })
      return db.executeQuery(query)
    })
  return {
    tenant: (orgId) => noting(database.tenant(orgId)),
    replica: (orgId) => noting(database.replica(orgId)),
    transact: (actor, work) => database.transact(actor, (tx) => work(noting(tx) as Tx)),
    transactBulk: (actor, work) => database.transactBulk(actor, (tx, client) => work(noting(tx) as Tx, client)),
  }
}

async function anyKey(database: Database, orgId: string): Promise<string> {
  const { id } = await database.tenant(orgId).selectFrom('api_key').select('id').executeTakeFirstOrThrow()
  return id
}
