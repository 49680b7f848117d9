import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { ContactFilter } from '../listing/filter.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false }
const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const sort = Type.String({ minLength: 1, maxLength: 220, description: 'As of the list.' })
const q = Type.Union([Type.String({ maxLength: 200 }), Type.Null()])
const columns = Type.Array(Type.String({ minLength: 1, maxLength: 210 }), {
  maxItems: 200,
  description: 'What is shown, in this order, by the names that lists are sorted and filtered by. Empty: as usual.',
})

export const View = Type.Object(
  {
    id,
    name: Type.String(),
    q,
    filter: ContactFilter,
    sort: Type.String(),
    columns: Type.Array(Type.String()),
    shared: Type.Boolean({ description: 'Whether everyone sees it, or whoever made it alone.' }),
    created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
    created_at: time,
    updated_at: time,
  },
  { title: 'View' },
)
export type View = Static<typeof View>

export const ViewPage = pageOf(View, 'ViewPage')

export const NewView = Type.Object(
  {
    name,
    q: Type.Optional(q),
    filter: Type.Optional(ContactFilter),
    sort: Type.Optional(sort),
    columns: Type.Optional(columns),
    shared: Type.Boolean({ default: false }),
  },
  { ...closed, title: 'NewView' },
)
export type NewView = Static<typeof NewView>

export const ViewChange = Type.Object(
  {
    name: Type.Optional(name),
    q: Type.Optional(q),
    filter: Type.Optional(ContactFilter),
    sort: Type.Optional(sort),
    columns: Type.Optional(columns),
    shared: Type.Optional(Type.Boolean()),
  },
  { ...closed, title: 'ViewChange' },
)
export type ViewChange = Static<typeof ViewChange>
