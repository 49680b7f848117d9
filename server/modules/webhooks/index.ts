// Webhooks: what happens in an organization is sent on to URLs that its admins gave, signed as Standard Webhooks says
// (https://www.standardwebhooks.com), retried for a day, and written down.
//
// collecting: from the event log to deliveries → delivering: claim, send, record → retrying: when again, when no more

export { createWebhookCollector, type WebhookCollector } from './collector.ts'
export { webhookJobs, webhookHousekeeping } from './jobs.ts'
export { measureDeliveries } from './metrics.ts'
export { webhookRoutes } from './routes.ts'
