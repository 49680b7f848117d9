import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { testApp } from './app.ts'
import { file } from './scope.ts'

const app = await testApp(file)
const { document, routes } = app.document

test('the document is OpenAPI 3.1, and served to anybody', async () => {
  const { status, json } = await app.call({ url: '/api/v1/openapi.json' })
  assert.equal(status, 200)
  assert.match(json.openapi, /^3\.1\.\d$/)
  assert.ok(json.info.title && json.info.version && json.servers[0].url)
  assert.deepEqual(json, JSON.parse(JSON.stringify(document)))
})

test('every route of the API is in it', () => {
  const served = servedRoutes(app.http.printRoutes({ commonPrefix: false }))
  const undocumented = ['GET /api/v1/openapi.json', 'GET /docs', 'GET /docs/{file}', 'GET /healthz', 'GET /metrics', 'GET /readyz']
  const documented = routes.map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(served.toSorted(), [...documented, ...undocumented].toSorted())
})

test('every operation is in the list of README.md, and what that names is one', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const named = readme.split('\n').filter((line) => /^\| `(?:GET|POST|PUT|PATCH|DELETE)[ ,]/.test(line)).flatMap((row) => namedOperations(row.split(' | ')[0]!))
  const elsewhere = ['GET /openapi.json', 'GET /docs', 'GET /healthz', 'GET /readyz', 'GET /metrics']
  const operations = routes.map(({ method, path }) => `${method} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`)
  assert.deepEqual(named.toSorted(), [...operations, ...elsewhere].toSorted())
})

test('every route has a name of its own, a success, and problems', () => {
  const names = routes.map(({ operation }) => operation.operationId)
  assert.equal(new Set(names).size, routes.length)
  for (const { operation } of routes) {
    assert.match(operation.operationId, /^(get|list|create|change|remove|revoke|resend|accept|pause|restore|resume|cancel|run|send|undo)[A-Z]\w+$/)
    assert.ok(operation.tags?.length === 1 && /^[A-Z][a-z ]+$/.test(operation.summary!), operation.operationId)
    const codes = Object.keys(operation.responses)
    assert.equal(codes.filter((code) => /^(20[0-9]|302)$/.test(code)).length, 1, operation.operationId)
    for (const code of ['4XX', '5XX']) {
      const { content } = operation.responses[code]!
      assert.deepEqual(Object.keys(content!), ['application/problem+json'], operation.operationId)
    }
  }
})

test('every list takes limit and cursor, and answers data and next_cursor', () => {
  for (const { operation } of routes.filter(({ operation }) => operation.operationId.startsWith('list'))) {
    const parameters = new Map(operation.parameters!.map((parameter) => [parameter.name, parameter]))
    assert.deepEqual(parameters.get('limit')!.schema, { type: 'integer', minimum: 1, maximum: 100, default: 50 })
    assert.ok(parameters.has('cursor') || operation.operationId === 'listEvents')
    const page = resolve(operation.responses['200']!.content!['application/json']!.schema as { $ref: string })
    assert.ok('data' in page.properties && 'next_cursor' in page.properties, operation.operationId)
  }
})

test('every reference in it resolves, and nothing in it is said twice under one name', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!)
  assert.ok(references.length > 10)
  for (const reference of references) assert.ok(resolve({ $ref: reference }), reference)
})

function resolve({ $ref }: { $ref: string }): { properties: object } {
  const parts = $ref.replace('#/', '').split('/')
  return parts.reduce((node, part) => (node as Record<string, object>)[part]!, document as object) as {
    properties: object
  }
}

/** `GET, POST /tags`, `PUT /tags/:id/{a,b}`, `POST …/undo`: behind what the one before names; without methods, with those of the one before. */
function namedOperations(cell: string): string[] {
  let [methods, path] = [[] as string[], '']
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, said]) => {
    const [, given, rest] = /^(?:([A-Z, ]+) )?(.+)$/.exec(said!)!
    methods = given?.split(', ') ?? methods
    path = rest!.replace('…', path)
    const [, before, ends, behind] = /^([^{]*)(?:\{(.+)\})?(.*)$/.exec(path)!
    return methods.flatMap((method) => (ends?.split(',') ?? ['']).map((end) => `${method} ${before}${end}${behind}`))
  })
}

/** From the tree that Fastify prints: `│   └── /:id (GET, HEAD, PATCH)`. */
function servedRoutes(tree: string): string[] {
  const parents: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent, path, methods] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    if (indent === undefined) return []
    parents.length = indent.length / 4
    parents.push(path!.replace(/:(\w+)/g, '{$1}'))
    return (methods?.split(', ') ?? [])
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${parents.join('')}`)
  })
}
