import { Type } from 'typebox'
import type { App } from '#platform/http'
import { decodeCursor, toPage } from '#platform/pages'
import type { Tenancy } from '#platform/tenancy'
import { changeNote, createNote, deleteNote, restoreNote } from './actions.ts'
import { NewNote, Note, NoteChange, NotePage, NoteQuery } from './contract.ts'
import { getNote, listNotes } from './queries.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function noteRoutes(app: App, { tenant, transact }: Tenancy) {
  app.get('/notes', {
    config: { access: 'member' },
    schema: { operationId: 'listNotes', querystring: NoteQuery, response: { 200: NotePage } },
  }, async ({ actor, query: { limit, cursor, ...query } }) => {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 2)
    // What somebody just wrote is there: not from a replica.
    const notes = await listNotes(tenant(actor.org_id), { query, limit: limit + 1, after })
    return toPage(notes, limit, ({ created_at, id }) => [created_at, id])
  })

  app.get('/notes/:id', {
    config: { access: 'member' },
    schema: { operationId: 'getNote', params, response: { 200: Note } },
  }, ({ actor, params }) => getNote(tenant(actor.org_id), params.id))

  app.post('/notes', {
    config: { access: 'member' },
    schema: { operationId: 'createNote', body: NewNote, response: { 201: Note } },
  }, async ({ actor, body }, reply) => {
    reply.code(201)
    return transact(actor, (tx) => createNote(tx, actor, body))
  })

  app.patch('/notes/:id', {
    config: { access: 'member' },
    schema: { operationId: 'changeNote', params, body: NoteChange, response: { 200: Note } },
  }, ({ actor, params, body }) => transact(actor, (tx) => changeNote(tx, actor, params.id, body)))

  app.delete('/notes/:id', {
    config: { access: 'member' },
    schema: { operationId: 'removeNote', params, response: { 204: Type.Null() } },
  }, async ({ actor, params }, reply) => {
    reply.code(204)
    await transact(actor, (tx) => deleteNote(tx, actor, params.id))
  })

  app.post('/notes/:id/restore', {
    config: { access: 'member' },
    schema: { operationId: 'restoreNote', params, response: { 200: Note } },
  }, ({ actor, params }) => transact(actor, (tx) => restoreNote(tx, actor, params.id)))
}
