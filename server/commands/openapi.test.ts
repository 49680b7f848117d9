import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createInstallation } from '#test/installation'

interface ApiOperation {
  operationId?: string
  parameters?: { name: string; in: string }[]
  responses: Record<string, { content?: object }>
}

test('rapport openapi prints the whole document without a database', async (t) => {
  const rapport = await createInstallation()
  t.after(() => rapport.remove())
  const { code, stdout, stderr } = await rapport.run(['openapi'])
  assert.equal(code, 0)
  assert.equal(stderr, '')

  const document = JSON.parse(stdout)
  assert.equal(document.openapi, '3.1.0')
  for (const [, ref] of stdout.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
    assert.ok(ref!.split('/').reduce((node, name) => node?.[name], document), `#/${ref} leads nowhere`)
  }
  const ids: (string | undefined)[] = []
  for (const [path, methods] of Object.entries<Record<string, ApiOperation>>(document.paths)) {
    for (const [method, { operationId, parameters = [], responses }] of Object.entries(methods)) {
      ids.push(operationId)
      const given = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      assert.deepEqual(given, Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name), `${method} ${path}`)
      const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
      assert.deepEqual([responses['4XX']?.content, responses['5XX']?.content], [problem, problem], `${method} ${path}`)
    }
  }
  assert.ok(ids.every(Boolean))
  assert.equal(new Set(ids).size, ids.length)
})
