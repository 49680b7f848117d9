// Whether answers are what the OpenAPI document says.

import assert from 'node:assert/strict'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { App } from '#platform/http'
import type { Answer } from './app.ts'

export interface Route {
  method: string
  /** As in the document: `/api/v1/contacts/{id}`. */
  path: string
  operation: Operation
}

export interface Operation {
  operationId: string
  tags?: string[]
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema?: object }> }>
}

export interface DocumentCheck {
  document: Document
  routes: Route[]
  /** Throws when the answer to a documented route is not as documented. */
  check(method: string, url: string, answer: Answer): void
}

export interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

export function createDocumentCheck(app: App): DocumentCheck {
  const document = app.swagger() as unknown as Document
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const validate = compiler(document)
  return {
    document,
    routes,
    check(method, url, { status, headers, json, text }) {
      const path = url.split('?')[0]!
      const candidates = routes.filter((route) => route.method === method && matches(route.path, path))
      const route = candidates.find((route) => route.path === path) ?? candidates[0]
      if (!route) return
      const where = `${method} ${path} → ${status}`
      const { responses } = route.operation
      const code = responses[status] ? String(status) : `${String(status)[0]}XX`
      const response = responses[code]
      assert.ok(response, `${where} is not in the OpenAPI document`)
      if ([204, 302, 304].includes(status)) return
      const type = String(headers['content-type']).split(';')[0]!
      assert.ok(
        response.content?.[type],
        `${where} is ${type}, and the OpenAPI document has ${Object.keys(response.content ?? {})}`,
      )
      const valid = validate(['paths', route.path, method.toLowerCase(), 'responses', code, 'content', type, 'schema'])
      assert.ok(
        valid(type.endsWith('json') ? json : text),
        `${where} is not as documented: ${JSON.stringify(valid.errors)} in ${JSON.stringify(json)}`,
      )
    },
  }
}

function matches(template: string, path: string): boolean {
  const parts = template.split('/')
  const given = path.replace(/\/$/, '').split('/')
  return parts.length === given.length && parts.every((part, index) => part.startsWith('{') || part === given[index])
}

function compiler(document: Document): (pointer: string[]) => ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(closed(document) as object, 'document')
  const compiled = new Map<string, ValidateFunction>()
  return (pointer) => {
    const parts = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    const reference = `document#/${parts.join('/')}`
    let validate = compiled.get(reference)
    if (!validate) compiled.set(reference, (validate = ajv.compile({ $ref: reference })))
    return validate
  }
}

// An answer with more than is documented is wrong too, so every object of the document is closed.
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed)
  if (node === null || typeof node !== 'object') return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  const isOpen = copy.type === 'object' && copy.properties && copy.additionalProperties === undefined
  return isOpen ? { ...copy, additionalProperties: false } : copy
}
