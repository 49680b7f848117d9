import { Type } from 'typebox'
import { listEvents } from '#platform/events'
import type { App } from '#platform/http'
import { pageQuery } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'

const EventPage = Type.Object(
  {
    data: Type.Array(
      Type.Object(
        {
          id: Type.Integer(),
          type: Type.String({ description: 'Past tense: `contact.created`.' }),
          subject: Type.String({ description: 'What it is about: `contact:<id>`.' }),
          actor: Type.Object({ kind: Type.String(), id: Type.String() }),
          data: Type.Record(Type.String(), Type.Unknown()),
          created_at: Type.String({ format: 'date-time' }),
        },
        { title: 'Event' },
      ),
    ),
    next_cursor: Type.String({ description: 'Where to go on, always.' }),
    has_more: Type.Boolean({ description: 'More is there already.' }),
    reset: Type.Boolean({ description: 'The cursor means nothing here any more: fetch afresh, then go on.' }),
  },
  { title: 'EventPage' },
)

export function eventRoutes(app: App, { tenant }: Tenancy) {
  app.get('/events', {
    config: { access: 'member' },
    schema: {
      operationId: 'listEvents',
      description:
        'Every change, each exactly once, in order for each subject. Without `after`: from the oldest that is kept; ' +
        '`after=now`: no events, and a cursor from which to follow.',
      querystring: Type.Object(
        { limit: pageQuery.limit, after: Type.Optional(Type.String({ maxLength: 100_000 })) },
        { additionalProperties: false },
      ),
      response: { 200: EventPage },
    },
  }, ({ actor, query }) => listEvents(tenant(actor.org_id), query))
}
