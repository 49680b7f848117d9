import { Type, type Static } from 'typebox'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

const Person = Type.Object({ id, name: Type.String(), photo_url: nullable(Type.String()), company: nullable(Type.String()) })

const Entry = Type.Object({
  id,
  kind: Type.String(),
  direction: nullable(Type.String()),
  subject: nullable(Type.String()),
  snippet: nullable(Type.String()),
  occurred_at: time,
  contact: nullable(Person),
})

export const Dashboard = Type.Object(
  {
    counts: Type.Object({
      contacts: Type.Integer(),
      companies: Type.Integer(),
      interactions: Type.Integer(),
      contacts_added: Type.Integer({ description: 'In the last 30 days.' }),
      contacts_met: Type.Integer({ description: 'With whom something passed in the last 30 days.' }),
    }),
    activity: Type.Array(
      Type.Object({ week: Type.String({ format: 'date', description: 'Its Monday.' }), mail_in: Type.Integer(), mail_out: Type.Integer(), meetings: Type.Integer(), others: Type.Integer() }),
      { description: 'The last 12 weeks, the running one last.' },
    ),
    added: Type.Array(Type.Object({ ...Person.properties, created_at: time }), { description: 'The newest contacts.' }),
    recent: Type.Array(Entry, { description: 'What passed last.' }),
    top: Type.Array(Entry, { description: 'Of the last 30 days, what most people took part in.' }),
    most_active: Type.Array(Type.Object({ ...Person.properties, interactions: Type.Integer({ description: 'In the last 30 days.' }), last_interaction_at: nullable(time) })),
    upcoming_meetings: Type.Array(Entry),
    upcoming_dates: Type.Array(
      Type.Object({ contact: Person, kind: Type.String(), label: nullable(Type.String()), occurs_on: Type.String({ format: 'date' }) }),
      { description: 'Birthdays and other dates of the next 30 days.' },
    ),
    computed_at: time,
  },
  { title: 'Dashboard' },
)
export type Dashboard = Static<typeof Dashboard>
