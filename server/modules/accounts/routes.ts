import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { Me } from './contract.ts'
import { getMe } from './queries.ts'
import { sessionRoutes } from './session-routes.ts'

export function accountRoutes(app: App, accounts: Accounts) {
  app.get('/me', {
    config: { access: 'guest' },
    schema: { operationId: 'getMe', response: { 200: Me } },
  }, ({ actor }) => getMe(accounts.tenancy.tenant(actor.org_id), actor))

  sessionRoutes(app, accounts)
  apiKeyRoutes(app, accounts)
}
