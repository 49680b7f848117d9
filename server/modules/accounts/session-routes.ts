import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import { invalid, notFound } from '#platform/errors'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Accounts } from './accounts.ts'
import { NewSession, Session, SessionChange, SessionPage, SignIn, TwoFactorAnswer } from './contract.ts'
import { answerTwoFactor, endSessions, listSessions, signIn, switchOrganization } from './sessions.ts'
import { clearSessionCookie } from './session-cookie.ts'

export function sessionRoutes(app: App, accounts: Accounts) {
  app.post('/sessions', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createSession',
      description: 'Signs in: the answer sets a cookie. Only a page of this server can do it, or no page at all.',
      body: NewSession,
      response: { 201: SignIn },
    },
  }, async (request, reply) => {
    reply.code(201)
    return signIn(accounts, { request, reply }, request.body)
  })

  app.post('/sessions/two-factor', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createTwoFactorSession',
      description: 'The second step of signing in: a code of the app, or one of the recovery codes.',
      body: TwoFactorAnswer,
      response: { 201: SignIn },
    },
  }, async (request, reply) => {
    const { code, recovery_code } = request.body
    if ((code === undefined) === (recovery_code === undefined)) throw invalid('Send either code or recovery_code.')
    reply.code(201)
    return answerTwoFactor(accounts, { request, reply }, request.body)
  })

  app.get('/sessions', {
    config: { access: 'user' },
    schema: {
      operationId: 'listSessions',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: SessionPage },
    },
  }, async ({ session, query: { limit, cursor } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    return toPage(await listSessions(accounts, session, { limit: limit + 1, before }), limit, ({ id }) => [id])
  })

  app.patch('/sessions/current', {
    config: { access: 'user' },
    schema: {
      operationId: 'changeSession',
      description: 'Goes on in another organization.',
      body: SessionChange,
      response: { 200: Session },
    },
  }, (request, reply) => switchOrganization(accounts, { request, reply }, { ...request.session, ...request.body }))

  app.delete('/sessions/current', {
    config: { access: 'user' },
    schema: { operationId: 'removeCurrentSession', description: 'Signs out.', response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { id, user_id } = request.session
    await endSessions(accounts, { user_id, id, request })
    clearSessionCookie(accounts, reply)
    return reply.code(204).send(null)
  })

  app.delete('/sessions/:id', {
    config: { access: 'user' },
    schema: {
      operationId: 'removeSession',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { id } = request.params
    const ended = await endSessions(accounts, { user_id: request.session.user_id, id, request })
    if (ended === 0) throw notFound('session', id)
    return reply.code(204).send(null)
  })

  app.delete('/sessions', {
    config: { access: 'user' },
    schema: { operationId: 'removeSessions', description: 'Ends all others.', response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { id, user_id } = request.session
    await endSessions(accounts, { user_id, but: id, request })
    return reply.code(204).send(null)
  })
}
