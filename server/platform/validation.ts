// What a request may hold: its contract, and nothing beside it.

import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyRequest, FastifySchemaCompiler, RouteOptions } from 'fastify'
import { Type } from 'typebox'
import { invalid } from '#platform/errors'

/** Compiled at the first request that needs it: all of them at once take 70 ms of each start. */
export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined
  const validate: { (data: unknown): boolean; errors?: ValidateFunction['errors'] } = (data) => {
    compiled ??= (httpPart === 'querystring' ? coercing : strict).compile(schema)
    const valid = compiled(data)
    validate.errors = compiled.errors
    return valid
  }
  return validate
}

/** For `onRoute`: a documented route without a query takes none. */
export function refuseUnknownQuery({ schema }: RouteOptions) {
  if (schema?.response) schema.querystring ??= Type.Object({}, { additionalProperties: false })
}

/** For `preHandler`: a route without a body takes none, or an empty one. Throws invalid. */
export async function refuseUnknownBody({ body, routeOptions: { schema, url } }: FastifyRequest) {
  if (!body || schema?.body || !schema?.response) return
  if (Object.keys(body).length > 0) throw invalid(`${url} takes no body: send none.`)
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
