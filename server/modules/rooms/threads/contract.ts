import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { Message } from '../messages/contract.ts'

const id = Type.String({ format: 'uuid' })

export const FollowedThread = Type.Object(
  {
    thread_id: Type.String({ format: 'uuid', description: 'The message that begins it.' }),
    room_id: id,
    last_seq: Type.Integer({ description: 'The number of its latest answer.' }),
    read_seq: Type.Integer({ description: 'Everything up to this answer is read.' }),
    unread_count: Type.Integer({ description: 'Answers of others after it, but for deleted ones. Exact.' }),
    mention_count: Type.Integer(),
    revision: Type.Integer({ description: 'Of the thread, when this was counted: an event with another `thread.revision` that is not above it is counted already.' }),
  },
  { title: 'FollowedThread', description: 'How far you have read a thread that you follow.' },
)
export type FollowedThread = Static<typeof FollowedThread>

export const ThreadEntry = Type.Object(
  { message: Message, last_reply: Type.Union([Message, Type.Null()]), following: FollowedThread },
  { title: 'ThreadEntry' },
)
export type ThreadEntry = Static<typeof ThreadEntry>

export const ThreadEntryPage = pageOf(ThreadEntry, 'ThreadEntryPage')

export const ThreadQuery = Type.Object(
  { ...pageQuery, unread: Type.Optional(Type.Literal(true, { description: 'Only those that you have not read.' })) },
  { additionalProperties: false },
)
export type ThreadQuery = Static<typeof ThreadQuery>
