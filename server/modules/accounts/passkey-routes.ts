import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Accounts } from './accounts.ts'
import { SignIn } from './contract.ts'
import {
  NewPasskey, Passkey, PasskeyChange, PasskeyCreationOptions, PasskeyOptionsRequest, PasskeyPage, PasskeyRequestOptions, PasskeySignIn,
} from './passkey-contract.ts'
import { addPasskey, beginPasskey, beginPasskeySignIn, listPasskeys, removePasskey, renamePasskey, signInWithPasskey } from './passkeys.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function passkeyRoutes(app: App, accounts: Accounts) {
  const signingIn = { config: { access: 'public', secret: true }, onRequest: refuseInBatch } as const
  const personal = { config: { access: 'user', secret: true }, onRequest: refuseInBatch } as const

  app.post('/sessions/passkey/options', {
    ...signingIn,
    schema: {
      operationId: 'createPasskeySessionOptions',
      description: 'Begins to sign in with a passkey, whoever it is: for `navigator.credentials.get()`, within 5 min.',
      response: { 201: PasskeyRequestOptions },
    },
  }, async (request, reply) => {
    reply.code(201)
    return beginPasskeySignIn(accounts, { request, reply })
  })

  app.post('/sessions/passkey', {
    ...signingIn,
    schema: {
      operationId: 'createPasskeySession',
      description: 'Signs in with what the browser answered. No second factor is asked for: a passkey is two.',
      body: PasskeySignIn,
      response: { 201: SignIn },
    },
  }, async (request, reply) => {
    reply.code(201)
    return signInWithPasskey(accounts, { request, reply }, request.body.credential)
  })

  app.get('/me/passkeys', {
    config: { access: 'user' },
    schema: {
      operationId: 'listPasskeys',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: PasskeyPage },
    },
  }, async ({ session, query: { limit, cursor } }) => {
    const [after] = cursor ? decodeCursor(cursor, 1) : []
    return toPage(await listPasskeys(accounts, session, { limit: limit + 1, after }), limit, ({ id }) => [id])
  })

  app.post('/me/passkeys/options', {
    ...personal,
    schema: {
      operationId: 'createPasskeyOptions',
      description: 'Begins to add a passkey: for `navigator.credentials.create()`, within 5 min.',
      body: PasskeyOptionsRequest,
      response: { 201: PasskeyCreationOptions },
    },
  }, async (request, reply) => {
    reply.code(201)
    return beginPasskey(accounts, { request, reply }, request.body.password)
  })

  app.post('/me/passkeys', {
    ...personal,
    schema: { operationId: 'createPasskey', description: 'Adds what the browser made.', body: NewPasskey, response: { 201: Passkey } },
  }, async (request, reply) => {
    reply.code(201)
    return addPasskey(accounts, { request, reply }, request.body)
  })

  app.patch('/me/passkeys/:id', {
    config: { access: 'user' },
    schema: { operationId: 'changePasskey', params, body: PasskeyChange, response: { 200: Passkey } },
  }, ({ session, params: { id }, body: { name } }) => renamePasskey(accounts, session, { id, name }))

  app.delete('/me/passkeys/:id', {
    config: { access: 'user' },
    schema: {
      operationId: 'removePasskey',
      description: 'It signs nobody in any more; sessions go on.',
      params,
      response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    await removePasskey(accounts, request, request.params.id)
    return reply.code(204).send(null)
  })
}
