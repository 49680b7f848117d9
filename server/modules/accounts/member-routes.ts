import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Accounts } from './accounts.ts'
import { Member, MemberChange, MemberPage } from './contract.ts'
import { changeRole, listMemberPage, removeMember, transferOwnership } from './members.ts'

const params = Type.Object({ user_id: Type.String({ format: 'uuid' }) })

export function memberRoutes(app: App, { tenancy: { tenant, transact }, authenticator }: Accounts) {
  app.get('/members', {
    config: { access: 'member' },
    schema: {
      operationId: 'listMembers',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: MemberPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [after] = cursor ? decodeCursor(cursor, 1) : []
    return toPage(await listMemberPage(tenant(actor.org_id), { limit: limit + 1, after }), limit, ({ user_id }) => [user_id])
  })

  app.patch('/members/:user_id', {
    config: { access: 'admin' },
    schema: { operationId: 'changeMember', params, body: MemberChange, response: { 200: Member } },
  }, async ({ actor, params: { user_id }, body }) => {
    const member = await transact(actor, (tx) => changeRole(tx, actor, user_id, body.role))
    await authenticator.forgetAll()
    return member
  })

  app.delete('/members/:user_id', {
    config: { access: 'guest' },
    schema: {
      operationId: 'removeMember',
      description: 'Has its effect at once, on live sockets too. Everybody may leave; others are removed by admins.',
      params,
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params: { user_id } }, reply) => {
    await transact(actor, (tx) => removeMember(tx, actor, user_id))
    await authenticator.forgetAll()
    return reply.code(204).send(null)
  })

  app.post('/members/:user_id/ownership', {
    config: { access: 'owner' },
    schema: {
      operationId: 'createOwnership',
      description: 'Hands the organization over: this member becomes its owner, and you an admin.',
      params,
      response: { 200: Member },
    },
  }, async ({ actor, params: { user_id } }) => {
    const member = await transact(actor, (tx) => transferOwnership(tx, actor, user_id))
    await authenticator.forgetAll()
    return member
  })
}
