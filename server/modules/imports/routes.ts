import { Type } from 'typebox'
import { refuseInBatch } from '#platform/batch'
import { invalid, notFound, tooLarge } from '#platform/errors'
import { asForm, explainForm } from '#platform/forms'
import type { App } from '#platform/http'
import { OperationSchema } from '#platform/operation-routes'
import { createOperation, findOperation } from '#platform/operations'
import { decodeCursor, pageQuery, toPage } from '#platform/pages'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import type { FastifyRequest } from 'fastify'
import { cutText } from './cut-text.ts'
import { ImportForm, ImportOptions, RejectionPage } from './contract.ts'
import { listRejections } from './rejections.ts'
import { storeUpload, type ImportInput, type Upload } from './uploads.ts'

export function importRoutes(app: App, { tenant, transact }: Tenancy, storage: Storage) {
  app.post('/imports', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createImport',
      consumes: ['multipart/form-data'],
      body: ImportForm,
      response: { 202: OperationSchema },
    },
    ...asForm,
  }, async (request, reply) => {
    const { upload, filename, options } = await receive(request, storage)
    const { items, ...file } = upload
    const kind = file.format === 'csv' ? 'import.contacts' : 'import.mail'
    const input: ImportInput = { ...options, ...file, filename }
    reply.code(202)
    return transact(request.actor, (tx) => createOperation(tx, request.actor, { kind, input: { ...input }, total: items }))
  })

  app.get('/imports/:id/rejections', {
    config: { access: 'member' },
    schema: {
      operationId: 'listRejections',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      querystring: Type.Object(pageQuery, { additionalProperties: false }),
      response: { 200: RejectionPage },
    },
  }, async ({ actor, params: { id }, query: { limit, cursor } }) => {
    const db = tenant(actor.org_id)
    if (!(await findOperation(db, id))?.kind.startsWith('import.')) throw notFound('import', id)
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1)
    const rows = await listRejections(db, { operation_id: id, limit: limit + 1, after })
    return toPage(rows, limit, ({ position }) => [position])
  })
}

/** Reads the form: `file` goes to the storage as it comes, `options` may stand before or after it. */
async function receive(request: FastifyRequest, storage: Storage) {
  if (!request.isMultipart()) throw invalid('Send a form (multipart/form-data) with the file in the part “file”.')
  let upload: Upload | undefined
  let filename = ''
  let options: ImportOptions = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field' && part.fieldname === 'options') options = await readOptions(part.value)
      else if (part.type === 'file' && part.fieldname === 'file') {
        filename = cutText((part.filename ?? 'file').replaceAll('\0', ''), 255)
        upload = await storeUpload(storage, part.file, filename)
        if (part.file.truncated) throw tooLarge('The file is larger than UPLOAD_LIMIT_MB allows.')
      } else throw invalid(`The form has a part “${part.fieldname}”: only “file” and “options” are known.`)
    }
    if (!upload) throw invalid('The form has no part “file”.')
    return { upload, filename, options }
  } catch (error) {
    if (upload) await storage.remove(upload.key)
    throw explainForm(error)
  }
}

async function readOptions(value: unknown): Promise<ImportOptions> {
  // 300 files, 40 ms: not at each start.
  const { Value } = await import('typebox/value')
  let options: unknown
  try {
    options = JSON.parse(String(value))
  } catch {
    throw invalid('The part “options” is not JSON.')
  }
  if (Value.Check(ImportOptions, options)) return options
  const errors = [...Value.Errors(ImportOptions, options)].map(({ instancePath, message }) => ({ path: `/options${instancePath}`, message }))
  throw invalid(`The options cannot be accepted: ${errors[0]?.path} ${errors[0]?.message}.`, errors)
}
