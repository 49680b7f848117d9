import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'

const time = Type.String({ format: 'date-time' })
const nullableText = Type.Union([Type.String(), Type.Null()])

export const AuditEntry = Type.Object(
  {
    id: Type.Integer({ description: 'That of the event.' }),
    type: Type.String({ description: 'What was done: `contact.updated`.' }),
    subject: Type.String({ description: 'To what: `contact:<id>`.' }),
    actor: Type.Object({
      kind: Type.String({ description: '`user`, `api_key`, or `system` for what Rapport does by itself.' }),
      id: Type.String(),
      name: Type.Union([Type.String(), Type.Null()], { description: 'What it is called now; of an operation of Rapport, whoever had started it. Null when it is gone.' }),
    }),
    address: Type.Union([Type.String(), Type.Null()], { description: 'Where the request came from; null when none asked for it.' }),
    user_agent: nullableText,
    created_at: time,
    data: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], {
      description: 'What the event said. Null when it is no longer kept, or is for the eyes of others.',
    }),
  },
  { title: 'AuditEntry' },
)
export type AuditEntry = Static<typeof AuditEntry>

export const AuditEntryPage = pageOf(AuditEntry, 'AuditEntryPage')

const filter = {
  type: Type.Optional(
    Type.String({
      pattern: String.raw`^[a-z_]+(\.[a-z_]+)*(\.\*)?$`,
      maxLength: 100,
      description: '`contact.updated`, or all that begin alike: `contact.*`.',
    }),
  ),
  subject: Type.Optional(Type.String({ maxLength: 200, description: '`contact:<id>`.' })),
  actor_id: Type.Optional(Type.String({ maxLength: 200 })),
  address: Type.Optional(Type.String({ maxLength: 45, description: 'An IP address.' })),
  from: Type.Optional(time),
  to: Type.Optional(time),
}

export const AuditQuery = Type.Object({ ...pageQuery, ...filter }, { additionalProperties: false })

export const AuditExportQuery = Type.Object(
  { ...filter, format: Type.Enum(['csv', 'jsonl'], { default: 'csv' }) },
  { additionalProperties: false },
)

export type AuditFilter = Pick<Static<typeof AuditQuery>, keyof typeof filter>
