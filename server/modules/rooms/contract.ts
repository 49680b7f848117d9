import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { Author, longestMessage } from './messages/contract.ts'
import { FollowedThread } from './threads/contract.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

const roomKinds = ['channel', 'direct', 'task'] as const
const visibilities = ['public', 'private'] as const
const roomRoles = ['owner', 'member'] as const
const notifyLevels = ['all', 'mentions', 'nothing'] as const

const name = Type.String({ minLength: 1, maxLength: 80, pattern: '^\\S(.*\\S)?$', description: 'Of a channel; public ones have each another.' })
const topic = Type.String({ maxLength: 1_000 })
const userIds = (maxItems: number, description: string) => Type.Array(id, { maxItems, uniqueItems: true, description })

const Person = Type.Object({ user_id: id, name: Type.String() }, { title: 'RoomPerson' })

const room = {
  id,
  kind: Type.Enum(roomKinds, { description: '`direct`: messages of two or more, who are always the same. `task`: the comments of a task.' }),
  visibility: Type.Enum(visibilities, { description: 'Every member sees `public` ones and may join, but for guests; of others nobody else knows.' }),
  name: nullable(Type.String({ description: 'Of the channel, or the title of the task.' })),
  topic: Type.String(),
  people: Type.Union([Type.Array(Person), Type.Null()], { description: 'Of a direct room who is in it; null of a channel.' }),
  task_id: Type.Union([id, Type.Null()], { description: 'The task whose comments it has.' }),
  created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
  created_at: time,
  updated_at: time,
  archived_at: Type.Union([time, Type.Null()], { description: 'Since then it is only read.' }),
  retention_days: Type.Union([Type.Integer(), Type.Null()], {
    description: 'So long its messages are kept. 0: for ever; null: as the organization says.',
  }),
  kept_days: Type.Union([Type.Integer(), Type.Null()], { description: 'What comes of that; null: for ever.' }),
}

export const Room = Type.Object(room, { title: 'Room' })
export type Room = Static<typeof Room>

export const Membership = Type.Object(
  {
    room_id: id,
    role: Type.Enum(roomRoles),
    read_seq: Type.Integer({ description: 'Everything up to this message is read.' }),
    unread_count: Type.Integer({ description: 'Messages of others after it, but for deleted ones. Exact.' }),
    mention_count: Type.Integer({ description: 'Those of them that mention you, or everyone in the room.' }),
    muted_until: nullable(time),
    notify: Type.Enum(notifyLevels),
    joined_at: time,
    revision: Type.Integer({ description: 'Of the room, when this was counted.' }),
  },
  { title: 'RoomMembership' },
)
export type Membership = Static<typeof Membership>

const LastMessage = Type.Object(
  { id, seq: Type.Integer(), author: Author, snippet: Type.String(), created_at: time, deleted_at: nullable(time) },
  { title: 'LastMessage' },
)

export const Draft = Type.Object(
  { room_id: id, thread_id: nullable(id), text: Type.String(), updated_at: time },
  { title: 'MessageDraft' },
)
export type Draft = Static<typeof Draft>

export const DraftList = Type.Object({ data: Type.Array(Draft) }, { title: 'MessageDraftList' })

export const DraftChange = Type.Object(
  {
    text: Type.String({ maxLength: longestMessage, description: 'Empty: there is none any more.' }),
    thread_id: Type.Optional(Type.Union([id, Type.Null()], { description: 'The message that it is to answer.' })),
  },
  { ...closed, title: 'MessageDraftChange' },
)

export const RoomEntry = Type.Object(
  {
    ...room,
    last_seq: Type.Integer({ description: 'The number of its latest message; 0 without any.' }),
    revision: Type.Integer({ description: 'Raised by each message that comes, goes or changes whom it is for; its event has the same.' }),
    last_message: Type.Union([LastMessage, Type.Null()], { description: 'Deleted or not.' }),
    draft: Type.Union([Draft, Type.Null()], { description: 'What you have begun to write in it.' }),
    membership: Type.Union([Membership, Type.Null()], { description: 'Yours; null where you are not in it.' }),
  },
  { title: 'RoomEntry' },
)
export type RoomEntry = Static<typeof RoomEntry>

export const RoomList = Type.Object(
  {
    data: Type.Array(RoomEntry),
    threads: Type.Array(FollowedThread, { description: 'Those that you follow and have not read.' }),
  },
  { title: 'RoomList' },
)

export const BrowseQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 80, description: 'A part of its name.' })),
    archived: Type.Optional(Type.Boolean({ description: 'Those that are archived, instead of those that are not; your private ones too.' })),
  },
  closed,
)
export type BrowseQuery = Static<typeof BrowseQuery>

export const BrowsedRoom = Type.Object(
  { ...room, member_count: Type.Integer(), last_message_at: nullable(time), joined: Type.Boolean({ description: 'Whether you are in it.' }), role: nullable(Type.Enum(roomRoles)) },
  { title: 'BrowsedRoom' },
)
export type BrowsedRoom = Static<typeof BrowsedRoom>

export const BrowsedRoomPage = pageOf(BrowsedRoom, 'BrowsedRoomPage')

export const NewRoom = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('channel'),
        name,
        topic: Type.Optional(topic),
        visibility: Type.Optional(Type.Enum(visibilities, { description: '`public`, unless given.' })),
        user_ids: Type.Optional(userIds(1_000, 'Who is in it from the beginning, beside you.')),
      },
      closed,
    ),
    Type.Object({ kind: Type.Literal('direct'), user_ids: userIds(20, 'The others; none: a room of your own.') }, closed),
  ],
  { title: 'NewRoom', description: 'The direct room of people who have one already is that one.' },
)
export type NewRoom = Static<typeof NewRoom>

export const RoomChange = Type.Object(
  {
    name: Type.Optional(name),
    topic: Type.Optional(topic),
    visibility: Type.Optional(Type.Enum(visibilities)),
    archived: Type.Optional(Type.Boolean()),
    retention_days: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: 36_500 }), Type.Null()], { description: 'By admins. 0: for ever; null: as the organization says.' }),
    ),
  },
  { ...closed, title: 'RoomChange', description: 'Of a channel; of a direct room only `retention_days`.' },
)
export type RoomChange = Static<typeof RoomChange>

export const RoomRetention = Type.Object(
  { days: Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()], { description: 'Null: for ever.' }) },
  { ...closed, title: 'RoomRetention' },
)
export type RoomRetention = Static<typeof RoomRetention>

export const RoomMember = Type.Object({ user_id: id, name: Type.String(), role: Type.Enum(roomRoles), joined_at: time }, { title: 'RoomMember' })
export type RoomMember = Static<typeof RoomMember>

export const RoomMemberPage = pageOf(RoomMember, 'RoomMemberPage')
export const RoomMemberQuery = Type.Object(pageQuery, closed)

export const Invitees = Type.Object({ user_ids: Type.Array(id, { minItems: 1, maxItems: 1_000, uniqueItems: true }) }, { ...closed, title: 'Invitees' })

export const RoomRoleChange = Type.Object({ role: Type.Enum(roomRoles) }, { ...closed, title: 'RoomRoleChange' })

export const ReadMark = Type.Object(
  { seq: Type.Integer({ minimum: 0, description: 'Everything up to this message.' }) },
  { ...closed, title: 'ReadMark' },
)

export const UnreadMark = Type.Object(
  { seq: Type.Integer({ minimum: 1, description: 'From this message on.' }) },
  { ...closed, title: 'UnreadMark' },
)

export const MembershipChange = Type.Object(
  {
    muted_until: Type.Optional(Type.Union([time, Type.Null()], { description: 'Until then nothing of it notifies you.' })),
    notify: Type.Optional(Type.Enum(notifyLevels, { description: 'Of what you are notified.' })),
  },
  { ...closed, title: 'RoomMembershipChange' },
)
export type MembershipChange = Static<typeof MembershipChange>
