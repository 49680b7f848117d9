import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import { allow, notFound } from '#platform/errors'
import { asForm } from '#platform/forms'
import type { App } from '#platform/http'
import { OperationSchema } from '#platform/operation-routes'
import { createOperation, findOperation } from '#platform/operations'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { Import, ImportForm, ImportPreview, MendedRows, RejectionPage } from './contract.ts'
import { kindOf } from './formats.ts'
import { receiveForm } from './form.ts'
import { findMapping, getImport, insertImport } from './imports.ts'
import { mendRejections } from './mending.ts'
import { previewFile } from './preview.ts'
import { isAdmin, onlyAdmins } from './policy.ts'
import { listRejections } from './rejections.ts'
import { writeRejects } from './rejects.ts'
import { undoImport } from './undo.ts'
import { getUpload, keepUpload, type ImportInput } from './uploads.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

const form = { consumes: ['multipart/form-data'], body: ImportForm }

export function importRoutes(
  app: App,
  tenancy: Tenancy,
  storage: Storage,
  { limit_bytes }: { limit_bytes: number },
) {
  const { tenant, transact } = tenancy

  app.post('/imports', {
    ...asForm,
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { ...form, operationId: 'createImport', response: { 202: OperationSchema } },
  }, async (request, reply) => {
    const { actor } = request
    const { upload: sent, options } = await receiveForm(request, storage, limit_bytes)
    const { upload_id, ...rest } = options
    const kept = upload_id !== undefined && Boolean(rest.dry_run)
    reply.code(202)
    try {
      return await transact(actor, async (tx) => {
        const { items, ...upload } = sent ?? (await getUpload(tx, upload_id!, { take: !kept }))
        if (upload.format === 'slack') allow(isAdmin(actor), onlyAdmins)
        const input: ImportInput = { ...rest, ...upload, encoding: rest.encoding ?? upload.encoding, kept }
        const operation = await createOperation(tx, actor, { kind: kindOf[upload.format], input: { ...input }, total: items ?? undefined })
        await insertImport(tx, { id: operation.id, ...upload })
        return operation
      })
    } catch (error) {
      if (sent) await storage.remove(sent.file)
      throw error
    }
  })

  app.post('/imports/preview', {
    ...asForm,
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { ...form, operationId: 'createImportPreview', response: { 200: ImportPreview } },
  }, async (request) => {
    const { actor } = request
    const { upload: sent, options } = await receiveForm(request, storage, limit_bytes)
    try {
      const upload = sent ?? (await transact(actor, (tx) => getUpload(tx, options.upload_id!, { take: false })))
      const db = tenant(actor.org_id)
      const seen = await previewFile(storage, { upload, options, remembered: (headers) => findMapping(db, headers) })
      const upload_id = options.upload_id ?? (await transact(actor, (tx) => keepUpload(tx, upload)))
      return { upload_id, ...seen }
    } catch (error) {
      if (sent) await storage.remove(sent.file)
      throw error
    }
  })

  app.get('/imports/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getImport', params, response: { 200: Import } },
  }, ({ actor, params: { id } }) => getImport(tenant(actor.org_id), id))

  app.delete('/imports/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeImport', params, response: { 202: OperationSchema } },
  }, async ({ actor, params: { id } }, reply) => {
    reply.code(202)
    let operation = await transact(actor, (tx) => undoImport(tx, actor, id))
    const db = tenant(actor.org_id)
    // A small one is over before the caller could ask.
    for (let waited = 0; waited < patience && !operation.finished_at; waited += interval) {
      await wait(interval)
      operation = (await findOperation(db, operation.id)) ?? operation
    }
    return operation
  })

  app.get('/imports/:id/rejections', {
    config: { access: 'member' },
    schema: {
      operationId: 'listRejections',
      params,
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: RejectionPage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    if (!(await findOperation(db, id))?.kind.startsWith('import.')) throw notFound('import', id)
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    const rows = await listRejections(db, { operation_id: id, limit: limit + 1, after })
    return toPage(rows.map(({ record = null, ...rejection }) => ({ ...rejection, record })), limit, ({ position }) => [position])
  })

  app.post('/imports/:id/rejections', {
    config: { access: 'member' },
    schema: {
      operationId: 'createMendedImport',
      description: 'Imports rejected rows anew, as they are given and by the choices of their import; they leave its rejections.',
      params,
      body: MendedRows,
      response: { 202: OperationSchema },
    },
  }, async ({ actor, params: { id }, body: { rows } }, reply) => {
    reply.code(202)
    return mendRejections(tenancy, storage, actor, { id, rows })
  })

  app.get('/imports/:id/rejects.csv', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getRejects',
      params,
      response: {
        200: {
          description: 'The columns of the file, and `Rapport: reason`. To be mended and imported again.',
          content: { 'text/csv': { schema: Type.String() } },
        },
      },
    },
  }, async ({ actor, params: { id } }, reply) => {
    const db = tenant(actor.org_id)
    const { columns } = await getImport(db, id)
    const lines = writeRejects(db, id, columns && columns.map(({ header }) => header))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="rejects-${id}.csv"`)
      .send(Readable.from(lines) as never)
  })
}

/** Milliseconds. */
const patience = 2_000
const interval = 40
