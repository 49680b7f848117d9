import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, options = {}) =>
  Type.Union([schema, Type.Null()], options)

const url = Type.String({ minLength: 1, maxLength: 2_000, description: 'https://, and a public address.' })
const description = Type.String({ maxLength: 1_000 })
const eventTypes = Type.Array(
  Type.String({ pattern: String.raw`^(\*|[a-z_]+(\.[a-z_]+)*(\.\*)?)$`, maxLength: 100 }),
  { minItems: 1, maxItems: 50, uniqueItems: true, description: '`contact.created`, all that begin alike (`contact.*`), or `*`.' },
)

export const Webhook = Type.Object(
  {
    id,
    url,
    description,
    event_types: eventTypes,
    enabled: Type.Boolean(),
    disabled_reason: nullable(Type.String(), { description: 'Why Rapport disabled it; null when a person did.' }),
    failing_since: nullable(time, { description: 'The first failure after which nothing got through.' }),
    held_until: nullable(time, { description: 'Until then the receiver wants to be left alone (`Retry-After`).' }),
    created_at: time,
    updated_at: time,
  },
  { title: 'Webhook' },
)
export type Webhook = Static<typeof Webhook>

export const WebhookPage = pageOf(Webhook, 'WebhookPage')

export const NewWebhook = Type.Object(
  { url, event_types: eventTypes, description: Type.Optional(description), enabled: Type.Optional(Type.Boolean()) },
  { title: 'NewWebhook', additionalProperties: false },
)
export type NewWebhook = Static<typeof NewWebhook>

export const WebhookChanges = Type.Partial(NewWebhook, { title: 'WebhookChanges', additionalProperties: false })
export type WebhookChanges = Static<typeof WebhookChanges>

const secret = Type.String({ description: 'What signatures are verified with, shown this once: `whsec_…`.' })

export const CreatedWebhook = Type.Object({ ...Webhook.properties, secret }, { title: 'CreatedWebhook' })

export const WebhookSecret = Type.Object(
  { secret, previous_valid_until: time },
  { title: 'WebhookSecret' },
)

export const deliveryStatuses = ['pending', 'succeeded', 'failed', 'cancelled'] as const

export const Attempt = Type.Object(
  {
    at: time,
    duration_ms: Type.Integer(),
    response_status: nullable(Type.Integer()),
    error: nullable(Type.String(), { description: 'Why there was no answer, or why it does not count.' }),
  },
  { title: 'WebhookAttempt' },
)
export type Attempt = Static<typeof Attempt>

export const Delivery = Type.Object(
  {
    id,
    webhook_id: id,
    message_id: Type.String({ description: 'The header `webhook-id`: the same however often it is sent.' }),
    cause: Type.Enum(['event', 'replay', 'test']),
    event_type: Type.String(),
    status: Type.Enum([...deliveryStatuses]),
    attempts: Type.Array(Attempt),
    response_body: nullable(Type.String(), { description: 'The beginning of the last answer, up to 1 KB.' }),
    next_attempt_at: nullable(time),
    created_at: time,
  },
  { title: 'WebhookDelivery' },
)
export type Delivery = Static<typeof Delivery>

export const DeliveryPage = pageOf(Delivery, 'WebhookDeliveryPage')

export const NewReplay = Type.Object(
  {
    from: time,
    to: Type.Optional(time),
    only: Type.Optional(
      Type.Enum(['undelivered', 'all'], { default: 'undelivered', description: 'Events that never got through, or all.' }),
    ),
    cursor: Type.Optional(Type.String({ maxLength: 2_000, description: '`next_cursor` of the answer before.' })),
  },
  { title: 'NewWebhookReplay', additionalProperties: false },
)
export type NewReplay = Static<typeof NewReplay>

export const Replay = Type.Object(
  {
    deliveries: Type.Integer({ description: 'How many events are sent again.' }),
    next_cursor: nullable(Type.String(), { description: 'There are more: ask again with it. Null is the end.' }),
  },
  { title: 'WebhookReplay' },
)
