import { Type } from 'typebox'
import type { Hearing } from '#platform/audiences'
import type { Clock } from '#platform/clock'
import type { App } from '#platform/http'
import type { Outgoing } from '#platform/outgoing'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Secrets } from '#platform/secrets'
import type { Tenancy } from '#platform/tenancy'
import { changeWebhook, createWebhook, removeWebhook, rotateSecret } from './actions.ts'
import {
  CreatedWebhook, Delivery, DeliveryPage, deliveryStatuses, NewReplay, NewWebhook, Replay, Webhook, WebhookChanges, WebhookPage,
  WebhookSecret,
} from './contract.ts'
import { getDelivery, getWebhook, listDeliveries, listWebhooks } from './queries.ts'
import { replayDelivery, replayEvents, sendTest } from './replays.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const deliveryParams = Type.Object({ id: uuid, delivery_id: uuid })

interface WebhookPorts {
  outgoing: Outgoing
  secrets: Secrets
  clock: Clock
  /** What webhooks are told of. */
  hearing: Hearing
}

export function webhookRoutes(app: App, tenancy: Tenancy, ports: WebhookPorts) {
  endpointRoutes(app, tenancy, ports)
  deliveryRoutes(app, tenancy, ports)
}

function endpointRoutes(app: App, { tenant, transact }: Tenancy, { outgoing, secrets, clock }: WebhookPorts) {
  app.get('/webhooks', {
    config: { access: 'admin' },
    schema: {
      operationId: 'listWebhooks',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: WebhookPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    const rows = await listWebhooks(tenant(actor.org_id), { limit: limit + 1, before })
    return toPage(rows, limit, ({ id }) => [id])
  })

  app.post('/webhooks', {
    config: { access: 'admin', secret: true },
    schema: { operationId: 'createWebhook', body: NewWebhook, response: { 201: CreatedWebhook } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createWebhook(tx, actor, body, { outgoing, secrets }))
  })

  app.get('/webhooks/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'getWebhook', params, response: { 200: Webhook } },
  }, ({ actor, params }) => getWebhook(tenant(actor.org_id), params.id))

  app.patch('/webhooks/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'changeWebhook', params, body: WebhookChanges, response: { 200: Webhook } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeWebhook(tx, actor, params.id, body, outgoing)))

  app.delete('/webhooks/:id', {
    config: { access: 'admin' },
    schema: { operationId: 'removeWebhook', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    await transact(actor, (tx) => removeWebhook(tx, actor, params.id))
    return reply.code(204).send(null)
  })

  app.post('/webhooks/:id/secret', {
    config: { access: 'admin', secret: true },
    schema: {
      operationId: 'createWebhookSecret',
      description: 'Another secret. For a day messages are signed with the one of before as well.',
      params,
      response: { 201: WebhookSecret },
    },
  }, async ({ actor, params }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => rotateSecret(tx, actor, params.id, { secrets, now: clock.now() }))
  })
}

function deliveryRoutes(app: App, { tenant, transact }: Tenancy, { clock, hearing }: WebhookPorts) {
  app.get('/webhooks/:id/deliveries', {
    config: { access: 'admin' },
    schema: {
      operationId: 'listWebhookDeliveries',
      description: 'What was sent, or is to be, newest first.',
      params,
      querystring: Type.Object(
        { ...pageQuery, status: Type.Optional(Type.Enum([...deliveryStatuses])) },
        { additionalProperties: false },
      ),
      response: { 200: DeliveryPage },
    },
  }, async ({ actor, params: { id: webhook_id }, query: { limit, cursor, status } }) => {
    const db = tenant(actor.org_id)
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    await getWebhook(db, webhook_id)
    const rows = await listDeliveries(db, { webhook_id, status, limit: limit + 1, before })
    return toPage(rows, limit, ({ id }) => [id])
  })

  app.get('/webhooks/:id/deliveries/:delivery_id', {
    config: { access: 'admin' },
    schema: { operationId: 'getWebhookDelivery', params: deliveryParams, response: { 200: Delivery } },
  }, ({ actor, params: { id, delivery_id } }) => getDelivery(tenant(actor.org_id), id, delivery_id))

  app.post('/webhooks/:id/deliveries/:delivery_id/replay', {
    config: { access: 'admin' },
    schema: {
      operationId: 'createWebhookDeliveryReplay',
      description: 'Sends it again, under the same `webhook-id`.',
      params: deliveryParams,
      response: { 202: Delivery },
    },
  }, async ({ actor, params: { id: webhook_id, delivery_id } }, reply) => {
    reply.code(202)
    return transact(actor, (tx) => replayDelivery(tx, actor, { webhook_id, id: delivery_id, now: clock.now() }))
  })

  app.post('/webhooks/:id/replay', {
    config: { access: 'admin' },
    schema: {
      operationId: 'createWebhookReplay',
      description: 'Sends the events of a time again, 1,000 at once: those that never got through, or all.',
      params,
      body: NewReplay,
      response: { 202: Replay },
    },
  }, async ({ actor, params: { id: webhook_id }, body }, reply) => {
    reply.code(202)
    return transact(actor, (tx) => replayEvents(tx, actor, { webhook_id, now: clock.now(), hearing, ...body }))
  })

  app.post('/webhooks/:id/test', {
    config: { access: 'admin' },
    schema: {
      operationId: 'createWebhookTest',
      description: 'Sends `webhook.test`, once; its delivery says what came of it.',
      params,
      response: { 202: Delivery },
    },
  }, async ({ actor, params: { id: webhook_id } }, reply) => {
    reply.code(202)
    return transact(actor, (tx) => sendTest(tx, actor, { webhook_id, now: clock.now() }))
  })
}
