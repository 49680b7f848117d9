// Insights: what the people and what passed add up to. Today the dashboard; strength, going cold and briefs build on it.

export { createDashboards, type Dashboards } from './dashboards.ts'
export { dashboardRoutes } from './routes.ts'
