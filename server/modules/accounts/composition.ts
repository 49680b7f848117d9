// Makes what the routes of this module work with, from what the composition root has.

import type pg from 'pg'
import { unavailable } from '#platform/errors'
import type { LimitStore } from '#platform/limits'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Plan } from '#platform/plans'
import { deriveKey, type DerivedKey, type Secrets } from '#platform/secrets'
import type { Tenancy } from '#platform/tenancy'
import type { Accounts, InvitationRooms } from './accounts.ts'
import type { Authenticator } from './authentication.ts'
import type { OidcProvider, OidcSettings } from './oidc.ts'
import { claimByAddress } from './ownership.ts'
import { createSignInLimits } from './sign-in-limits.ts'

export interface AccountsOptions {
  tenancy: Tenancy
  pool: pg.Pool
  authenticator: Authenticator
  secrets: Secrets
  mail: Mail
  rooms: InvitationRooms
  data_folder: string
  default_plan: Plan
  /** What sessions are signed with where there is no key for secrets: second factors cannot be stored then. */
  fallback_secret: string | undefined
  oidc: OidcSettings | undefined
  limit_store: LimitStore | undefined
  public_url: string
  log: Log
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { tenancy, pool, authenticator, oidc, public_url, log } = options
  const load = async (provider?: OidcProvider) => {
    const { createAuth } = await import('./better-auth.ts')
    return createAuth({ pool, secrets: await signingKeys(options), public_url, oidc: provider, log })
  }
  const loadSingleSignOn = async () => {
    if (!oidc) throw unavailable('There is no single sign-on here: see OIDC_ISSUER in docs/settings.md.')
    const { discover } = await import('./oidc.ts')
    return load({
      ...oidc,
      endpoints: await discover(oidc),
      redirect_uri: `${public_url}/api/v1/sessions/oidc/callback`,
      claim: (email) => claimByAddress(accounts, email),
    })
  }
  const accounts: Accounts = {
    tenancy,
    pool,
    authenticator,
    library: once(() => load()),
    oidc,
    singleSignOn: once(loadSingleSignOn),
    limits: createSignInLimits(options.limit_store),
    mail: options.mail,
    rooms: options.rooms,
    data_folder: options.data_folder,
    signingKey: async () => (await signingKeys(options))[0]!.value,
    expectSecretKey: async () => void (await options.secrets.derive('sign-in')),
    default_plan: options.default_plan,
    public_url,
    log,
  }
  return accounts
}

/** Made with the first call. What could not be had (a key, the provider) may be there the next time. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let making: Promise<Made> | undefined
  return () => {
    making ??= make()
    making.catch(() => (making = undefined))
    return making
  }
}

async function signingKeys({ secrets, fallback_secret }: AccountsOptions): Promise<DerivedKey[]> {
  if (fallback_secret === undefined) return secrets.derive('sign-in')
  return secrets.derive('sign-in').catch(() => [deriveKey(fallback_secret, 'sign-in')])
}
