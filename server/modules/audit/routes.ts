import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import { publish } from '#platform/events'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { AuditEntryPage, AuditExportQuery, AuditQuery } from './contract.ts'
import { exportAuditEntries, exportTypes } from './export.ts'
import { listAuditEntries } from './queries.ts'

export function auditRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/audit', {
    config: { access: 'admin' },
    schema: {
      operationId: 'listAuditEntries',
      description: 'Who did what, from where, newest first.',
      querystring: AuditQuery,
      response: { 200: AuditEntryPage },
    },
  }, async ({ actor: { org_id }, query: { limit, cursor, ...filter } }) => {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    const rows = await listAuditEntries(tenant(org_id), { org_id, filter, limit: limit + 1, before })
    return toPage(rows, limit, ({ created_at, id }) => [created_at, id])
  })

  app.get('/audit/export', {
    config: { access: 'admin' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getAuditExport',
      description: 'The same as a file, CSV or JSON lines, however long. That it was taken is in the audit log too.',
      querystring: AuditExportQuery,
      response: {
        200: {
          description: 'OK',
          content: { 'text/csv': { schema: Type.String() }, 'application/jsonl': { schema: Type.String() } },
        },
      },
    },
  }, async ({ actor, query: { format, ...filter } }, reply) => {
    const { org_id } = actor
    const rows = exportAuditEntries(tenant(org_id), { org_id, filter, format })
    // A wrong filter is a 400, and not half a file.
    const first = await rows.next()
    const subject = `organization:${org_id}`
    await transact(actor, (tx) => publish(tx, actor, { type: 'audit.exported', subject, audience: 'admins', data: { format, filter } }))
    reply.type(exportTypes[format]).header('content-disposition', `attachment; filename="audit.${format}"`)
    return reply.send(Readable.from(prepend(first, rows)) as unknown as string)
  })
}

async function* prepend<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (!first.done) yield first.value
  yield* rest
}
