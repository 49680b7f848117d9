import { Type } from 'typebox'
import { getContact } from '#modules/contacts'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { TimelinePage } from './contract.ts'
import { listTimeline } from './queries.ts'

export function timelineRoutes(app: App, { replica }: Tenancy) {
  app.get('/contacts/:id/timeline', {
    config: { access: 'member' },
    schema: {
      operationId: 'listTimeline',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: TimelinePage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = replica(actor.org_id)
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const entries = await listTimeline(db, { contact_id: id, limit: limit + 1, after })
    if (entries.length === 0) await getContact(db, id)
    return toPage(entries, limit, (entry) => [entry.occurred_at, entry.id])
  })
}
