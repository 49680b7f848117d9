import { Type } from 'typebox'
import type { App } from '#platform/http'
import type { Tenancy } from '#platform/tenancy'
import { changeNotification, changePreferences, checkPerson, markNotificationsRead } from './actions.ts'
import {
  Notification, NotificationChange, NotificationCounts, NotificationPage, NotificationPreferences, NotificationPreferencesChange, NotificationQuery,
  NotificationsRead,
} from './contract.ts'
import { getPreferences } from './preferences.ts'
import { getNotification, listNotifications } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function notificationRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/notifications', {
    config: { access: 'guest' },
    schema: { operationId: 'listNotifications', description: 'Yours, the latest first.', querystring: NotificationQuery, response: { 200: NotificationPage } },
  }, ({ actor, query }) => {
    checkPerson(actor)
    return listNotifications(tenant(actor.org_id), actor.id, query)
  })

  app.get('/notifications/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'getNotification', params, response: { 200: Notification } },
  }, ({ actor, params: { id } }) => {
    checkPerson(actor)
    return getNotification(tenant(actor.org_id), actor.id, id)
  })

  app.patch('/notifications/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeNotification', params, body: NotificationChange, response: { 200: Notification } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeNotification(tx, actor, id, body)))

  app.post('/notifications/read', {
    config: { access: 'guest' },
    schema: {
      operationId: 'changeReadNotifications',
      description: 'Marks some of them as read, on all of your devices. What is read of a room is so by itself.',
      body: NotificationsRead,
      response: { 200: NotificationCounts },
    },
  }, ({ actor, body }) => transact(actor, (tx) => markNotificationsRead(tx, actor, body)))

  app.get('/notification-preferences', {
    config: { access: 'guest' },
    schema: { operationId: 'getNotificationPreferences', response: { 200: NotificationPreferences } },
  }, ({ actor }) => {
    checkPerson(actor)
    return getPreferences(tenant(actor.org_id), actor.id)
  })

  app.patch('/notification-preferences', {
    config: { access: 'guest' },
    schema: { operationId: 'changeNotificationPreferences', body: NotificationPreferencesChange, response: { 200: NotificationPreferences } },
  }, ({ actor, body }) => transact(actor, (tx) => changePreferences(tx, actor, body)))
}
