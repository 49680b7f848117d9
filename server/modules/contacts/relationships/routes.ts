import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { getContact } from '../queries.ts'
import { createRelationship, removeRelationship } from './actions.ts'
import { NewRelationship, Relationship, RelationshipPage } from './contract.ts'
import { listRelationships } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function relationshipRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/contacts/:id/relationships', {
    config: { access: 'member' },
    schema: {
      operationId: 'listRelationships',
      params,
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: RelationshipPage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    await getContact(db, id)
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listRelationships(db, { contact_id: id, limit: limit + 1, after }), limit, ({ id }) => [id])
  })

  app.post('/contacts/:id/relationships', {
    config: { access: 'member' },
    schema: { operationId: 'createRelationship', params, body: NewRelationship, response: { 201: Relationship } },
  }, async ({ actor, params, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createRelationship(tx, actor, params.id, body))
  })

  app.delete('/relationships/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeRelationship', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeRelationship(tx, actor, params.id))
  })
}
