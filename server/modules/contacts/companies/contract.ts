import { Type, type Static } from 'typebox'
import { countedPageOf, jumpQuery, pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false }

export const Company = Type.Object(
  {
    id,
    name: Type.String(),
    domain: Type.Union([Type.String(), Type.Null()]),
    created_at: time,
    updated_at: time,
  },
  { title: 'Company' },
)
export type Company = Static<typeof Company>

export const CountedCompany = Type.Object(
  {
    ...Company.properties,
    contact_count: Type.Integer({ description: 'Contacts that work there, as of now.' }),
    last_interaction_at: Type.Union([time, Type.Null()], { description: 'When one of them was last heard from.' }),
  },
  { title: 'CountedCompany' },
)
export type CountedCompany = Static<typeof CountedCompany>

export const CompanyPage = countedPageOf(CountedCompany, 'CompanyPage')
export type CompanyPage = Static<typeof CompanyPage>

const name = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const domain = Type.Union([
  Type.String({ maxLength: 253, pattern: '^\\s*(?:https?://)?[^\\s/:@?#]+\\.[^\\s/:@?#]+/?\\s*$', description: '`example.org`; as a web address it is shortened to that.' }),
  Type.Null(),
])

export const NewCompany = Type.Object({ name, domain: Type.Optional(domain) }, { ...closed, title: 'NewCompany' })
export type NewCompany = Static<typeof NewCompany>

export const CompanyChange = Type.Object(
  { name: Type.Optional(name), domain: Type.Optional(domain) },
  { ...closed, title: 'CompanyChange' },
)
export type CompanyChange = Static<typeof CompanyChange>

export const CompanyQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Only those whose name or domain has this in it.' })),
    domain: Type.Optional(Type.String({ maxLength: 253 })),
    filter: Type.Optional(Type.String({ maxLength: 20_000, description: 'A CompanyFilter as JSON: `[{"field":"contact_count","op":"at_least","value":5}]`.' })),
    view: Type.Optional(Type.String({ format: 'uuid', description: 'A saved view: it is searched, filtered and sorted as that says, and by what is given beside.' })),
    sort: Type.Optional(Type.String({
      maxLength: 50,
      description:
        '`name`, `domain`, `contact_count`, `last_interaction_at` or `created_at`; with `-` in front the other way round. What has none comes last. That of the view, or `name`.',
    })),
    ...jumpQuery,
  },
  closed,
)
export type CompanyQuery = Static<typeof CompanyQuery>
