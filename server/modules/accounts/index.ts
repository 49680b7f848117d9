// Accounts: the organization, which is the tenant; its members, who sign in; and the api keys that act for it.

export { createAccounts, sessionCookie, type Accounts } from './accounts.ts'
export { createOrganization, type NewOrganization, type CreatedOrganization } from './organizations.ts'
export { createApiKey, revokeApiKey } from './api-keys.ts'
export { changePlan } from './plans.ts'
export { listAdmins } from './admins.ts'
export { listActorNames } from './actor-names.ts'
export { createAuthenticator, type Authenticator } from './authentication.ts'
export { findMember, listMemberAddresses, listMembers } from './queries.ts'
export { accountRoutes } from './routes.ts'
