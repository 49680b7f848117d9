// How an export is sent: page by page, and noted in the audit log.

import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { publish } from '#platform/events'
import type { Actor, Tenancy } from '#platform/tenancy'

export interface ExportedFile {
  name: string
  type: string
  filter: object
  parts: AsyncGenerator<string | Buffer>
}

/** Sends a file for an actor. Who took what is in the audit log. */
export function sendsExports(transact: Tenancy['transact']) {
  return async (actor: Actor, reply: FastifyReply, { name, type, filter, parts }: ExportedFile) => {
    const subject = `organization:${actor.org_id}`
    await transact(actor, (tx) => publish(tx, actor, { type: 'export.taken', subject, audience: 'admins', data: { name, filter } }))
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
    return reply.send(Readable.from(parts) as unknown as string)
  }
}

/** The answer of such a route. */
export function fileAnswer(type: string) {
  return { 200: { description: 'OK', content: { [type]: { schema: Type.String() } } } }
}

/** The same, with its first page read: a wrong filter is a 400, and not half a file. */
export async function beginExport<T>(pages: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await pages.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* pages
  })()
}
