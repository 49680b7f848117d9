// HTTP: one Fastify with contracts as schemas, RFC 9457 errors, request ids, and access that every route must declare.

import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifySchemaCompiler, type RawServerDefault } from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { forbidden, invalid, unauthenticated } from '#platform/errors'
import type { Log } from '#platform/log'
import { openapi, problemResponse } from '#platform/openapi'
import { problemOf } from '#platform/problems'
import { memberRoles, type Actor, type MemberRole } from '#platform/tenancy'

/** What modules add their routes to. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The least role that may call it, or `public`. A route without it fails the boot. */
    access?: MemberRole | 'public'
  }
  interface FastifyRequest {
    /** Who calls. Reading it on a `public` route is a mistake in our code. */
    actor: Actor
  }
}

export interface HttpOptions {
  log: Log
  public_url: string
  version: string
  /** Who presents these credentials; undefined when they are unknown. */
  authenticate(bearer: string): Promise<Actor | undefined>
}

const bodyLimit = 1024 * 1024

/** More than anybody means; JSON.stringify and PostgreSQL run out of stack at some thousands. */
const deepestBody = 64

/** An application without routes. `routes` are added by the composition root before it listens. */
export function createHttp({ log, public_url, version, authenticate }: HttpOptions): App {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error, request.id)
    if (problem.status >= 500) request.log.error({ err: error, request_id: request.id }, 'A request failed.')
    return reply.code(problem.status).type('application/problem+json').send(problem)
  }
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // A half-open connection may not hold a place for ever; uploads may take their time.
    requestTimeout: 0,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    genReqId: requestId,
    // What the router itself refuses passes neither hooks nor error handler.
    frameworkErrors: (error, request, reply) =>
      void answerError(error, request as never, reply.header('x-request-id', request.id) as never),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 100 },
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as App

  // Fastify reads text as well, which no route of ours takes.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(compileValidator)
  app.setErrorHandler(answerError as never)
  app.setNotFoundHandler({ preHandler: discardBody }, (request, reply) => {
    const problem = problemOf(noRoute(request), request.id)
    return reply.code(404).type('application/problem+json').send(problem)
  })
  app.addHook('onRoute', ({ url, method, config, schema }) => {
    if (!config?.access) throw new Error(`The route ${method} ${url} does not say who may call it (config.access).`)
    if (schema?.response) schema.response = { ...schema.response, '4xx': problemResponse, '5xx': problemResponse }
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
    const { access } = request.routeOptions.config
    if (access && access !== 'public') request.actor = await admit(request.headers, access, authenticate)
  })
  app.addHook('preValidation', async ({ body }) => {
    if (isDeeperThan(body, deepestBody)) throw invalid(`The body is nested more than ${deepestBody} levels deep.`)
  })
  // A connection that is kept alive after its last answer would be waited for until it times out.
  let stopping = false
  app.addHook('preClose', async () => void (stopping = true))
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
  })
  app.decorateRequest('actor', null as unknown as Actor)
  app.register(swagger, openapi({ public_url, version }))
  return app
}

/** The actor that these headers stand for. Throws unauthenticated, or forbidden when its role is less than `access`. */
export async function admit(
  headers: IncomingHttpHeaders,
  access: MemberRole,
  authenticate: HttpOptions['authenticate'],
): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (!bearer) throw unauthenticated('Send an api key: “Authorization: Bearer rk_…”.')
  const actor = await authenticate(bearer)
  if (!actor) throw unauthenticated('This api key is unknown, expired or revoked.')
  if (memberRoles.indexOf(actor.role) < memberRoles.indexOf(access)) {
    throw forbidden(`This needs the role ${access}; yours is ${actor.role}.`)
  }
  return actor
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

function noRoute(request: FastifyRequest) {
  return Object.assign(new Error(`There is nothing at ${request.method} ${request.url.split('?')[0]}.`), {
    statusCode: 404,
    code: 'route_not_found',
  })
}

// A caller's id is kept, so that its logs and ours meet, when it is harmless.
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID()
}

async function discardBody(request: FastifyRequest) {
  request.raw.resume()
}

// Fastify's own Ajv drops unknown fields and turns "5" into 5; ours refuses both, but in a query everything is text.
const strict = ajv({ coerceTypes: false })
const coercing = ajv({ coerceTypes: 'array' })

function ajv(options: { coerceTypes: boolean | 'array' }): Ajv {
  // No meta schema: our schemas are TypeBox's, and compiling it takes 35 ms of each start.
  const checks = { meta: false, validateSchema: false, strict: false }
  const instance = new Ajv({ ...options, ...checks, removeAdditional: false, useDefaults: true, allErrors: false })
  addFormats.default(instance)
  return instance
}

// Compiled at the first request that needs it: all of them at once take 70 ms of each start.
const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined
  const validate: { (data: unknown): boolean; errors?: ValidateFunction['errors'] } = (data) => {
    compiled ??= (httpPart === 'querystring' ? coercing : strict).compile(schema)
    const valid = compiled(data)
    validate.errors = compiled.errors
    return valid
  }
  return validate
}
