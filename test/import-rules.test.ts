// The import rules find what they are there for: violations are planted in a copy of the tree.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { file, onClose } from './scope.ts'
import { temporaryFolder } from './server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = await temporaryFolder('rules')
onClose(file, () => rm(copy, { recursive: true, force: true }))
for (const name of ['server', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
  // Tests may import what they like, and what they need is not copied.
  await cp(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.endsWith('.test.ts') })
}
await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))

const planted: [name: string, file: string, line: string, rule: string][] = [
  [
    'the platform imports a module',
    'server/platform/cache.ts',
    "import '#modules/contacts'",
    'platform-knows-no-module',
  ],
  [
    'the platform imports the composition root',
    'server/platform/log.ts',
    "import '../app.ts'",
    'platform-knows-no-module',
  ],
  [
    'a lower module imports a higher one',
    'server/modules/contacts/policy.ts',
    "import '#modules/timeline'",
    'contacts-imports-lower-modules-only',
  ],
  [
    'the lowest module imports the highest',
    'server/modules/accounts/policy.ts',
    "import '../imports/index.ts'",
    'accounts-imports-lower-modules-only',
  ],
  [
    'a type reaches up as well',
    'server/modules/contacts/names.ts',
    "import type { NewInteraction } from '#modules/timeline'\nexport type T = NewInteraction",
    'contacts-imports-lower-modules-only',
  ],
  [
    'a module reaches past the front door of another',
    'server/modules/timeline/queries.ts',
    "import '../contacts/queries.ts'",
    'modules-by-their-front-door',
  ],
  [
    'a command reaches past a front door',
    'server/commands/migrate.ts',
    "import '../modules/accounts/queries.ts'",
    'front-door-from-outside',
  ],
  ['two files import each other', 'server/platform/errors.ts', "import './problems.ts'", 'no-cycles'],
  ['a file is imported that is not there', 'server/platform/log.ts', "import './logging.ts'", 'resolvable'],
  [
    'a package is imported that nobody declared',
    'server/platform/log.ts',
    "import 'pg-protocol'",
    'declared-dependencies-only',
  ],
]

test('the tree as it is breaks no rule', async () => {
  assert.deepEqual(await broken(), [])
})

test('every violation is found', async (t) => {
  for (const [, path, line] of planted) {
    const place = join(copy, path)
    await writeFile(place, `${line}\n${await readFile(place, 'utf8')}`)
  }
  const found = await broken()
  for (const [name, path, , rule] of planted) {
    await t.test(`${name}: ${rule}`, () => assert.ok(found.includes(`${path} ${rule}`), found.join('\n')))
  }
})

/** The files that dependency-cruiser finds in breach, and of which rule. */
async function broken(): Promise<string[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, 'server', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(error ?? new Error(stderr))
    })
  })
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } }
  // A cycle is reported at any one of its files.
  return summary.violations.flatMap(({ from, rule, cycle = [] }) =>
    [from, ...cycle.map(({ name }) => name)].map((path) => `${path} ${rule.name}`),
  )
}

interface Violation {
  from: string
  rule: { name: string }
  cycle?: { name: string }[]
}
