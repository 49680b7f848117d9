import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { getContact } from '../queries.ts'
import { changeDate, createDate, removeDate } from './actions.ts'
import { ContactDate, ContactDateChange, ContactDatePage, NewContactDate, UpcomingDatePage, UpcomingQuery } from './contract.ts'
import { listDates, listUpcomingDates } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function dateRoutes(app: App, { tenant, replica, transact }: Tenancy) {
  app.get('/contacts/:id/dates', {
    config: { access: 'member' },
    schema: {
      operationId: 'listContactDates',
      params,
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: ContactDatePage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    await getContact(db, id)
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    return toPage(await listDates(db, { contact_id: id, limit: limit + 1, after }), limit, ({ id }) => [id])
  })

  app.post('/contacts/:id/dates', {
    config: { access: 'member' },
    schema: { operationId: 'createContactDate', params, body: NewContactDate, response: { 201: ContactDate } },
  }, async ({ actor, params, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createDate(tx, actor, params.id, body))
  })

  app.patch('/dates/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeContactDate', params, body: ContactDateChange, response: { 200: ContactDate } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeDate(tx, actor, params.id, body)))

  app.delete('/dates/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeContactDate', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => removeDate(tx, actor, params.id))
  })

  app.get('/dates/upcoming', {
    config: { access: 'member' },
    schema: { operationId: 'listUpcomingDates', querystring: UpcomingQuery, response: { 200: UpcomingDatePage } },
  }, async ({ actor, query: { limit, cursor, days, from = today() } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 3)
    const rows = await listUpcomingDates(replica(actor.org_id), { from, days, limit: limit + 1, after })
    return toPage(rows, limit, ({ in_year, month_day, id }) => [in_year, month_day, id])
  })
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
