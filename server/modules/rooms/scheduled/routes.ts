import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { Message } from '../messages/contract.ts'
import { changeScheduled, removeScheduled, scheduleMessage, sendScheduledNow } from './actions.ts'
import { NewScheduledMessage, ScheduledMessage, ScheduledMessageChange, ScheduledMessagePage, ScheduledMessageQuery } from './contract.ts'
import { listScheduled } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function scheduledRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/scheduled-messages', {
    config: { access: 'guest' },
    schema: {
      operationId: 'listScheduledMessages',
      description: 'What you have written to be sent later, the next one first.',
      querystring: ScheduledMessageQuery,
      response: { 200: ScheduledMessagePage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    return toPage(await listScheduled(tenant(actor.org_id), actor, { limit: limit + 1, after }), limit, ({ send_at, id }) => [send_at, id])
  })

  app.post('/rooms/:id/scheduled-messages', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createScheduledMessage',
      description: 'A message that is sent at a time, as you may then; if you may not any more you are told. Its files are kept as long as it waits.',
      params,
      body: NewScheduledMessage,
      response: { 201: ScheduledMessage },
    },
  }, async ({ actor, params: { id }, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => scheduleMessage(tx, actor, id, body))
  })

  app.patch('/scheduled-messages/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeScheduledMessage', description: 'What was not sent is mended by this: another time, another room, the room instead of a thread that is gone.', params, body: ScheduledMessageChange, response: { 200: ScheduledMessage } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeScheduled(tx, actor, id, body)))

  app.delete('/scheduled-messages/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'removeScheduledMessage', description: 'It is not sent.', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeScheduled(tx, actor, id))
  })

  app.post('/scheduled-messages/:id/send', {
    config: { access: 'guest' },
    schema: { operationId: 'sendScheduledMessage', description: 'Now instead of at its time.', params, response: { 200: Message } },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => sendScheduledNow(tx, actor, id)))
}
