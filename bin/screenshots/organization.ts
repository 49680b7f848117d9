// What the organization of the demo has besides its people: somebody who was invited, and programs that it is connected with.

import type { BrowserContext } from 'playwright-core'
import { send } from './requests.ts'

/** `owner` is a window of theirs. */
export async function furnish(owner: BrowserContext) {
  // Who has not opened it yet.
  await send(owner.request, 'POST', '/invitations', { email: 'jonas@alderpine.example', role: 'member' })
  await send(owner.request, 'POST', '/api-keys', { name: 'Form on the web site', scope: 'write' })
  await send(owner.request, 'POST', '/api-keys', { name: 'Weekly figures', scope: 'read' })
  // Of what does not happen meanwhile: nobody is behind these addresses.
  await send(owner.request, 'POST', '/webhooks', { url: 'https://books.alderpine.example/hooks/rapport', description: 'Accounting', event_types: ['field.*', 'member.*'] })
  await send(owner.request, 'POST', '/webhooks', { url: 'https://newsletter.alderpine.example/people', description: 'Newsletter', event_types: ['tag.*'] })
}
