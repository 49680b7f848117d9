import { Type } from 'typebox'
import { exportContact, getContact, readContacts, type ContactPart } from '#modules/contacts'
import { readTimeline, writeTimelineLines } from '#modules/timeline'
import { refuseInBatch } from '#platform/batch'
import { publish } from '#platform/events'
import type { App } from '#platform/http'
import type { Storage } from '#platform/storage'
import type { Tenancy } from '#platform/tenancy'
import { writeCalendar } from './calendar.ts'
import { writeContactTable } from './contact-table.ts'
import { ContactExportQuery, TimelineExportQuery } from './contract.ts'
import { writeMbox } from './mails/mbox.ts'
import { listFiles, zipFiles } from './person-archive.ts'
import { titleOf } from './person-title.ts'
import { beginExport, fileAnswer, sendsExports } from './sending.ts'
import { exportVcard, writeVcards } from './vcards.ts'

export function exportRoutes(app: App, { tenant, transact }: Tenancy, storage: Storage, parts: ContactPart[]) {
  const send = sendsExports(transact)

  app.get('/exports/contacts.csv', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getContactTable', description: 'Contacts as CSV; imported again it changes nothing.', querystring: ContactExportQuery, response: fileAnswer('text/csv') },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const parts = writeContactTable(db, await beginExport(readContacts(db, actor, query)))
    return send(actor, reply, { name: 'contacts.csv', type: 'text/csv; charset=utf-8', filter: query, parts })
  })

  app.get('/exports/contacts.vcf', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getVcards', description: 'Contacts as vCard 4.', querystring: ContactExportQuery, response: fileAnswer('text/vcard') },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const parts = writeVcards(db, await beginExport(readContacts(db, actor, query)))
    return send(actor, reply, { name: 'contacts.vcf', type: 'text/vcard; charset=utf-8', filter: query, parts })
  })

  app.get('/exports/timeline.jsonl', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getTimelineLines', description: 'Interactions as JSON lines, newest first.', querystring: TimelineExportQuery, response: fileAnswer('application/jsonl') },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const parts = writeTimelineLines(db, await beginExport(readTimeline(db, query)))
    return send(actor, reply, { name: 'timeline.jsonl', type: 'application/jsonl', filter: query, parts })
  })

  app.get('/exports/timeline.mbox', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getMailbox',
      description: 'Mails as mbox (mboxrd), newest first, with texts and attachments; imported again it changes nothing.',
      querystring: TimelineExportQuery,
      response: fileAnswer('application/mbox'),
    },
  }, async ({ actor, query }, reply) => {
    const db = tenant(actor.org_id)
    const pages = await beginExport(readTimeline(db, { ...query, kind: ['mail'] }))
    const parts = writeMbox({ db, storage, org_id: actor.org_id }, pages)
    return send(actor, reply, { name: 'timeline.mbox', type: 'application/mbox', filter: query, parts })
  })

  app.get('/exports/calendar.ics', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: { operationId: 'getCalendar', description: 'Meetings as iCalendar, newest first.', querystring: TimelineExportQuery, response: fileAnswer('text/calendar') },
  }, async ({ actor, query }, reply) => {
    const parts = writeCalendar(await beginExport(readTimeline(tenant(actor.org_id), { ...query, kind: ['meeting'] })))
    return send(actor, reply, { name: 'calendar.ics', type: 'text/calendar; charset=utf-8', filter: query, parts })
  })

  app.get('/contacts/:id/export', {
    config: { access: 'member' },
    onRequest: refuseInBatch,
    schema: {
      operationId: 'getContactExport',
      description: 'Everything about one person as a ZIP: contact, vCard, timeline, notes, attachments, photo, and what is what in plain words.',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      response: fileAnswer('application/zip'),
    },
  }, async ({ actor, params: { id } }, reply) => {
    const db = tenant(actor.org_id)
    const contact = await getContact(db, id)
    const source = { db, storage, org_id: actor.org_id, contact_id: id }
    const title = await titleOf(db, actor, contact)
    const files = listFiles({ source, title, parts: [exportContact, exportVcard, ...parts.map(({ onExport }) => onExport)] })
    await transact(actor, (tx) => publish(tx, actor, { type: 'contact.exported', subject: `contact:${id}`, audience: 'admins', data: {} }))
    reply.type('application/zip').header('content-disposition', `attachment; filename="contact-${id}.zip"`)
    return reply.send(zipFiles(files) as never)
  })
}
