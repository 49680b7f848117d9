import { Type } from 'typebox'
import type { App } from '#platform/http'
import type { Tenancy } from '#platform/tenancy'
import { Message } from '../messages/contract.ts'
import { removePreviews } from './actions.ts'
import { LinkPreviews } from './contract.ts'
import { getLinkPreviews, setLinkPreviews } from './settings.ts'

export function previewRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/link-previews', {
    config: { access: 'guest' },
    schema: { operationId: 'getLinkPreviews', response: { 200: LinkPreviews } },
  }, ({ actor }) => getLinkPreviews(tenant(actor.org_id)))

  app.put('/rooms/link-previews', {
    config: { access: 'admin' },
    schema: {
      operationId: 'changeLinkPreviews',
      description: 'Of messages from now on. To read a page tells its server that somebody here was sent the link, and a link that is good for one visit is used up by it.',
      body: LinkPreviews,
      response: { 200: LinkPreviews },
    },
  }, ({ actor, body }) => transact(actor, (tx) => setLinkPreviews(tx, actor, body)))

  app.delete('/messages/:id/previews', {
    config: { access: 'guest' },
    schema: {
      operationId: 'removePreviews',
      description: 'The links are shown without what their pages say, until the message is changed.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 200: Message },
    },
  }, ({ actor, params: { id } }) => transact(actor, (tx) => removePreviews(tx, actor, id)))
}
