import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const ApiKeyRole = Type.Enum(['admin', 'member', 'guest'])

export const ApiKey = Type.Object(
  {
    id,
    name: Type.String(),
    prefix: Type.String({ description: 'The first characters of the key, to tell keys apart.' }),
    role: ApiKeyRole,
    created_at: time,
    expires_at: nullable(time),
    last_used_at: nullable(time),
    revoked_at: nullable(time),
  },
  { title: 'ApiKey' },
)
export type ApiKey = Static<typeof ApiKey>

export const ApiKeyPage = pageOf(ApiKey, 'ApiKeyPage')

export const NewApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    role: Type.Optional(Type.Enum(['admin', 'member', 'guest'], { default: 'member' })),
    expires_at: Type.Optional(nullable(time)),
  },
  { title: 'NewApiKey', additionalProperties: false },
)
export type NewApiKey = Static<typeof NewApiKey>

export const CreatedApiKey = Type.Object(
  { ...ApiKey.properties, key: Type.String({ description: 'The key itself, shown this once.' }) },
  { title: 'CreatedApiKey' },
)

export const Me = Type.Object(
  {
    organization: Type.Object({ id, name: Type.String() }),
    role: Type.String(),
    api_key: Type.Object({ id, name: Type.String(), prefix: Type.String() }),
  },
  { title: 'Me' },
)
export type Me = Static<typeof Me>
