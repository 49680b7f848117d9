import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { EmailChange, Me, PasswordChange, PasswordReset, PasswordResetConfirmation, Token, UserChange } from './contract.ts'
import { getMe } from './queries.ts'
import { changePassword, changeUser, confirmEmail, requestEmailChange, requestPasswordReset, resetPassword } from './users.ts'

const done = { 204: Type.Null() }

export function userRoutes(app: App, accounts: Accounts) {
  app.get('/me', {
    config: { access: 'guest' },
    schema: { operationId: 'getMe', response: { 200: Me } },
  }, ({ actor }) => getMe(accounts.tenancy.tenant(actor.org_id), actor))

  app.patch('/me', {
    config: { access: 'user' },
    schema: { operationId: 'changeMe', body: UserChange, response: done },
  }, async ({ session, body }, reply) => {
    await changeUser(accounts, session.user_id, body)
    return reply.code(204).send(null)
  })

  app.put('/me/password', {
    config: { access: 'user', secret: true },
    schema: { operationId: 'changePassword', description: 'Ends your other sessions.', body: PasswordChange, response: done },
  }, async (request, reply) => {
    const { current_password: current, password } = request.body
    await changePassword(accounts, { request, reply }, { current, password })
    return reply.code(204).send(null)
  })

  app.put('/me/email', {
    config: { access: 'user', secret: true },
    schema: {
      operationId: 'changeEmail',
      description: 'Sends a link to the new address, which becomes yours with it.',
      body: EmailChange,
      response: done,
    },
  }, async (request, reply) => {
    await requestEmailChange(accounts, { request, reply }, request.body)
    return reply.code(204).send(null)
  })

  app.post('/email-confirmations', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: { operationId: 'createEmailConfirmation', body: Token, response: done },
  }, async (request, reply) => {
    await confirmEmail(accounts, { request, reply }, request.body.token)
    return reply.code(204).send(null)
  })

  app.post('/password-resets', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createPasswordReset',
      description: 'Sends a link, if somebody has this address. The answer is the same if nobody does.',
      body: PasswordReset,
      response: done,
    },
  }, async (request, reply) => {
    await requestPasswordReset(accounts, { request, reply }, request.body.email)
    return reply.code(204).send(null)
  })

  app.post('/password-resets/confirmation', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createPasswordResetConfirmation',
      description: 'Sets the password with the token of the link, and ends all sessions.',
      body: PasswordResetConfirmation,
      response: done,
    },
  }, async (request, reply) => {
    await resetPassword(accounts, { request, reply }, request.body)
    return reply.code(204).send(null)
  })
}
