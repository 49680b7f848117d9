import type { App } from '#platform/http'
import type { Tenancy } from '#platform/tenancy'
import { RoomRetention } from './contract.ts'
import { getRetention, setRetention } from './retention.ts'

export function retentionRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/rooms/retention', {
    config: { access: 'guest' },
    schema: { operationId: 'getRoomRetention', description: 'How long messages are kept, where a room says nothing else.', response: { 200: RoomRetention } },
  }, ({ actor }) => getRetention(tenant(actor.org_id)))

  app.put('/rooms/retention', {
    config: { access: 'admin' },
    schema: {
      operationId: 'changeRoomRetention',
      description: 'What is older is removed for good within a day, in all rooms that have no `retention_days` of their own; pinned messages stay.',
      body: RoomRetention,
      response: { 200: RoomRetention },
    },
  }, ({ actor, body }) => transact(actor, (tx) => setRetention(tx, actor, body)))
}
