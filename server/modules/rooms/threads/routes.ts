import { Type } from 'typebox'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { ReadMark, UnreadMark } from '../contract.ts'
import { MessagePage, MessageQuery } from '../messages/contract.ts'
import { getVisibleMessage, listMessages } from '../messages/queries.ts'
import { followThread, markThreadRead, markThreadUnread, unfollowThread } from './actions.ts'
import { FollowedThread, ThreadEntryPage, ThreadQuery } from './contract.ts'
import { findFollowedThread, listFollowedThreads } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function threadRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/threads', {
    config: { access: 'guest' },
    schema: {
      operationId: 'listFollowedThreads',
      description: 'The threads that you follow, the latest answers first.',
      querystring: ThreadQuery,
      response: { 200: ThreadEntryPage },
    },
  }, async ({ actor, query: { limit, cursor, unread } }) => {
    if (actor.kind !== 'user') return { data: [], next_cursor: null }
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const threads = await listFollowedThreads(tenant(actor.org_id), actor.id, { unread, limit: limit + 1, after })
    return toPage(threads, limit, ({ last_reply_at, following }) => [last_reply_at, following.thread_id])
  })

  app.get('/messages/:id/replies', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getReplies',
      description: 'The answers in the thread of a message, as the messages of a room are listed.',
      params,
      querystring: MessageQuery,
      response: { 200: MessagePage },
    },
  }, async ({ actor, params: { id }, query }) => {
    const db = tenant(actor.org_id)
    const [, page] = await Promise.all([getVisibleMessage(db, actor, id), listMessages(db, { thread_id: id }, query)])
    return page
  })

  app.get('/messages/:id/following', {
    config: { access: 'guest' },
    schema: { operationId: 'getFollowedThread', params, response: { 200: FollowedThread } },
  }, async ({ actor, params: { id } }) => {
    const db = tenant(actor.org_id)
    await getVisibleMessage(db, actor, id)
    const following = actor.kind === 'user' ? await findFollowedThread(db, actor.id, id) : undefined
    if (!following) throw notFound('followed_thread', id)
    return following
  })

  app.put('/messages/:id/following', {
    config: { access: 'guest' },
    schema: { operationId: 'createFollowing', description: 'From its end on.', params, response: { 200: FollowedThread } },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => followThread(tx, actor, id)))

  app.delete('/messages/:id/following', {
    config: { access: 'guest' },
    schema: { operationId: 'removeFollowing', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => unfollowThread(tx, actor, id))
  })

  app.post('/messages/:id/replies/read', {
    config: { access: 'guest' },
    schema: { operationId: 'createThreadReadMark', params, body: ReadMark, response: { 200: FollowedThread } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => markThreadRead(tx, actor, id, body.seq)))

  app.post('/messages/:id/replies/unread', {
    config: { access: 'guest' },
    schema: { operationId: 'createThreadUnreadMark', params, body: UnreadMark, response: { 200: FollowedThread } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => markThreadUnread(tx, actor, id, body.seq)))
}
