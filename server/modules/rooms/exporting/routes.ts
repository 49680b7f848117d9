import { Type } from 'typebox'
import { beginExport, fileAnswer, sendsExports, zipFiles } from '#modules/exports'
import { refuseInBatch } from '#platform/batch'
import type { Db } from '#platform/db/kysely'
import { allow } from '#platform/errors'
import type { App } from '#platform/http'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { roomFileKey } from '../files/actions.ts'
import { canExportRoom } from '../policy.ts'
import { getRoomEntry } from '../queries.ts'
import { listAll, writeLines } from './room-file.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function roomExportRoutes(app: App, { tenant, transact }: Tenancy, storage: Storage) {
  const send = sendsExports(transact)
  const about = 'Owners of a channel and admins may, and who is in direct messages.'

  app.get('/rooms/:id/export.jsonl', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getRoomLines',
      description: `All that was said in a room, answers too: a line for the room, and one for each message. ${about}`,
      params,
      response: fileAnswer('application/jsonl'),
    },
  }, async ({ actor, params: { id } }, reply) => {
    const db = tenant(actor.org_id)
    await checkExport(db, actor, id)
    return send(actor, reply, { name: `room-${id}.jsonl`, type: 'application/jsonl', filter: { room_id: id }, parts: await beginExport(writeLines(db, id)) })
  })

  app.get('/rooms/:id/export.zip', {
    config: { access: 'guest' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getRoomArchive', description: `The same, with the files of its messages. ${about}`, params, response: fileAnswer('application/zip') },
  }, async ({ actor, params: { id } }, reply) => {
    const db = tenant(actor.org_id)
    await checkExport(db, actor, id)
    const parts = zipFiles(listFiles(db, storage, { org_id: actor.org_id, room_id: id })) as unknown as AsyncGenerator<Buffer>
    return send(actor, reply, { name: `room-${id}.zip`, type: 'application/zip', filter: { room_id: id, files: true }, parts })
  })
}

/** Throws room_not_found, forbidden. */
async function checkExport(db: Db, actor: Parameters<typeof getRoomEntry>[1], id: string) {
  const { kind, membership } = await getRoomEntry(db, actor, id)
  allow(canExportRoom(actor, { kind, role: membership?.role ?? null }), 'Owners of the channel export what was said in it, and admins.')
}

/** `files/<id>/<name>`: names may be the same. */
async function* listFiles(db: Db, storage: Storage, { org_id, room_id }: { org_id: string; room_id: string }) {
  yield { path: 'messages.jsonl', about: '', content: writeLines(db, room_id) }
  for await (const messages of listAll(db, room_id)) {
    for (const { id, name } of messages.flatMap(({ files }) => files)) {
      yield { path: `files/${id}/${name.replace(/^\.+$/, 'file')}`, about: '', content: storage.read(roomFileKey(org_id, id)) }
    }
  }
}
