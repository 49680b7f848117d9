import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { SignalLive } from '#platform/signals'
import type { Tenancy } from '#platform/tenancy'
import { checkVisible } from './access.ts'
import {
  BrowsedRoomPage, BrowseQuery, Invitees, Membership, MembershipChange, NewRoom, ReadMark, Room, RoomChange, RoomEntry, RoomList, RoomMember,
  RoomMemberPage, RoomMemberQuery, RoomRoleChange, UnreadMark,
} from './contract.ts'
import { changeRoomRole, inviteMembers, joinRoom, leaveRoom, removeRoomMember } from './members.ts'
import { draftRoutes } from './drafts.ts'
import { fileRoutes, type FilePorts } from './files/routes.ts'
import { markRoutes } from './messages/mark-routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { browseRooms, getRoomEntry, listRoomMembers, listRooms } from './queries.ts'
import { previewRoutes } from './previews/routes.ts'
import { changeMembership, markRead, markUnread } from './reading.ts'
import { retentionRoutes } from './retention-routes.ts'
import { roomExportRoutes } from './exporting/routes.ts'
import { changeRoom, createRoom } from './rooms.ts'
import { scheduledRoutes } from './scheduled/routes.ts'
import { typingRoutes } from './typing.ts'
import { threadRoutes } from './threads/routes.ts'
import { listUnreadThreads } from './threads/queries.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const memberParams = Type.Object({ id: uuid, user_id: uuid })

export function roomRoutes(app: App, tenancy: Tenancy, { signal, ...files }: FilePorts & { signal: SignalLive }) {
  ownRoutes(app, tenancy)
  channelRoutes(app, tenancy)
  memberRoutes(app, tenancy)
  messageRoutes(app, tenancy)
  markRoutes(app, tenancy)
  threadRoutes(app, tenancy)
  draftRoutes(app, tenancy)
  retentionRoutes(app, tenancy)
  previewRoutes(app, tenancy)
  roomExportRoutes(app, tenancy, files.storage)
  fileRoutes(app, tenancy, files)
  scheduledRoutes(app, tenancy)
  typingRoutes(app, tenancy, signal)
}

function ownRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getRooms',
      description: 'Every room that you are in, with what you have not read: the latest messages first. For an api key, all public ones.',
      querystring: Type.Object({ archived: Type.Optional(Type.Boolean({ description: 'Those that are archived.' })) }, { additionalProperties: false }),
      response: { 200: RoomList },
    },
  }, async ({ actor, query }) => {
    const db = tenant(actor.org_id)
    const [data, threads] = await Promise.all([listRooms(db, actor, query), actor.kind === 'user' ? listUnreadThreads(db, actor.id) : []])
    return { data, threads }
  })

  app.get('/rooms/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getRoom', params, response: { 200: RoomEntry } },
  }, ({ actor, params: { id } }) => getRoomEntry(tenant(actor.org_id), actor, id))

  app.patch('/rooms/:id/membership', {
    config: { access: 'guest' },
    schema: { operationId: 'changeRoomMembership', params, body: MembershipChange, response: { 200: Membership } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeMembership(tx, actor, id, body)))

  app.post('/rooms/:id/read', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createReadMark',
      description: 'Never backwards, since another of your devices may have read further: for that there is `unread`.',
      params,
      body: ReadMark,
      response: { 200: Membership },
    },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => markRead(tx, actor, id, body.seq)))

  app.post('/rooms/:id/unread', {
    config: { access: 'guest' },
    schema: { operationId: 'createUnreadMark', params, body: UnreadMark, response: { 200: Membership } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => markUnread(tx, actor, id, body.seq)))
}

function channelRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/browse', {
    config: { access: 'guest' },
    schema: {
      operationId: 'listPublicRooms',
      description: 'Public channels by name, whether you are in them or not.',
      querystring: BrowseQuery,
      response: { 200: BrowsedRoomPage },
    },
  }, async ({ actor, query: { limit, cursor, ...query } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const rooms = await browseRooms(tenant(actor.org_id), actor, { ...query, limit: limit + 1, after })
    return toPage(rooms, limit, ({ match_name, id }) => [match_name, id])
  })

  app.post('/rooms', {
    config: { access: 'member' },
    schema: { operationId: 'createRoom', body: NewRoom, response: { 201: RoomEntry } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createRoom(tx, actor, body))
  })

  app.patch('/rooms/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeRoom', params, body: RoomChange, response: { 200: Room } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeRoom(tx, actor, id, body)))

  app.post('/rooms/:id/membership', {
    config: { access: 'guest' },
    schema: { operationId: 'createRoomMembership', params, response: { 200: RoomEntry } },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => joinRoom(tx, actor, id)))

  app.delete('/rooms/:id/membership', {
    config: { access: 'guest' },
    schema: { operationId: 'removeRoomMembership', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => leaveRoom(tx, actor, id))
  })
}

function memberRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/:id/members', {
    config: { access: 'guest' },
    schema: { operationId: 'listRoomMembers', params, querystring: RoomMemberQuery, response: { 200: RoomMemberPage } },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    const db = tenant(actor.org_id)
    const [, members] = await Promise.all([checkVisible(db, actor, id), listRoomMembers(db, id, { limit: limit + 1, after })])
    return toPage(members, limit, ({ user_id }) => [user_id])
  })

  app.post('/rooms/:id/members', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createRoomMembers',
      params,
      body: Invitees,
      response: { 200: Type.Object({ data: Type.Array(RoomMember) }) },
    },
  }, async ({ actor, params: { id }, body }) => ({ data: await transact(actor, (tx) => inviteMembers(tx, actor, id, body.user_ids)) }))

  app.patch('/rooms/:id/members/:user_id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeRoomMember', params: memberParams, body: RoomRoleChange, response: { 200: RoomMember } },
  }, ({ actor, params: { id, user_id }, body }) => transact(actor, (tx) => changeRoomRole(tx, actor, id, { user_id, role: body.role })))

  app.delete('/rooms/:id/members/:user_id', {
    config: { access: 'guest' },
    schema: { operationId: 'removeRoomMember', params: memberParams, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id, user_id } }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeRoomMember(tx, actor, id, user_id))
  })
}
