// Reminders: what somebody wants to be told again at a time. That one is due is an event, from which follows how they are notified.

export { createReminder } from './actions.ts'
export { listReminders, listWordedReminders } from './queries.ts'
export type { Reminder } from './contract.ts'
export { reminderHousekeeping, reminderJobs } from './jobs.ts'
export { reminderRoutes } from './routes.ts'
