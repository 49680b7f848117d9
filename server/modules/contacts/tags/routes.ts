import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { createTag } from './actions.ts'
import { NewTag, Tag, TagChange, TagPage, TagQuery } from './contract.ts'
import { getTag, listTags } from './queries.ts'
import { changeOrMergeTag, removeTag } from './removal.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function tagRoutes(app: App, tenancy: Tenancy) {
  const { tenant, replica, transact } = tenancy
  app.get('/tags', {
    config: { access: 'member' },
    schema: { operationId: 'listTags', querystring: TagQuery, response: { 200: TagPage } },
  }, async ({ actor, query: { limit, cursor, ...which } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const rows = await listTags(replica(actor.org_id), { ...which, limit: limit + 1, after })
    return toPage(rows, limit, ({ match_name, id }) => [match_name, id])
  })

  app.post('/tags', {
    config: { access: 'member' },
    schema: { operationId: 'createTag', body: NewTag, response: { 201: Tag } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createTag(tx, actor, body))
  })

  app.get('/tags/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getTag', params, response: { 200: Tag } },
  }, ({ actor, params }) => getTag(tenant(actor.org_id), params.id))

  app.patch('/tags/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeTag', description: 'With the name of another tag it becomes that one, which is answered.', params, body: TagChange, response: { 200: Tag } },
  }, ({ actor, params, body }) => changeOrMergeTag(tenancy, actor, { id: params.id, change: body }))

  app.delete('/tags/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeTag', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    await removeTag(tenancy, actor, params.id)
    return reply.code(204).send(null)
  })
}
