import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { longestMessage, MessageFile } from '../messages/contract.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const text = Type.String({ maxLength: longestMessage, description: 'Markdown, as that of a message. It says something, or there are files.' })
const sendAt = Type.String({ format: 'date-time', description: 'In the future, at most two years away.' })
const fileIds = (description: string) => Type.Optional(Type.Array(id, { maxItems: 20, uniqueItems: true, description }))

/** `refused`: as the message is now, it is not taken; sending it says why. */
export const scheduledProblems = ['room_gone', 'room_archived', 'not_in_room', 'thread_gone', 'refused'] as const
export type ScheduledProblem = (typeof scheduledProblems)[number]

export const ScheduledMessage = Type.Object(
  {
    id,
    room_id: id,
    room_name: Type.Union([Type.String(), Type.Null()], { description: 'Null of direct messages, and where you do not see the room any more.' }),
    thread_id: Type.Union([id, Type.Null()]),
    text: Type.String(),
    urgent: Type.Boolean({ description: 'It asks to be acknowledged once it is sent.' }),
    files: Type.Array(MessageFile, { description: 'They are kept for it, and only you see them.' }),
    send_at: time,
    created_at: time,
    problem: Type.Union([Type.Enum(scheduledProblems), Type.Null()], { description: 'Why it was not sent; it waits for you to change its time, to send or to remove it.' }),
  },
  { title: 'ScheduledMessage' },
)
export type ScheduledMessage = Static<typeof ScheduledMessage>

export const ScheduledMessagePage = pageOf(ScheduledMessage, 'ScheduledMessagePage')
export const ScheduledMessageQuery = Type.Object(pageQuery, closed)

export const NewScheduledMessage = Type.Object(
  {
    text,
    send_at: sendAt,
    thread_id: Type.Optional(Type.Union([id, Type.Null()], { description: 'The message of the room that it is to answer.' })),
    file_ids: fileIds('Of files that you have uploaded to the room.'),
    urgent: Type.Optional(Type.Boolean({ description: 'As of a message that is sent at once.' })),
  },
  { ...closed, title: 'NewScheduledMessage' },
)
export type NewScheduledMessage = Static<typeof NewScheduledMessage>

export const ScheduledMessageChange = Type.Object(
  {
    text: Type.Optional(text),
    send_at: Type.Optional(sendAt),
    room_id: Type.Optional(Type.String({ format: 'uuid', description: 'Another room, in which it answers nothing; its files come along.' })),
    thread_id: Type.Optional(Type.Union([id, Type.Null()], { description: 'What it is to answer; null: nothing, it is said in the room.' })),
    file_ids: fileIds('Those that it is to have.'),
  },
  { ...closed, title: 'ScheduledMessageChange' },
)
export type ScheduledMessageChange = Static<typeof ScheduledMessageChange>
