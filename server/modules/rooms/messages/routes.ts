import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { checkVisible } from '../access.ts'
import { changeMessage, deleteMessage, restoreMessage, sendOnce } from './actions.ts'
import { FoundMessagePage, Message, MessageChange, MessagePage, MessageQuery, MessageSearchQuery, NewMessage } from './contract.ts'
import { getVisibleMessage, listMessages } from './queries.ts'
import { searchMessages } from './search.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function messageRoutes(app: App, tenancy: Tenancy) {
  const { tenant, transact } = tenancy

  app.get('/rooms/:id/messages', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getMessages',
      description: 'The messages of a room, but for answers in threads: the latest, or from anywhere in either direction.',
      params,
      querystring: MessageQuery,
      response: { 200: MessagePage },
    },
  }, async ({ actor, params: { id }, query }) => {
    // What somebody just wrote is there: not from a replica.
    const db = tenant(actor.org_id)
    const [, page] = await Promise.all([checkVisible(db, actor, id), listMessages(db, { room_id: id }, query)])
    return page
  })

  app.get('/rooms/search', {
    config: { access: 'guest' },
    schema: {
      operationId: 'listFoundMessages',
      description: 'Messages of the rooms that you see, by their words and filters; the newest first.',
      querystring: MessageSearchQuery,
      response: { 200: FoundMessagePage },
    },
  }, async ({ actor, query: { q, limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const found = await searchMessages(tenant(actor.org_id), actor, { q, limit: limit + 1, after })
    return toPage(found, limit, ({ message }) => [message.created_at, message.id])
  })

  app.post('/rooms/:id/messages', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createMessage',
      params,
      body: NewMessage,
      response: { 201: Message },
    },
  }, async ({ actor, params, body }, reply) => {
    reply.code(201)
    return sendOnce(tenancy, actor, { room_id: params.id, ...body })
  })

  app.get('/messages/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getMessage', params, response: { 200: Message } },
  }, ({ actor, params }) => getVisibleMessage(tenant(actor.org_id), actor, params.id))

  app.patch('/messages/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeMessage', params, body: MessageChange, response: { 200: Message } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeMessage(tx, actor, params.id, body.text)))

  app.delete('/messages/:id', {
    config: { access: 'guest' },
    schema: {
      operationId: 'removeMessage',
      description: 'It stays in its place, without its text, and can be brought back for a while.',
      params,
      response: { 204: Type.Null() },
    },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => deleteMessage(tx, actor, params.id))
  })

  app.post('/messages/:id/restore', {
    config: { access: 'guest' },
    schema: { operationId: 'restoreMessage', description: 'By whoever has deleted it.', params, response: { 200: Message } },
  }, ({ actor, params }) => transact(actor, (tx) => restoreMessage(tx, actor, params.id)))
}
