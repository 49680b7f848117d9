// The OpenAPI 3.1 document, made from the same contracts that validate and serialize.

import { STATUS_CODES } from 'node:http'
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Type } from 'typebox'

/** RFC 9457. */
const problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What happened, and what to do.' }),
    code: Type.String({ description: 'Stable, for programs.' }),
    request_id: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { title: 'Problem' },
)

/** What every route may answer instead. */
export const problemResponse = {
  description: 'What went wrong, and what to do.',
  content: { 'application/problem+json': { schema: problem } },
}

/** Settings of @fastify/swagger. A schema with a `title` becomes a named component. */
export function openapi({ public_url, version }: { public_url: string; version: string }): FastifyDynamicSwaggerOptions {
  const sessionCookie = `${public_url.startsWith('https:') ? '__Secure-' : ''}rapport.session_token`
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Rapport', version, description: 'The relationship workspace.' },
      servers: [{ url: public_url }],
      components: {
        securitySchemes: {
          api_key: { type: 'http', scheme: 'bearer', description: 'An api key, rk_….' },
          api_key_header: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'The same.' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Of somebody who has signed in.' },
        },
      },
      security: [{ api_key: [] }, { api_key_header: [] }, { session: [] }],
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return {}
      correctOperations(document.openapiObject.paths as Paths)
      return nameComponents(document.openapiObject)
    },
  }
}

/** What a route asks for that is not for every caller. */
export const securityOf = { public: [], user: [{ session: [] }] }

type Json = Record<string, unknown>

interface ApiOperation {
  operationId?: string
  summary?: string
  tags?: string[]
  parameters?: { required?: boolean; schema: { default?: unknown } }[]
  responses: Record<string, { description: string }>
}

type Paths = Record<string, Record<string, ApiOperation>>

/** What Fastify's schemas cannot say: that a default makes a parameter optional, and what a status is called. */
function correctOperations(paths: Paths) {
  for (const [path, operations] of Object.entries(paths)) {
    for (const operation of Object.values(operations)) {
      // Readers find a route by its noun, and a sentence quicker than a path.
      operation.tags ??= [asWords(path.split('/')[3] ?? path)]
      operation.summary ??= asWords(operation.operationId ?? '')
      for (const parameter of operation.parameters ?? []) {
        if (parameter.schema.default !== undefined) parameter.required = false
      }
      for (const [status, response] of Object.entries(operation.responses)) {
        response.description = STATUS_CODES[status] ?? response.description
      }
    }
  }
}

/** `createApiKey` and `api-keys` → `Create api key` and `Api keys`. */
function asWords(name: string): string {
  const words = name.replaceAll('-', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function nameComponents(document: Json): Json {
  const schemas: Json = {}
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    const { title, ...rest } = node as Json
    const walked = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, walk(value)]))
    if (typeof title !== 'string' || !isSchema(rest)) return title === undefined ? walked : { title, ...walked }
    const known = schemas[title]
    if (known && JSON.stringify(known) !== JSON.stringify(walked)) throw new Error(`Two contracts are named “${title}”.`)
    schemas[title] = walked
    return { $ref: `#/components/schemas/${title}` }
  }
  const { components, info, ...rest } = document
  const paths = walk(rest) as Json
  return { ...paths, info, components: { ...(components as Json), schemas } }
}

function isSchema(node: Json): boolean {
  return 'type' in node || 'anyOf' in node
}
