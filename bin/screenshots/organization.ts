// What the organization of the demo has besides its people: colleagues who have come in, and programs that it is connected with.

import type { BrowserContext } from 'playwright-core'
import { team } from '../../server/demo/names.ts'
import { send } from './requests.ts'

/** `owner` is a window of theirs; `newcomer` makes one of somebody who has not signed in. */
export async function furnish(owner: BrowserContext, newcomer: () => Promise<BrowserContext>) {
  for (const { email, name, role } of team.slice(1, 5)) {
    const { link } = await send<{ link: string }>(owner.request, 'POST', '/invitations', { email, role })
    // The last one has not opened it yet.
    if (email === team[4].email) continue
    const context = await newcomer()
    await send(context.request, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name, password: `the password of ${name}` })
    await context.close()
  }
  await send(owner.request, 'POST', '/api-keys', { name: 'Form on the web site', scope: 'write' })
  await send(owner.request, 'POST', '/api-keys', { name: 'Weekly figures', scope: 'read' })
  // Of what does not happen meanwhile: nobody is behind these addresses.
  await send(owner.request, 'POST', '/webhooks', { url: 'https://books.alderpine.example/hooks/rapport', description: 'Accounting', event_types: ['field.*', 'member.*'] })
  await send(owner.request, 'POST', '/webhooks', { url: 'https://newsletter.alderpine.example/people', description: 'Newsletter', event_types: ['tag.*'] })
}
