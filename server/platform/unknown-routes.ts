// What is answered where nothing is: 405 for a known path, 404 for others, and which methods there are for OPTIONS.
// No header lets another origin in: CORS is off.

import type { FastifyReply, FastifyRequest } from 'fastify'
import { RapportError } from '#platform/errors'
import type { App } from '#platform/http'

/** Answers in the place of the problem, when the address is one of its own. */
export type Fallback = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>

/** To be called before the routes are added. */
export function answerUnknownRoutes(app: App, fallback?: Fallback) {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? { pattern: patternOf(url), methods: new Set() }
    for (const each of [method].flat()) entry.methods.add(each)
    known.set(url, entry)
  })

  // A walk over all routes: only for what is answered by an error anyway.
  const methodsAt = (path: string) =>
    [...known.values()].filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods])

  app.setNotFoundHandler({ preHandler: discardBody }, async (request: FastifyRequest, reply: FastifyReply) => {
    if (await fallback?.(request, reply)) return reply
    const path = request.url.split('?')[0]!
    const methods = methodsAt(path)
    if (methods.length === 0) {
      throw new RapportError('not_found', 'route_not_found', `There is nothing at ${request.method} ${path}.`)
    }
    const allowed = [...new Set([...methods, 'OPTIONS'])].join(', ')
    reply.header('allow', allowed)
    if (request.method === 'OPTIONS') return reply.code(204).send()
    const message = `${request.method} is not possible at ${path}: ${allowed} are.`
    throw new RapportError('wrong_method', 'method_not_allowed', message)
  })
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replaceAll('*', '.*')}/?$`)
}

async function discardBody(request: FastifyRequest) {
  request.raw.resume()
}
