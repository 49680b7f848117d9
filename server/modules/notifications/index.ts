// Notifications: what reaches whom. Events of other modules become entries of inboxes (causes/ says which and whose), in a transaction of
// their own right after they were committed; so what is done waits for nobody to be told, and a module knows nothing of who is told.
//
// collector: woken by commits → collecting: from the log to effects → storing: what becomes of inboxes → actions: what people do in theirs
// dispatches: what they have not seen a while after, by mail and push

export { createNotificationCollector, type NotificationCollector } from './collector.ts'
export { dispatchJobs, notificationHousekeeping, notificationJobs } from './jobs.ts'
export { notificationRoutes } from './routes.ts'
