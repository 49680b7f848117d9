#!/usr/bin/env node
// What the tests need from the system, beside the packages: a PgBouncer, a Redis, a Chromium with windows and one without,
// and a clock that can be set. Everything else comes with `npm ci`.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const programs = [
  { name: 'PgBouncer', program: 'pgbouncer', package: 'pgbouncer' },
  { name: 'Redis', program: 'redis-server', package: 'redis-server' },
  { name: 'Chromium', program: 'chromium', package: 'chromium' },
  { name: 'Chromium without windows', program: 'chromium-headless-shell', package: 'chromium-headless-shell' },
  { name: 'faketime', program: 'faketime', package: 'faketime' },
]

/** Installs them where that can be done; says what is missing where it cannot. Quick when they are there. */
export function setUp() {
  const missing = programs.filter(({ program }) => !isInstalled(program))
  if (missing.length === 0) return
  const names = new Intl.ListFormat('en').format(missing.map(({ name }) => name))
  const packages = missing.map((each) => each.package)
  const failure = install(names, packages)
  if (failure) {
    const mend = `apt-get install ${packages.join(' ')}`
    console.error(`${names}: not installed, so tests with it are skipped: ${failure}. Mend it with \`${mend}\`.`)
  }
}

function isInstalled(program) {
  // Debian puts some where only root's PATH leads.
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.some((folder) => folder && existsSync(`${folder}/${program}`))
}

function install(names, packages) {
  if (process.getuid?.() !== 0) return 'only root can install it'
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get here'
  console.error(`Installing ${names} for the tests…`)
  const updated = aptGet('update')
  return updated ?? aptGet('install', '--yes', '--no-install-recommends', ...packages)
}

function aptGet(...args) {
  // Services are not to be started: the tests run one of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status === 0) return undefined
  return `apt-get ${args[0]} said: ${stderr.trim().split('\n').at(-1)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp()
