// `npm run api`: writes the web client's types from the OpenAPI document of the program; `--check` only says whether
// they are stale.

import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import openapiTypescript, { astToString } from 'openapi-typescript'

const target = new URL('../web/src/api/schema.d.ts', import.meta.url)
const rapport = new URL('./rapport.js', import.meta.url)

const { stdout } = await promisify(execFile)(process.execPath, [rapport.pathname, 'openapi'], { maxBuffer: 64 * 1024 * 1024 })
const document = JSON.parse(stdout)
// The client knows where the API is; its calls read better without.
document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path.replace(/^\/api\/v1/, ''), item]))
const types = astToString(await openapiTypescript(document, { alphabetize: true }))
const written = `// Written by \`npm run api\` from the OpenAPI document: not by hand.\n\n${types}`

if (!process.argv.includes('--check')) await writeFile(target, written)
else if ((await readFile(target, 'utf8').catch(() => '')) !== written) {
  console.error('web/src/api/schema.d.ts is stale: run `npm run api`.')
  process.exitCode = 1
}
