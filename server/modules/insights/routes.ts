import type { App } from '#platform/http'
import { Dashboard } from './contract.ts'
import type { Dashboards } from './dashboards.ts'

export function dashboardRoutes(app: App, dashboards: Dashboards) {
  app.get('/dashboard', {
    config: { access: 'member' },
    schema: {
      operationId: 'getDashboard',
      description: 'Counts, activity, who and what is new, active and coming up. After a change it is at most some seconds old.',
      response: { 200: Dashboard },
    },
  }, ({ actor }) => dashboards.get(actor.org_id))
}
