import { Type } from 'typebox'
import { sql } from 'kysely'
import { refuseInBatch } from '#platform/batch'
import { notFound } from '#platform/errors'
import type { App } from '#platform/http'
import type { Db } from '#platform/db/kysely'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { pictures } from './content-type.ts'
import { filenameOf } from './file-name.ts'
import { fileKey } from './files.ts'

const content = Object.fromEntries([...pictures, 'application/octet-stream'].map((type) => [type, { schema: Type.Unknown() }]))

export function attachmentRoutes(app: App, { tenant }: Tenancy, storage: Storage) {
  app.get('/attachments/:id', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getAttachment',
      description: 'The file, to be saved; a picture (PNG, JPEG, GIF, WebP) can be had to be shown.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      querystring: Type.Object({ inline: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
      response: { 200: { description: 'The file.', content } },
    },
  }, async ({ actor, params: { id }, query: { inline = false } }, reply) => {
    const { file_id, name, type, size } = await getAttachmentFile(tenant(actor.org_id), id)
    const shown = inline && pictures.includes(type)
    reply.headers({
      'content-disposition': `${shown ? 'inline' : 'attachment'}; ${filenameOf(name)}`,
      'content-length': size,
      // Whatever a browser makes of it: it is nowhere, and may do nothing.
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, max-age=31536000, immutable',
    })
    return reply.type(pictures.includes(type) ? type : 'application/octet-stream').send(storage.read(fileKey(actor.org_id, file_id)))
  })
}

/** Throws not_found, also for what was left out or is deleted. */
async function getAttachmentFile(db: Db, id: string) {
  const { rows } = await sql<{ file_id: string; name: string; type: string; size: number }>`
    select file_id, name, type, file.size
    from attachment a join file on file.org_id = a.org_id and file.id = a.file_id
      join interaction i on i.org_id = a.org_id and i.id = a.interaction_id
    where a.org_id = (select current_org()) and a.id = ${id} and i.deleted_at is null
  `.execute(db)
  if (!rows[0]) throw notFound('attachment', id)
  return rows[0]
}
