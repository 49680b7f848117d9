import type { App } from '#platform/http'
import type { Accounts } from './accounts.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { memberRoutes } from './member-routes.ts'
import { organizationRoutes } from './organization-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { singleSignOnRoutes } from './single-sign-on-routes.ts'
import { twoFactorRoutes } from './two-factor-routes.ts'
import { userRoutes } from './user-routes.ts'

export function accountRoutes(app: App, accounts: Accounts) {
  const signingIn = [sessionRoutes, twoFactorRoutes, passkeyRoutes, singleSignOnRoutes]
  const all = [setupRoutes, ...signingIn, userRoutes, organizationRoutes, memberRoutes, invitationRoutes, apiKeyRoutes]
  for (const add of all) add(app, accounts)
}
