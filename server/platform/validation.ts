// What a request may hold: its contract, and nothing beside it.

import { Ajv, type ValidateFunction } from 'ajv'
import type { DataValidationCxt } from 'ajv/dist/types/index.js'
import addFormats from 'ajv-formats'
import type { FastifyRequest, FastifySchemaCompiler, HookHandlerDoneFunction, RouteOptions } from 'fastify'
import { Type, type Static, type TSchema } from 'typebox'
import { invalid } from '#platform/errors'

/** Compiled at the first request that needs it: all of them at once take 70 ms of each start. */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined
  const validate: { (data: unknown): boolean; errors?: ValidateFunction['errors'] } = (data) => {
    compiled ??= (httpPart === 'querystring' ? coercing : strict).compile(canonical(schema) as object)
    const valid = compiled(data)
    validate.errors = compiled.errors
    return valid
  }
  return validate
}

/**
 * What of a value does not fit a schema, as `/0/field must be string`, or undefined: for what comes in another way than as a
 * body or a query. The compiler that the requests have: TypeBox's own would be 306 modules more, a tenth of each start.
 */
export function createCheck<Schema extends TSchema>(schema: Schema) {
  let compiled: ValidateFunction<Static<Schema>> | undefined
  return (value: unknown): string | undefined => {
    compiled ??= strict.compile<Static<Schema>>(canonical(schema) as object)
    if (compiled(value)) return undefined
    const [first] = compiled.errors!
    return `${first!.instancePath || 'it'} ${first!.message}`
  }
}

/** For `onRoute`: a documented route without a query takes none. */
export function refuseUnknownQuery({ schema }: RouteOptions) {
  if (schema?.response) schema.querystring ??= Type.Object({}, { additionalProperties: false })
}

/** For `preHandler`: a route without a body takes none, or an empty one; anything else is invalid. */
export function refuseUnknownBody(request: FastifyRequest, _reply: unknown, done: HookHandlerDoneFunction) {
  const { schema, url } = request.routeOptions
  const unknown = request.body && !schema?.body && schema?.response && Object.keys(request.body).length > 0
  done(unknown ? invalid(`${url} takes no body: send none.`) : undefined)
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A year has four digits. */
const [firstMoment, lastMoment] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]

const lowerCase = 'x-lower-case'

// Fastify's own Ajv drops unknown fields and turns "5" into 5; ours refuses both, but in a query everything is text.
const strict = ajv({ coerceTypes: false })
const coercing = ajv({ coerceTypes: 'array' })

function ajv(options: { coerceTypes: boolean | 'array' }): Ajv {
  // No meta schema: our schemas are TypeBox's, and compiling it takes 35 ms of each start.
  const checks = { meta: false, validateSchema: false, strict: false }
  const instance = new Ajv({ ...options, ...checks, removeAdditional: false, useDefaults: true, allErrors: false })
  addFormats.default(instance)
  instance.addFormat('uuid', uuid)
  const { validate } = instance.formats['date-time'] as { validate(text: string): boolean }
  // With its offset it may be in another year, and a leap second is none that is reckoned with here.
  instance.addFormat('date-time', (text) => validate(text) && Date.parse(text) >= firstMoment && Date.parse(text) <= lastMoment)
  instance.addKeyword({ keyword: lowerCase, modifying: true, errors: false, validate: toLowerCase })
  return instance
}

/**
 * Ids may come in either case, and are the same: so they are in lower case from here on, as the database writes them. Subjects and audiences of
 * events are made of them, and compared.
 */
function canonical(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(canonical)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, canonical(value)]))
  return copy.format === 'uuid' ? { ...copy, [lowerCase]: true } : copy
}

function toLowerCase(_on: unknown, text: unknown, _schema?: unknown, at?: DataValidationCxt): boolean {
  if (typeof text === 'string' && uuid.test(text)) at!.parentData[at!.parentDataProperty] = text.toLowerCase()
  return true
}
