import { Type } from 'typebox'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import {
  cancelOperation,
  findOperation,
  listOperations,
  operationStatuses,
  pauseOperation,
  resumeOperation,
} from '#platform/operations'
import { decodeCursor, pageOf, pageQuery, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'

const time = Type.String({ format: 'date-time' })
const nullableTime = Type.Union([time, Type.Null()])

export const OperationSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.String(),
    filename: Type.Union([Type.String(), Type.Null()], { description: 'Of the file that it is about, where there is one.' }),
    dry_run: Type.Boolean({ description: 'Whether it stores nothing but what would come of it.' }),
    status: Type.Enum(operationStatuses),
    done: Type.Integer({ description: 'Items gone through, the failed ones among them.' }),
    total: Type.Union([Type.Integer(), Type.Null()], { description: 'Null while it is not known.' }),
    failed: Type.Integer(),
    rate: Type.Union([Type.Number(), Type.Null()], { description: 'Items a second, in the current run.' }),
    error: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
    result: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
    created_at: time,
    started_at: nullableTime,
    finished_at: nullableTime,
    undone_at: Type.Union([time, Type.Null()], { description: 'When what it did was taken back.' }),
  },
  { title: 'Operation' },
)

const OperationQuery = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(Type.Enum(operationStatuses)),
    kind: Type.Optional(Type.String({ maxLength: 100, description: '`import.contacts`, `contacts.bulk`, …; `import.*` is all imports.' })),
    dry_run: Type.Optional(Type.Boolean()),
    created_from: Type.Optional(time),
    created_to: Type.Optional(time),
  },
  { additionalProperties: false },
)

export function operationRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/operations', {
    config: { access: 'member' },
    schema: {
      operationId: 'listOperations',
      querystring: OperationQuery,
      response: { 200: pageOf(OperationSchema, 'OperationPage') },
    },
  }, async ({ actor, query: { limit, cursor, ...filter } }) => {
    const [before] = cursor ? decodeCursor(cursor, 1) : []
    const rows = await listOperations(tenant(actor.org_id), { ...filter, limit: limit + 1, before })
    return toPage(rows, limit, ({ id }) => [id])
  })

  app.get('/operations/:id', {
    config: { access: 'member' },
    schema: {
      operationId: 'getOperation',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: { 200: OperationSchema },
    },
  }, async ({ actor, params: { id } }) => {
    const operation = await findOperation(tenant(actor.org_id), id)
    if (!operation) throw notFound('operation', id)
    return operation
  })

  for (const [verb, action] of Object.entries(controls)) {
    app.post(`/operations/:id/${verb}`, {
      config: { access: 'member' },
      schema: {
        operationId: `${verb}Operation`,
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: OperationSchema },
      },
    }, ({ actor, params: { id } }) => transact(actor, (tx) => action(tx, actor, id)))
  }
}

const controls = { pause: pauseOperation, resume: resumeOperation, cancel: cancelOperation }
