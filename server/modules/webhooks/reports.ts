// The mail that says that a webhook was disabled by itself: one to each admin.

import { listAdmins } from '#modules/accounts'
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
  await mail.send({
    to: admin.email,
    subject: 'A webhook was disabled',
    text: [
      `Rapport does not send events to ${url} any more.`,
      disabled_reason,
      `When the receiver is mended, enable the webhook again, and replay what it missed since then: PATCH ${public_url}/api/v1/webhooks/${webhook_id} with {"enabled": true}, then POST …/replay with {"from": …}.`,
      `What was sent, and what was answered: ${public_url}/api/v1/webhooks/${webhook_id}/deliveries`,
      '',
    ].join('\n\n'),
  })
}
