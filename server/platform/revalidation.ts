// What a client has seen it need not be sent again: an ETag on every answer to a GET that it may keep, and 304 when it
// shows that one. To keep means to ask each time: nothing is answered from a cache without us.

import { hash } from 'node:crypto'
import type { DoneFuncWithErrOrRes, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

/**
 * For `onSend`, before the compression: the tag is weak, since it is of the text and not of its bytes on the way.
 * Answers that are not tagged keep the `no-store` that they began with.
 */
export function tagAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown, done: DoneFuncWithErrOrRes) {
  const text = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : undefined
  if (text === undefined || reply.statusCode !== 200 || !mayBeKept(request)) return done(null, payload)

  const tag = tagOf(text)
  const { access } = request.routeOptions.config
  reply.header('etag', `W/${tag}`)
  // What a route says of itself stands.
  if (reply.getHeader('cache-control') === 'no-store') {
    reply.header('cache-control', access === 'public' ? 'no-cache' : 'private, no-cache')
  }
  // A HEAD saves nothing by it, and Fastify's own hook for it wants text.
  if (request.method === 'HEAD' || !shows(request.headers['if-none-match'], tag)) return done(null, payload)
  reply.code(304).removeHeader('content-type')
  done(null, null)
}

/**
 * For a change under `If-Match`: whether what is there now is what the caller has seen, as the GET of it would have
 * tagged it. Undefined when the caller does not ask. The route answers with the same schema as that GET. Compared
 * weakly, as all of our tags are: they are of the text, before it is compressed.
 */
export function expectation(request: FastifyRequest, reply: FastifyReply): ((current: unknown) => boolean) | undefined {
  const header = request.headers['if-match']
  if (header === undefined) return undefined
  return (current) => shows(header, tagOf(reply.serialize(current as never) as string))
}

/** The headers of a change that may be made under a condition. */
export const conditionalHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'The `ETag` of what you have read: if it is another by now, nothing is changed (412).' }),
  ),
})

function tagOf(text: string | Buffer): string {
  return `"${hash('sha1', text, 'base64url')}"`
}

/** What every GET may answer as well. */
export const notModified = { 304: Type.Null({ description: 'What `If-None-Match` shows is still so.' }) }

function mayBeKept({ method, routeOptions: { config } }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return config.access === undefined ? false : (config.kept ?? config.access !== 'public')
}

/** RFC 9110, 13.1.1 and 13.1.2: a list, compared weakly. */
function shows(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)
}
