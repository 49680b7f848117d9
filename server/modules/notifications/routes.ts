import { Type } from 'typebox'
import type { App } from '#platform/http'
import type { Outgoing } from '#platform/outgoing'
import type { Secrets } from '#platform/secrets'
import type { Tenancy } from '#platform/tenancy'
import { subscribe, unsubscribeBrowser } from './dispatches/subscriptions.ts'
import { getPushKeys } from './dispatches/push-keys.ts'
import { unsubscribe } from './dispatches/mailing.ts'
import { changeNotification, changeNotifications, checkPerson, clearInbox, markNotificationsRead } from './actions.ts'
import {
  InboxCleared, InboxClearing, Notification, NotificationChange, NotificationCounts, NotificationPage, NotificationPreferences, NotificationPreferencesChange, NotificationQuery,
  NewPushSubscription, NotificationsChange, NotificationsChanged, NotificationsRead, PushKey, PushSubscription, UnsubscribeQuery,
} from './contract.ts'
import { changePreferences, getPreferences } from './preferences.ts'
import { getNotification, listNotifications } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

interface RouteOptions {
  outgoing: Outgoing
  secrets: Secrets
}

export function notificationRoutes(app: App, tenancy: Tenancy, { outgoing, secrets }: RouteOptions) {
  const { tenant, transact } = tenancy
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

  app.patch('/notifications', {
    config: { access: 'guest' },
    schema: {
      operationId: 'changeNotifications',
      description: 'The same of many at once. Those that are not yours are left out.',
      body: NotificationsChange,
      response: { 200: NotificationsChanged },
    },
  }, ({ actor, body }) => transact(actor, (tx) => changeNotifications(tx, actor, body)))

  app.post('/notifications/clearing', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createInboxClearing',
      description: 'All is done, however much it is; and undone.',
      body: InboxClearing,
      response: { 200: InboxCleared },
    },
  }, ({ actor, body }) => transact(actor, (tx) => clearInbox(tx, actor, body)))

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

  app.get('/push-key', {
    config: { access: 'guest' },
    schema: { operationId: 'getPushKey', response: { 200: PushKey } },
  }, async ({ actor }) => ({ public_key: (await getPushKeys(tenancy, secrets, actor.org_id)).public_key }))

  app.post('/push-subscriptions', {
    config: { access: 'guest' },
    schema: {
      operationId: 'createPushSubscription',
      description: 'Lets Rapport push to this browser, for whoever is signed in, until they sign out. Given again it is the same one.',
      body: NewPushSubscription,
      response: { 201: PushSubscription },
    },
  }, async ({ actor, body, session }, reply) => {
    checkPerson(actor)
    reply.code(201)
    return transact(actor, (tx) => subscribe(tx, actor, body, { session, outgoing }))
  })

  app.delete('/push-subscriptions/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'removePushSubscription', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    await transact(actor, (tx) => unsubscribeBrowser(tx, actor, id))
    reply.code(204)
  })

  app.register(async (scope) => {
    // Programs of mail send a form (RFC 8058); what is in it says nothing more.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1_000 }, (_request, _body, done) => done(null, undefined))
    ;(scope as App).post('/notification-mails/unsubscribe', {
      config: { access: 'public' },
      schema: { operationId: 'removeNotificationMails', description: 'By the link of a mail: there are no more of them.', querystring: UnsubscribeQuery, response: { 204: Type.Null() } },
    }, async ({ query: { token } }, reply) => {
      await unsubscribe(tenancy, token)
      reply.code(204)
    })
  })
}
