import { passwordLink } from '#modules/accounts'
import type { Config } from '#platform/config'
import { RapportError } from '#platform/errors'
import { withDatabase } from './with-database.ts'

/** `rapport password ADDRESS`: a link for somebody who cannot get one by mail. */
export default async function password([address, ...rest]: string[], config: Config) {
  if (!address || rest.length > 0) throw new RapportError('invalid', 'usage', 'Usage: rapport password ADDRESS (see --help).')
  await withDatabase(config, async ({ pools }) => {
    const link = await passwordLink(pools.auth, { email: address.toLowerCase(), public_url: config.public_url })
    if (!link) throw new RapportError('not_found', 'user_not_found', `Nobody signs in with ${address}.`)
    console.log(passwordLinkText(link))
  })
}

export function passwordLinkText(link: string): string {
  return `The link to choose a password, valid for 24 hours and once:

  ${link}`
}
