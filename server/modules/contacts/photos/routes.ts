import { buffer } from 'node:stream/consumers'
import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { refuseInBatch } from '#platform/batch'
import { invalid, notFound, tooLarge } from '#platform/errors'
import { asForm, explainForm } from '#platform/forms'
import type { App } from '#platform/http'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { Contact } from '../contract.ts'
import { photoKey, removePhoto, setPhoto } from './actions.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

const PhotoForm = Type.Object(
  { file: Type.String({ format: 'binary', description: 'JPEG, PNG, WebP, AVIF or a still GIF, up to 10 MB.' }) },
  { title: 'PhotoForm' },
)

const limitMb = 10

export function photoRoutes(app: App, tenancy: Tenancy, storage: Storage) {
  app.post('/contacts/:id/photo', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'createPhoto',
      description: 'Draws a WebP of 400 × 400 from the middle of the picture, without anything else that the file holds.',
      consumes: ['multipart/form-data'],
      params,
      body: PhotoForm,
      response: { 201: Contact },
    },
    ...asForm,
  }, async (request, reply) => {
    const file = await receive(request)
    reply.code(201)
    return setPhoto(tenancy, storage, request.actor, { id: request.params.id, file })
  })

  app.get('/contacts/:id/photo', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getPhoto',
      params,
      querystring: Type.Object(
        { hash: Type.Optional(Type.String({ maxLength: 64, description: 'As in `photo_url`: what is there never changes.' })) },
        { additionalProperties: false },
      ),
      response: { 200: { description: 'The photo.', content: { 'image/webp': { schema: Type.Unknown() } } } },
    },
  }, async ({ actor, params: { id }, query: { hash } }, reply) => {
    const photo = await tenancy.tenant(actor.org_id).selectFrom('contact').select(['photo_file', 'photo_hash'])
      .where('org_id', '=', actor.org_id).where('id', '=', id).executeTakeFirst()
    if (!photo?.photo_file || (hash !== undefined && hash !== photo.photo_hash)) throw notFound('photo')
    if (hash !== undefined) reply.header('cache-control', 'private, max-age=31536000, immutable')
    return reply.type('image/webp').send(await buffer(storage.read(photoKey(actor.org_id, photo.photo_file))))
  })

  app.delete('/contacts/:id/photo', {
    config: { access: 'member' },
    schema: { operationId: 'removePhoto', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await tenancy.transact(actor, (tx) => removePhoto(tx, actor, params.id))
  })
}

/** The file of the form, whole: it is small, and drawn from memory. */
async function receive(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw invalid('Send a form (multipart/form-data) with the picture in the part “file”.')
  try {
    // The parser would throw at the limit, and leave the connection with the rest of it unread.
    const options = { limits: { fileSize: limitMb * 1024 * 1024, files: 1, fields: 0, parts: 1 }, throwFileSizeLimit: false }
    const part = await request.file(options)
    if (part?.fieldname !== 'file') throw invalid('The form has no part “file”.')
    const file = await buffer(part.file)
    if (part.file.truncated) throw tooLarge(`A photo may have up to ${limitMb} MB: send a smaller one.`)
    return file
  } catch (error) {
    throw explainForm(error)
  }
}
