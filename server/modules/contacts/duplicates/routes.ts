import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { dismissDuplicate } from './actions.ts'
import { Dismissal, DuplicatePage, NewDismissal } from './contract.ts'
import { listDuplicates } from './queries.ts'

export function duplicateRoutes(app: App, { replica, transact }: Tenancy) {
  app.get('/contacts/duplicates', {
    config: { access: 'member' },
    schema: {
      operationId: 'listDuplicates',
      description: 'Pairs that may be one person, the likeliest first. What changed is looked at within two minutes.',
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: DuplicatePage },
    },
  }, async ({ actor, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 3)
    const rows = await listDuplicates(replica(actor.org_id), { limit: limit + 1, after })
    return toPage(rows, limit, ({ score, contacts: [a, b] }) => [score, a!.id, b!.id])
  })

  app.post('/contacts/duplicates/dismissals', {
    config: { access: 'member' },
    schema: { operationId: 'createDismissal', body: NewDismissal, response: { 201: Dismissal } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => dismissDuplicate(tx, actor, body))
  })
}
