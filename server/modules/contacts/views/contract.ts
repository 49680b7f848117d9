import { Type, type Static, type TSchema } from 'typebox'
import { pageOf } from '#platform/pages'
import { CompanyFilter, ContactFilter } from '../listing/filter.ts'

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

/** The schemas of views of some list, by the name of one. */
function viewSchemas<Filter extends TSchema>(title: string, filter: Filter) {
  const wanted = { q: Type.Optional(q), filter: Type.Optional(filter), sort: Type.Optional(sort), columns: Type.Optional(columns) }
  const View = Type.Object(
    {
      id,
      name: Type.String(),
      q,
      filter,
      sort: Type.String(),
      columns: Type.Array(Type.String()),
      shared: Type.Boolean({ description: 'Whether everyone sees it, or whoever made it alone.' }),
      created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
      created_at: time,
      updated_at: time,
    },
    { title },
  )
  return {
    View,
    ViewPage: pageOf(View, `${title}Page`),
    NewView: Type.Object({ name, ...wanted, shared: Type.Boolean({ default: false }) }, { ...closed, title: `New${title}` }),
    ViewChange: Type.Object({ name: Type.Optional(name), ...wanted, shared: Type.Optional(Type.Boolean()) }, { ...closed, title: `${title}Change` }),
  }
}

export const contactViewSchemas = viewSchemas('View', ContactFilter)
export const companyViewSchemas = viewSchemas('CompanyView', CompanyFilter)

export type View = Static<typeof contactViewSchemas.View>
export type NewView = Static<typeof contactViewSchemas.NewView>
export type ViewChange = Static<typeof contactViewSchemas.ViewChange>
