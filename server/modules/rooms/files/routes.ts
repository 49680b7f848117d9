import { buffer } from 'node:stream/consumers'
import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { pictures, filenameOf } from '#modules/timeline'
import { refuseInBatch } from '#platform/batch'
import { invalid, notFound } from '#platform/errors'
import { asForm, explainForm } from '#platform/forms'
import type { App } from '#platform/http'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { MessageFile } from '../messages/contract.ts'
import { cleanName, roomFileKey, thumbnailKey, uploadFile } from './actions.ts'
import { getVisibleFile } from './queries.ts'

export interface FilePorts {
  storage: Storage
  /** Of one file. */
  limit_bytes: number
}

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const content = Object.fromEntries([...pictures, 'application/octet-stream'].map((type) => [type, { schema: Type.Unknown() }]))
const FileForm = Type.Object({ file: Type.String({ format: 'binary', description: 'Up to MESSAGE_FILE_LIMIT_MB.' }) }, { title: 'MessageFileForm' })

export function fileRoutes(app: App, tenancy: Tenancy, { storage, limit_bytes }: FilePorts) {
  app.post('/rooms/:id/files', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createMessageFile',
      description: 'A file for a message of this room, to be sent within a day: `file_ids` of the message names it.',
      consumes: ['multipart/form-data'],
      params,
      body: FileForm,
      response: { 201: MessageFile },
    },
    ...asForm,
  }, async (request, reply) => {
    const part = await receive(request, limit_bytes)
    reply.code(201)
    // It may end in the middle of the file.
    return uploadFile(tenancy, storage, request.actor, { room_id: request.params.id, ...part, limit_bytes }).catch((error) => {
      throw explainForm(error)
    })
  })

  app.get('/files/:id', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getMessageFile',
      description: 'The file, to be saved; a picture (PNG, JPEG, GIF, WebP) can be had to be shown.',
      params,
      querystring: Type.Object({ inline: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
      response: { 200: { description: 'The file.', content } },
    },
  }, async ({ actor, params: { id }, query: { inline = false } }, reply) => {
    const { name, type, size } = await getVisibleFile(tenancy.tenant(actor.org_id), actor, id)
    const shown = inline && pictures.includes(type)
    reply.headers({
      'content-disposition': `${shown ? 'inline' : 'attachment'}; ${filenameOf(name)}`,
      'content-length': size,
      // Whatever a browser makes of it: it is nowhere, and may do nothing.
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
    return reply.type(pictures.includes(type) ? type : 'application/octet-stream').send(storage.read(roomFileKey(actor.org_id, id)))
  })

  app.get('/files/:id/thumbnail', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getMessageFileThumbnail',
      params,
      response: { 200: { description: 'At most 720 × 720.', content: { 'image/webp': { schema: Type.Unknown() } } } },
    },
  }, async ({ actor, params: { id } }, reply) => {
    const { width } = await getVisibleFile(tenancy.tenant(actor.org_id), actor, id)
    if (width === null) throw notFound('thumbnail', id)
    return reply.type('image/webp').send(await buffer(storage.read(thumbnailKey(actor.org_id, id))))
  })
}

async function receive(request: FastifyRequest, limitBytes: number) {
  if (!request.isMultipart()) throw invalid('Send a form (multipart/form-data) with the file in the part “file”.')
  try {
    // The meter says what is too large; the parser would only cut it off.
    const options = { limits: { fileSize: limitBytes + 1, files: 1, fields: 0, parts: 1 }, throwFileSizeLimit: false }
    const part = await request.file(options)
    if (part?.fieldname !== 'file') throw invalid('The form has no part “file”.')
    return { content: part.file, name: cleanName(part.filename.split(/[/\\]/).at(-1)!), type: part.mimetype }
  } catch (error) {
    throw explainForm(error)
  }
}

