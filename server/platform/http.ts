// HTTP: one Fastify with contracts as schemas, RFC 9457 errors, request ids, and access that every route must declare.
// Each further concern is a file of its own, and a line here.

import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawServerDefault,
} from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routeAccess, type RouteAccess } from '#platform/access-list'
import { permit, type Access, type Admission, type SessionIdentity } from '#platform/admission'
import { connectionOptions, leave } from '#platform/connections'
import { invalid, RapportError } from '#platform/errors'
import { isSafe, refuseForeignPage } from '#platform/foreign-pages'
import type { Log } from '#platform/log'
import { openapi, problemResponse, securityOf } from '#platform/openapi'
import { refuseOverload } from '#platform/overload'
import { problemOf, retryAfter } from '#platform/problems'
import { notModified, tagAnswer } from '#platform/revalidation'
import { securityHeaders } from '#platform/security-headers'
import { compileSerializer } from '#platform/serialization'
import type { Actor, Origin } from '#platform/tenancy'
import { answerUnknownRoutes, type Fallback } from '#platform/unknown-routes'
import { compileValidator, refuseUnknownBody, refuseUnknownQuery } from '#platform/validation'

/** What modules add their routes to. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call it. A route without it fails the boot. */
    access?: Access
    /** Whether it changes something, for which an api key needs more than the scope read. As a rule, what is no GET. */
    writes?: boolean
    /** Whether a GET of it may be kept and revalidated. As a rule what is public is not, and the rest is. */
    kept?: boolean
    /** Its answer holds a secret: it is neither kept nor compressed. */
    secret?: boolean
  }
  interface FastifyInstance {
    /** Every route that was added, with who may call it. */
    accessList: RouteAccess[]
  }
  interface FastifyRequest {
    /** Who calls, for which organization. Reading it on a `public` or `user` route is a mistake in our code. */
    actor: Actor
    /** Who has signed in. Reading it on other than `user` routes is one: an api key has none. */
    session: SessionIdentity
  }
}

export interface HttpOptions {
  log: Log
  public_url: string
  version: string
  admission: Admission
  /** Addresses of the proxies whose X-Forwarded-For says where a request comes from. */
  trust_proxy?: false | string[]
  /** Answers where no route is, when the address is one of its own. */
  fallback?: Fallback
  /** Whether what is too much is refused; unless told otherwise it is. */
  overload_guard?: boolean
}

/** More than anybody means; JSON.stringify and PostgreSQL run out of stack at some thousands. */
const deepestBody = 64

/** An application without routes. `routes` are added by the composition root before it listens. */
export function createHttp({ log, public_url, version, admission, trust_proxy = false, fallback, overload_guard = true }: HttpOptions): App {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error, request.id)
    const seconds = retryAfter(error, problem)
    // What is refused under overload, or for want of room, is said once, by whoever refuses it.
    const saidOnce = error instanceof RapportError && ['overloaded', 'disk_full'].includes(error.code)
    const unexpected = problem.status >= 500 && !saidOnce
    if (unexpected) request.log.error({ err: error, request_id: request.id }, 'A request failed.')
    if (seconds !== undefined) reply.header('retry-after', seconds)
    return reply.code(problem.status).type('application/problem+json').send(problem)
  }
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    ...connectionOptions,
    genReqId: requestId,
    trustProxy: trust_proxy,
    // What the router itself refuses passes neither hooks nor error handler.
    frameworkErrors: (error, request, reply) =>
      void answerError(error, request as never, reply.header('x-request-id', request.id) as never),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as App

  app.decorate('accessList', [])
  // Fastify reads text as well, which no route of ours takes.
  app.removeContentTypeParser('text/plain')
  const parseJson = app.getDefaultJsonParser('error', 'error')
  // Read as UTF-8 all the same it would be stored with U+FFFD for what it says.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) =>
    isUtf8(body) ? parseJson(request, body.toString(), done) : done(invalid('The body is not UTF-8: send JSON in that encoding.')),
  )
  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(compileSerializer)
  app.setErrorHandler(answerError)
  app.addHook('onRoute', (route) => {
    const { url, method, config, schema } = route
    if (!config?.access) throw new Error(`The route ${method} ${url} does not say who may call it (config.access).`)
    for (const each of [method].flat()) {
      if (each !== 'HEAD') app.accessList.push(routeAccess(each, url, { ...config, access: config.access }))
    }
    refuseUnknownQuery(route)
    // Lengths of compressed answers tell of a secret beside text that the caller chose.
    if (config.secret) route.compress = false
    if (!schema?.response) return
    if (config.access === 'public' || config.access === 'user') schema.security = securityOf[config.access]
    const others = { ...(method === 'GET' && notModified), '4xx': problemResponse, '5xx': problemResponse }
    schema.response = { ...schema.response, ...others }
  })
  app.addHook('onResponse', async ({ raw }) => void leave(raw))
  answerUnknownRoutes(app, fallback)
  const always = { 'cache-control': 'no-store', ...securityHeaders({ public_url }) }
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(always).header('x-request-id', request.id)
    done()
  })
  if (overload_guard) refuseOverload(app, log)
  app.addHook('onRequest', async (request, reply) => {
    const { access, writes = !isSafe(request.method) } = request.routeOptions.config
    if (!isSafe(request.method)) refuseForeignPage(request.headers, public_url)
    if (!access || access === 'public') return
    const caller = await admission.identify(request.headers, request.ip)
    const count = await admission.count(caller)
    if (count) reply.headers(count.headers)
    if (count?.exceeded) throw count.exceeded
    permit(caller, access, writes)
    if (caller.actor) request.actor = { ...caller.actor, origin: originOf(request) }
    if (caller.session) request.session = caller.session
  })
  app.addHook('preValidation', async ({ body }) => {
    if (isDeeperThan(body, deepestBody)) throw invalid(`The body is nested more than ${deepestBody} levels deep.`)
  })
  app.addHook('preHandler', refuseUnknownBody)
  app.addHook('onSend', tagAnswer)
  // A connection that is kept alive after its last answer would be waited for until it times out.
  let stopping = false
  app.addHook('preClose', async () => void (stopping = true))
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
  })
  app.decorateRequest('actor', null as unknown as Actor)
  app.decorateRequest('session', null as unknown as SessionIdentity)
  // Brotli at 4: a list of 50 contacts in 0.2 ms, to a tenth of its size; at once, since a stream costs more than that
  // (56 KB: 0.8 ms of processor time at once, 1.4 as a stream).
  const sizes = { threshold: 1_024, syncThreshold: 131_072 }
  app.register(compress, { encodings: ['br', 'gzip'], ...sizes, globalDecompression: false })
  app.register(swagger, openapi({ public_url, version }))
  return app
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

/** As far as it is believed: the address behind the proxies of TRUST_PROXY, and what the client calls itself. */
export function originOf({ ip, headers }: FastifyRequest): Origin {
  // A socket for both families writes IPv4 as IPv6.
  return { address: ip.replace(/^::ffff:(?=\d+\.)/, ''), user_agent: headers['user-agent']?.slice(0, 300) }
}

// A caller's id is kept, so that its logs and ours meet, when it is harmless.
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}
