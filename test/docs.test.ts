// What the documents name is there.

import assert from 'node:assert/strict'
import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

test('every test that SECURITY.md names exists', async () => {
  const named = [...(await readFile(join(root, 'SECURITY.md'), 'utf8')).matchAll(/`([^`]+\.test\.ts)`/g)].map(([, path]) => path!)
  assert.ok(named.length > 30)
  assert.deepEqual(named.filter((path) => globSync(path, { cwd: root }).length === 0), [])
})

test('every link of one document to another leads somewhere, and every picture is there', async () => {
  const documents = globSync(['*.md', '{docs,bench}/**/*.md'], { cwd: root })
  assert.ok(documents.length > 15)
  for (const document of documents) {
    const text = await readFile(join(root, document), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g), ...text.matchAll(/\bsrc(?:set)?="([^":]+)"/g)].map(([, link]) => link!)
    assert.deepEqual(links.filter((link) => !existsSync(join(root, dirname(document), link))), [], document)
  }
})
