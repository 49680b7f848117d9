import { refuseInBatch } from '#platform/batch'
import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { Setup, SetupState, SignIn } from './contract.ts'
import { needsSetup, setUp } from './setup.ts'

export function setupRoutes(app: App, accounts: Accounts) {
  app.get('/setup', {
    config: { access: 'public' },
    schema: { operationId: 'getSetup', response: { 200: SetupState } },
  }, async () => ({ needed: await needsSetup(accounts.pool) }))

  app.post('/setup', {
    config: { access: 'public', secret: true },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createSetup',
      description: 'Makes the first organization and its owner, and signs them in. The token is in the link that the terminal prints.',
      body: Setup,
      response: { 201: SignIn },
    },
  }, async (request, reply) => {
    reply.code(201)
    return setUp(accounts, { request, reply }, request.body)
  })
}
