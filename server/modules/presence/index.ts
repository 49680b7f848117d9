// Presence: who is there, what they say of themselves, and when they are not to be disturbed. Whoever delivers what makes a noise asks
// `listQuiet` before.

export { changeAvailability, listQuiet } from './availability.ts'
export { isOnline } from './queries.ts'
export { presenceRoutes } from './routes.ts'
export { createPresenceTracker, type PresenceTracker } from './tracker.ts'
