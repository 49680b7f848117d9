// What the system shows of the inbox to whoever looks at no page of ours: shown by the service worker, which knows of all pages, and taken
// back when it is read anywhere.

import { inOrganization, readOrganization } from '@/app/elsewhere.ts'
import { queryClient } from '@/app/query-client.ts'
import { meQuery } from '@/app/session.ts'
import type { Messages } from '@/messages/messages.tsx'
import { toast } from '@/ui/toasts.tsx'
import { noticesHere } from './browser-notices.ts'
import { tell } from './happened.ts'
import type { Entry } from './inbox-queries.ts'
import { pathOf } from './where.ts'

/** Longer ago, and it is what came while nobody was connected: the inbox has it. */
const newsMs = 60_000

/** What the server has called loud: it is new, wanted, and nobody asks for quiet. */
export async function showNotice(entry: Entry, m: Messages) {
  const at = Date.parse(entry.happened_at)
  if (Date.now() - at > newsMs) return
  // Whoever looks here sees the number; what they wanted to be reminded of is said.
  if (document.hasFocus()) return void (entry.kind === 'reminder' && toast(m.later.reminds(entry.snippet)))
  if (noticesHere() !== 'on') return
  const { who, what, more } = tell(entry, m)
  const registration = await findRegistration()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows; a service worker is of this origin
  registration?.active?.postMessage({ tag: entry.id, title: `${who} ${what}`, body: more, path: pathOf(entry), at, urgent: entry.kind === 'urgent', in: ownOrganization() })
}

export interface Notice {
  tag: string
  title: string
  body: string
  path: string
  at: number
  urgent: boolean
  /** Of which organization. */
  in: string
}

/** What was pushed while somebody looks at a page of ours: of another organization this page says nothing. */
export async function showForeign({ in: organization, tag, title, body, path, at }: Notice) {
  if (organization === ownOrganization()) return
  await (await findRegistration())?.showNotification(title, { body, tag, data: { path: inOrganization(path, organization), at }, icon: '/icon-192.png' })
}

export function ownOrganization(): string | undefined {
  return queryClient.getQueryData(meQuery.queryKey)?.organization.id
}

/** Takes back those of these entries; without any, all of this organization. */
export async function withdrawNotices(ids?: ReadonlySet<string>) {
  if (noticesHere() === 'off') return
  const isMeant = ({ tag, data }: Notification) => (ids ? ids.has(tag) : readOrganization(data.path).id === ownOrganization())
  for (const shown of (await (await findRegistration())?.getNotifications()) ?? []) if (isMeant(shown)) shown.close()
}

async function findRegistration() {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration('/') : undefined
}
