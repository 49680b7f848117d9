import type { App } from '#platform/http'
import type { Tenancy } from '#platform/tenancy'
import { changeAvailability, getAvailability } from './availability.ts'
import { Availability, AvailabilityChange, ShownUserList, ShownUserQuery } from './contract.ts'
import { listShownUsers } from './queries.ts'

export function presenceRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/availability', {
    config: { access: 'guest' },
    schema: { operationId: 'getAvailability', description: 'What you say of yourself, and when you are not to be disturbed.', response: { 200: Availability } },
  }, ({ actor }) => getAvailability(tenant(actor.org_id), actor.id))

  app.patch('/availability', {
    config: { access: 'guest' },
    schema: { operationId: 'changeAvailability', body: AvailabilityChange, response: { 200: Availability } },
  }, ({ actor, body }) => transact(actor, (tx) => changeAvailability(tx, actor, body)))

  app.get('/presence', {
    config: { access: 'guest' },
    schema: {
      operationId: 'getPresence',
      description:
        'Who of these members is there, what they say of themselves, and when they are not to be disturbed. A guest gets those with whom they share a room. ' +
        'What changes afterwards comes over the WebSocket: `{"signal": {"type": "presence", "people": […]}}`, and the event `shown_availability.updated`.',
      querystring: ShownUserQuery,
      response: { 200: ShownUserList },
    },
  }, async ({ actor, query: { user_ids } }) => ({ data: await listShownUsers(tenant(actor.org_id), actor, user_ids.split(',')) }))
}
