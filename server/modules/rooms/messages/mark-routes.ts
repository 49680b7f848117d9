import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { checkVisible } from '../access.ts'
import { BookmarkPage, Message, MessageEdits, PinnedMessages } from './contract.ts'
import { acknowledge, addReaction, listBookmarks, listEdits, listPinned, listRoomBookmarks, removeReaction, setBookmarked, setPinned } from './marks.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const reactionParams = Type.Object({
  id: uuid,
  emoji: Type.String({ minLength: 1, maxLength: 64, description: 'The emoji itself, or the name of one: `👍`, `thumbsup`.' }),
})

export function markRoutes(app: App, { tenant, transact }: Tenancy) {
  app.put('/messages/:id/reactions/:emoji', {
    config: { access: 'guest' },
    schema: { operationId: 'createReaction', params: reactionParams, response: { 200: Message } },
  }, ({ actor, params }) => transact(actor, (tx) => addReaction(tx, actor, params)))

  app.delete('/messages/:id/reactions/:emoji', {
    config: { access: 'guest' },
    schema: { operationId: 'removeReaction', params: reactionParams, response: { 200: Message } },
  }, ({ actor, params }) => transact(actor, (tx) => removeReaction(tx, actor, params)))

  app.put('/messages/:id/acknowledgement', {
    config: { access: 'guest' },
    schema: { operationId: 'createAcknowledgement', description: 'Of an urgent message that asks you. Answering it, or reacting to it, is one as well.', params, response: { 200: Message } },
  }, ({ actor, params }) => transact(actor, (tx) => acknowledge(tx, actor, params.id)))

  app.get('/messages/:id/edits', {
    config: { access: 'guest' },
    schema: { operationId: 'getMessageEdits', params, response: { 200: MessageEdits } },
  }, async ({ actor, params }) => ({ data: await listEdits(tenant(actor.org_id), actor, params.id) }))

  app.get('/rooms/:id/pins', {
    config: { access: 'guest' },
    schema: { operationId: 'getPins', description: 'What is pinned, the latest first; at most 100.', params, response: { 200: PinnedMessages } },
  }, async ({ actor, params: { id } }) => {
    const db = tenant(actor.org_id)
    const [, data] = await Promise.all([checkVisible(db, actor, id), listPinned(db, id)])
    return { data }
  })

  app.get('/rooms/:id/bookmarks', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getRoomBookmarks',
      description: 'The messages of a room that you have bookmarked, by their ids; the latest 1,000.',
      params,
      response: { 200: Type.Object({ data: Type.Array(uuid) }) },
    },
  }, async ({ actor, params: { id } }) => {
    const db = tenant(actor.org_id)
    const [, data] = await Promise.all([checkVisible(db, actor, id), listRoomBookmarks(db, actor, id)])
    return { data }
  })

  for (const [method, pinned] of [['PUT', true], ['DELETE', false]] as const) {
    app.route({
      method,
      url: '/messages/:id/pin',
      config: { access: 'guest' },
      schema: { operationId: pinned ? 'createPin' : 'removePin', params, response: { 200: Message } },
      handler: ({ actor, params: { id } }) => transact(actor, (tx) => setPinned(tx, actor, { id, pinned })),
    })
    app.route({
      method,
      url: '/messages/:id/bookmark',
      config: { access: 'guest' },
      schema: { operationId: pinned ? 'createBookmark' : 'removeBookmark', description: 'For you alone.', params, response: { 204: Type.Null() } },
      handler: async ({ actor, params: { id } }, reply) => {
        reply.code(204)
        await transact(actor, (tx) => setBookmarked(tx, actor, { id, bookmarked: pinned }))
      },
    })
  }

  app.get('/bookmarks', {
    config: { access: 'guest' },
    schema: {
      operationId: 'listBookmarks',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: BookmarkPage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const bookmarks = await listBookmarks(tenant(actor.org_id), actor, { limit: limit + 1, after })
    return toPage(bookmarks, limit, ({ created_at, message }) => [created_at, message.id])
  })
}
