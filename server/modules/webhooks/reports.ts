// The mail that says that a webhook was disabled by itself: one to each admin.

import { listAdmins } from '#modules/accounts'
import { composeLetter } from '#platform/letter'
import type { Mail } from '#platform/mail'
import type { Tenancy } from '#platform/tenancy'
import type { WebhookJob } from './delivering.ts'
import { getWebhook } from './queries.ts'

export interface ReportJob extends WebhookJob {
  user_id: string
}

interface ReportOptions {
  tenancy: Tenancy
  mail: Mail
  public_url: string
}

export async function reportDisabled({ tenancy, mail, public_url }: ReportOptions, { org_id, webhook_id, user_id }: ReportJob) {
  const db = tenancy.tenant(org_id)
  const admin = (await listAdmins(db)).find((each) => each.user_id === user_id)
  const webhook = await getWebhook(db, webhook_id).catch((error) => (error.kind === 'not_found' ? undefined : Promise.reject(error)))
  // Whoever is no admin any more is not told; what is gone or mended is not told of.
  if (!admin || !webhook?.disabled_reason) return
  const { url, disabled_reason } = webhook
  const letter = composeLetter({
    subject: 'A webhook was disabled',
    paragraphs: [
      `Rapport does not send events to ${url} any more.`,
      disabled_reason,
      'What was sent, and what was answered, is in the log of its deliveries. When the receiver is mended, enable the webhook again, and replay what it has missed.',
    ],
    action: { label: 'Look at the webhook', url: `${public_url}/settings/webhooks/${webhook_id}` },
    footnote: 'You get this mail because you administer the organization.',
  })
  await mail.send({ to: admin.email, org_id, ...letter })
}
