// Audit: who did what, from where. Its entries are written by `publish` (platform/events.ts), one with each event; here
// they are read.

export { auditRoutes } from './routes.ts'
