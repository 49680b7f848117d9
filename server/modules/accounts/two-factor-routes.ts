import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { PasswordProof, RecoveryCodes, Totp, TotpConfirmation } from './contract.ts'
import { beginTotp, confirmTotp, removeTotp, removeTrustedDevices, renewRecoveryCodes } from './two-factor.ts'

export function twoFactorRoutes(app: App, accounts: Accounts) {
  const personal = { config: { access: 'user', secret: true }, onRequest: refuseInBatch } as const

  app.post('/me/totp', {
    ...personal,
    schema: {
      operationId: 'createTotp',
      description: 'Begins to set up codes of an app: the address for its QR code, and recovery codes, shown this once.',
      body: PasswordProof,
      response: { 201: Totp },
    },
  }, async (request, reply) => {
    reply.code(201)
    return beginTotp(accounts, { request, reply }, request.body.password)
  })

  app.post('/me/totp/confirmation', {
    ...personal,
    schema: {
      operationId: 'createTotpConfirmation',
      description: 'With a first code. From then on the sign-in asks for one.',
      body: TotpConfirmation,
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await confirmTotp(accounts, { request, reply }, request.body.code)
    return reply.code(204).send(null)
  })

  app.delete('/me/totp', {
    ...personal,
    schema: { operationId: 'removeTotp', body: PasswordProof, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await removeTotp(accounts, { request, reply }, request.body.password)
    return reply.code(204).send(null)
  })

  app.post('/me/recovery-codes', {
    ...personal,
    schema: {
      operationId: 'createRecoveryCodes',
      description: 'New ones, shown this once; those of before are dead.',
      body: PasswordProof,
      response: { 201: RecoveryCodes },
    },
  }, async (request, reply) => {
    reply.code(201)
    return { recovery_codes: await renewRecoveryCodes(accounts, { request, reply }, request.body.password) }
  })

  app.delete('/me/trusted-devices', {
    ...personal,
    schema: {
      operationId: 'removeTrustedDevices',
      description: 'Every browser is asked for a code again that was not to be for 30 days.',
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await removeTrustedDevices(accounts, { request, reply })
    return reply.code(204).send(null)
  })
}
