import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createTag } from './actions.ts'
import { NewTag, Tag, TagPage, TagQuery } from './contract.ts'
import { listTags } from './queries.ts'

export function tagRoutes(app: App, { replica, transact }: Tenancy) {
  app.get('/tags', {
    config: { access: 'member' },
    schema: { operationId: 'listTags', querystring: TagQuery, response: { 200: TagPage } },
  }, async ({ actor, query: { limit, cursor, q } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const rows = await listTags(replica(actor.org_id), { q, limit: limit + 1, after })
    return toPage(rows, limit, ({ match_name, id }) => [match_name, id])
  })

  app.post('/tags', {
    config: { access: 'member' },
    schema: { operationId: 'createTag', body: NewTag, response: { 201: Tag } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createTag(tx, actor, body))
  })
}
