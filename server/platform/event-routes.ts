import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import { hearingOf, type AudienceSource } from '#platform/audiences'
import { listEvents } from '#platform/events'
import type { App } from '#platform/http'
import type { Tailer } from '#platform/tailer'
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
    has_more: Type.Boolean({ description: 'More may be there already: go on at once.' }),
    reset: Type.Boolean({ description: 'The cursor means nothing here any more: fetch afresh, then go on.' }),
  },
  { title: 'EventPage' },
)

export function eventRoutes(app: App, { tenant }: Tenancy, tailer: Tailer, source: AudienceSource) {
  app.get('/events', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'listEvents',
      description:
        'Every change that concerns you, each exactly once, in order for each subject. Without `after`: from the oldest that is kept; ' +
        '`after=now`: no events, and a cursor from which to follow.',
      querystring: Type.Object(
        {
          limit: pageQuery.limit,
          after: Type.Optional(Type.String({ maxLength: 100_000 })),
          wait: Type.Integer({
            minimum: 0,
            maximum: 30,
            default: 0,
            description: 'Seconds to wait for an event when there is none yet.',
          }),
        },
        { additionalProperties: false },
      ),
      response: { 200: EventPage },
    },
  }, async ({ actor, query: { wait, ...query } }, reply) => {
    const db = tenant(actor.org_id)
    const hearing = hearingOf(actor, source)
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const until = AbortSignal.any([AbortSignal.timeout(wait * 1_000), gone.signal, tailer.stopped])
    for (;;) {
      // Listen first: what is published between the read and the wait is then not slept over.
      const news = tailer.nextOf(actor.org_id, until)
      const page = await listEvents(db, { ...query, hearing })
      if (page.data.length > 0 || page.reset || wait === 0 || until.aborted) return page
      query.after = page.next_cursor
      await news
    }
  })
}
