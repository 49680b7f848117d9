#!/usr/bin/env node
// `npm run build`, and a part of `npm ci`: makes the web client's files, each that can be packed also in a packed form.

import { existsSync } from 'node:fs'
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { isPinned, runPinned } from './pinned-node.js'

const client = new URL('../web/', import.meta.url)

if (!isPinned) runPinned(fileURLToPath(import.meta.url), process.argv.slice(2))
else await build()

async function build() {
  // An installation without development packages has none; it brings its files along.
  const vite = await import('vite').catch(() => undefined)
  if (!vite) {
    if (!existsSync(new URL('dist/index.html', client))) console.error('The web client was not built: its packages are left out (--omit=dev).')
    return
  }
  // Beside the one that a server may be answering with, which is replaced when all is there.
  const [dist, next] = ['dist', 'dist.next'].map((name) => fileURLToPath(new URL(name, client)))
  await vite.build({ configFile: fileURLToPath(new URL('vite.config.ts', client)), logLevel: 'warn', build: { outDir: next } })
  for await (const file of glob(`${next}/**/*.{js,css,svg}`)) await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)))
  await rm(dist, { recursive: true, force: true })
  await rename(next, dist)
}
