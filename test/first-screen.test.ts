// How much code a browser needs before it can show people: what is asked for later is not in it.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const assets = new URL('../web/dist/assets/', import.meta.url)
const budget = 180 * 1024

test('the first screen of people needs at most 180 KB of code', async () => {
  const files = await readdir(assets)
  const page = await readFile(new URL('../index.html', assets), 'utf8')
  const entry = /assets\/(index-[\w-]+\.js)/.exec(page)![1]!
  const people = files.find((name) => /^people-[\w-]{8}\.js$/.test(name))!
  const needed = new Map<string, number>()
  for (const name of [entry, people]) await collect(name, needed)
  const total = [...needed.values()].reduce((sum, size) => sum + size, 0)
  assert.ok(needed.size > 2 && total <= budget, `${Math.round(total / 1024)} KB: ${JSON.stringify([...needed].toSorted(([, a], [, b]) => b - a))}`)
})

/** The file, and what it imports from the beginning, by its packed size. */
async function collect(name: string, needed: Map<string, number>) {
  if (needed.has(name)) return
  const code = await readFile(new URL(name, assets), 'utf8')
  needed.set(name, gzipSync(code).length)
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) await collect(imported!, needed)
}
