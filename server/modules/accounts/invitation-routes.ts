import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import { accept, lookUpInvitation } from './acceptance.ts'
import type { Accounts } from './accounts.ts'
import { CreatedInvitation, InvitationAcceptance, InvitationPage, NewInvitation, OpenInvitation, OutboxPage, SignIn, Token } from './contract.ts'
import { createInvitation, listInvitations, resendInvitation, revokeInvitation } from './invitations.ts'
import { listOutbox } from './outbox.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const querystring = Type.Object(pageQuery, { additionalProperties: false })

export function invitationRoutes(app: App, accounts: Accounts) {
  const { tenant, transact } = accounts.tenancy

  app.get('/invitations', {
    config: { access: 'admin' },
    schema: { operationId: 'listInvitations', querystring, response: { 200: InvitationPage } },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    return toPage(await listInvitations(accounts, tenant(actor.org_id), actor, { limit: limit + 1, before }), limit, ({ id }) => [id])
  })

  app.post('/invitations', {
    config: { access: 'admin', secret: true },
    schema: {
      operationId: 'createInvitation',
      description: 'Sends a mail with the link; the answer holds it too.',
      body: NewInvitation,
      response: { 201: CreatedInvitation },
    },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createInvitation(accounts, tx, actor, body))
  })

  app.post('/invitations/:id/resend', {
    config: { access: 'admin', secret: true },
    schema: {
      operationId: 'resendInvitation',
      description: 'Another link and a new term; the link before is dead.',
      params,
      response: { 200: CreatedInvitation },
    },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => resendInvitation(accounts, tx, actor, id)))

  app.delete('/invitations/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'revokeInvitation', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    await transact(actor, (tx) => revokeInvitation(tx, actor, id))
    return reply.code(204).send(null)
  })

  app.post('/invitations/lookup', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getInvitation',
      description: 'What the link is about, before it is accepted.',
      body: Token,
      response: { 200: OpenInvitation },
    },
  }, (request, reply) => lookUpInvitation(accounts, { request, reply }, request.body.token))

  app.post('/invitations/acceptance', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'acceptInvitation',
      description: 'Somebody who is new here gives name and password, and has signed in then; others sign in before.',
      body: InvitationAcceptance,
      response: { 201: SignIn },
    },
  }, async (request, reply) => {
    reply.code(201)
    return accept(accounts, { request, reply }, request.body)
  })

  app.get('/outbox', {
    config: { access: 'admin', secret: true },
    schema: {
      operationId: 'listOutbox',
      description: 'Mails of the organization that were not sent, because there is no mail server: to be passed on by hand.',
      querystring,
      response: { 200: OutboxPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    const rows = await listOutbox(accounts.data_folder, actor.org_id, { limit: limit + 1, before })
    return toPage(rows, limit, ({ id }) => [id])
  })
}
