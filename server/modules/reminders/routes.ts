import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { changeReminder, createReminder, removeReminder } from './actions.ts'
import { NewReminder, ReadWhen, Reminder, ReminderChange, ReminderPage, ReminderQuery, When } from './contract.ts'
import { listReminders } from './queries.ts'
import { readWhen, toTime } from './times.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function reminderRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/reminders', {
    config: { access: 'guest' },
    schema: { operationId: 'listReminders', description: 'Yours, in their order of time: those that are due come first.', querystring: ReminderQuery, response: { 200: ReminderPage } },
  }, async ({ actor, query: { limit, cursor, message_id } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    return toPage(await listReminders(tenant(actor.org_id), actor, { message_id, limit: limit + 1, after }), limit, ({ remind_at, id }) => [remind_at, id])
  })

  app.post('/reminders', {
    config: { access: 'guest' },
    schema: { operationId: 'createReminder', description: 'Of a message that you see, or of your own words; as many as you like.', body: NewReminder, response: { 201: Reminder } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    // Before the transaction: what reads words is loaded with the first of them.
    const time = await toTime(body.time)
    return transact(actor, (tx) => createReminder(tx, actor, { ...body, time }))
  })

  app.post('/reminders/parse', {
    config: { access: 'guest' },
    schema: { operationId: 'createReminderDraft', description: 'What words say of a time, before it is taken.', body: When, response: { 200: ReadWhen } },
  }, ({ body }) => readWhen(body))

  app.patch('/reminders/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'changeReminder', description: 'Another time puts it off.', params, body: ReminderChange, response: { 200: Reminder } },
  }, ({ actor, params: { id }, body }) => transact(actor, (tx) => changeReminder(tx, actor, id, body)))

  app.delete('/reminders/:id', {
    config: { access: 'guest' },
    schema: { operationId: 'removeReminder', description: 'It is done, or not wanted any more.', params, response: { 204: Type.Null() } },
  }, async ({ actor, params: { id } }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeReminder(tx, actor, id))
  })
}
