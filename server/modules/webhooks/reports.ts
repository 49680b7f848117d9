// The mail that says that a webhook was disabled by itself: one to each admin.

import { listAdmins } from '#modules/accounts'
import { usualLanguage, type Language } from '#platform/languages'
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
  const language = admin.language ?? usualLanguage
  const m = words[language]
  const letter = composeLetter(language, {
    subject: m.subject,
    paragraphs: [m.stopped(webhook.url), m.reason(webhook.disabled_reason), m.advice],
    action: { label: m.look, url: `${public_url}/settings/webhooks/${webhook_id}` },
    footnote: m.footnote,
  })
  await mail.send({ to: admin.email, org_id, ...letter })
}

const en = {
  subject: 'A webhook was disabled',
  stopped: (url: string) => `Rapport does not send events to ${url} any more.`,
  reason: (said: string) => said,
  advice: 'What was sent, and what was answered, is in the log of its deliveries. When the receiver is mended, enable the webhook again, and replay what it has missed.',
  look: 'Look at the webhook',
  footnote: 'You get this mail because you administer the organization.',
}

const words: Record<Language, typeof en> = {
  en,
  de: {
    subject: 'Ein Webhook wurde ausgeschaltet',
    stopped: (url) => `Rapport sendet keine Ereignisse mehr an ${url}.`,
    // What comes behind is of the connection, in English.
    reason: (said) => said
      .replace(/^Nothing got through for a day. The last attempt:/, 'Einen Tag lang kam nichts an. Der letzte Versuch:')
      .replace(/[Tt]he receiver answered (\d+(?: Gone)?)\.$/, 'Der Empfänger hat mit $1 geantwortet.'),
    advice: 'Was gesendet und was geantwortet wurde, steht im Protokoll seiner Zustellungen. Ist der Empfänger wieder in Ordnung, schalten Sie den Webhook wieder ein und stellen zu, was er verpasst hat.',
    look: 'Webhook ansehen',
    footnote: 'Sie erhalten diese Mail, weil Sie die Organisation verwalten.',
  },
}
