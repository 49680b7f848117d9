import { Type, type Static } from 'typebox'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description })

const emoji = Type.String({ minLength: 1, maxLength: 32, pattern: '^\\P{ASCII}' })

export const Status = Type.Object(
  {
    emoji: nullable(emoji),
    text: Type.String({ maxLength: 100 }),
    until: nullable(time, 'Then it is gone by itself.'),
  },
  { ...closed, title: 'UserStatus', description: 'What somebody says of themselves: with an emoji, a text, or both.' },
)
export type Status = Static<typeof Status>

const clock = (description: string) => Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', description })

const DayHours = Type.Object(
  {
    day: Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' }),
    from: clock('`08:00`'),
    until: clock('`18:00`; `24:00` is the end of the day.'),
  },
  { ...closed, title: 'DayHours' },
)

export const Hours = Type.Object(
  {
    zone: Type.String({ maxLength: 64, description: 'Of the IANA database: `Europe/Berlin`.' }),
    days: Type.Array(DayHours, { minItems: 1, maxItems: 7, description: 'The days on which notifications may come, and when.' }),
  },
  { ...closed, title: 'NotificationHours', description: 'Outside of them it is quiet.' },
)
export type Hours = Static<typeof Hours>

const quietUntil = 'You have asked for quiet until then, whatever your hours are.'

export const Availability = Type.Object(
  {
    status: nullable(Status),
    quiet_until: nullable(time, quietUntil),
    hours: nullable(Hours, 'Null: notifications may come at any time.'),
  },
  { title: 'Availability' },
)
export type Availability = Static<typeof Availability>

export const AvailabilityChange = Type.Object(
  {
    status: Type.Optional(nullable(Status)),
    quiet_until: Type.Optional(nullable(time, quietUntil)),
    hours: Type.Optional(nullable(Hours)),
  },
  { ...closed, title: 'AvailabilityChange' },
)
export type AvailabilityChange = Static<typeof AvailabilityChange>

const presences = ['online', 'idle', 'offline'] as const

/** What the others are told of it when it changes. */
const shown = {
  user_id: id,
  status: nullable(Status),
  quiet_from: nullable(time, 'When they will not be disturbed; null: now already, if there is a `quiet_until`.'),
  quiet_until: nullable(time, 'Until when they are not disturbed, now or from `quiet_from` on. Null: as far as is known, never.'),
}

export const ShownAvailability = Type.Object(shown, { title: 'ShownAvailability' })
export type ShownAvailability = Static<typeof ShownAvailability>

const presence = {
  user_id: id,
  presence: Type.Enum(presences, { description: '`idle`: connected, and nothing done for minutes.' }),
  changed_at: nullable(time, 'Since when it is so: of somebody who is offline, when they were last seen. Null: never seen.'),
}

/** What a signal of type `presence` says of each. */
export type UserPresence = Pick<ShownUser, keyof typeof presence>

export const ShownUser = Type.Object({ ...shown, ...presence }, { title: 'ShownUser' })
export type ShownUser = Static<typeof ShownUser>

export const ShownUserList = Type.Object({ data: Type.Array(ShownUser) }, { title: 'ShownUserList' })

const uuid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

export const ShownUserQuery = Type.Object(
  { user_ids: Type.String({ pattern: `^${uuid}(,${uuid}){0,99}$`, description: 'Whom to ask for, separated by commas: at most 100.' }) },
  closed,
)
