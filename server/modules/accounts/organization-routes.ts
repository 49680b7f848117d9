import { Type } from 'typebox'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import { listMemberships, type Accounts } from './accounts.ts'
import { MembershipPage, NewOrganizationBody, Organization, OrganizationChange, OrganizationDeletion } from './contract.ts'
import { changeOrganization, deleteOrganization, getOrganization, openOrganization } from './organizations.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function organizationRoutes(app: App, accounts: Accounts) {
  const { tenant, transact } = accounts.tenancy

  app.get('/organizations', {
    config: { access: 'user' },
    schema: {
      operationId: 'listOrganizations',
      description: 'Those that you are in.',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: MembershipPage },
    },
  }, async ({ session, query: { limit, cursor } }) => {
    const [after] = cursor ? decodeCursor(cursor, 1) : []
    // Of one person there are never more than one reads in one go.
    const all = (await listMemberships(accounts.pool, session.user_id)).toSorted((a, b) => (a.org_id < b.org_id ? -1 : 1))
    const rows = all.filter(({ org_id }) => after === undefined || org_id > String(after)).slice(0, limit + 1)
    return toPage(rows.map(({ org_id: id, ...rest }) => ({ ...rest, id, created_at: rest.created_at.toISOString() })), limit, ({ id }) => [id])
  })

  app.post('/organizations', {
    config: { access: 'owner' },
    schema: {
      operationId: 'createOrganization',
      description: 'Another one, whose owner you are. Your session goes on where it is.',
      body: NewOrganizationBody,
      response: { 201: Organization },
    },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return openOrganization(accounts.tenancy, actor, { name: body.name, plan: accounts.default_plan })
  })

  app.get('/organizations/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getOrganization', params, response: { 200: Organization } },
  }, async ({ actor, params: { id } }) => {
    expectOwn(actor.org_id, id)
    return getOrganization(tenant(actor.org_id))
  })

  app.patch('/organizations/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'changeOrganization', params, body: OrganizationChange, response: { 200: Organization } },
  }, async ({ actor, params: { id }, body }) => {
    expectOwn(actor.org_id, id)
    const changed = await transact(actor, (tx) => changeOrganization(tx, actor, body))
    await accounts.authenticator.forgetAll()
    return changed
  })

  app.delete('/organizations/:id', {
    config: { access: 'owner' },
    schema: {
      operationId: 'removeOrganization',
      description: 'Shuts it at once, for everybody, and erases everything in it. Cannot be undone.',
      params,
      body: OrganizationDeletion,
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params: { id }, body }, reply) => {
    expectOwn(actor.org_id, id)
    await transact(actor, (tx) => deleteOrganization(tx, actor, body.name))
    await accounts.authenticator.forgetAll()
    return reply.code(204).send(null)
  })
}

/** The one that the caller works in; another one is reached by going on there. */
function expectOwn(orgId: string, asked: string) {
  if (orgId !== asked) throw notFound('organization', asked)
}
