import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { longestMessage } from '../messages/contract.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const text = Type.String({ minLength: 1, maxLength: longestMessage, pattern: '\\S', description: 'Markdown, as that of a message.' })
const sendAt = Type.String({ format: 'date-time', description: 'In the future, at most two years away.' })

export const scheduledProblems = ['room_gone', 'room_archived', 'not_in_room', 'thread_gone'] as const
export type ScheduledProblem = (typeof scheduledProblems)[number]

export const ScheduledMessage = Type.Object(
  {
    id,
    room_id: id,
    thread_id: Type.Union([id, Type.Null()]),
    text,
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
  { text, send_at: sendAt, thread_id: Type.Optional(Type.Union([id, Type.Null()], { description: 'The message of the room that it is to answer.' })) },
  { ...closed, title: 'NewScheduledMessage' },
)
export type NewScheduledMessage = Static<typeof NewScheduledMessage>

export const ScheduledMessageChange = Type.Object({ text: Type.Optional(text), send_at: Type.Optional(sendAt) }, { ...closed, title: 'ScheduledMessageChange' })
export type ScheduledMessageChange = Static<typeof ScheduledMessageChange>
