#!/usr/bin/env node
// What the tests need from the system, beside the packages: a PgBouncer. Everything else comes with `npm ci`.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Installs it where that can be done; says what is missing where it cannot. Quick when it is there. */
export function setUp() {
  if (isInstalled()) return
  const failure = install()
  if (failure) {
    console.error(`PgBouncer is not installed, and its tests are skipped: ${failure}. Mend it with \`apt-get install pgbouncer\`.`)
  }
}

function isInstalled() {
  // Debian puts it where only root's PATH leads.
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.some((folder) => folder && existsSync(`${folder}/pgbouncer`))
}

function install() {
  if (process.getuid?.() !== 0) return 'only root can install it'
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get here'
  console.error('Installing PgBouncer for the tests…')
  const updated = aptGet('update')
  return updated ?? aptGet('install', '--yes', '--no-install-recommends', 'pgbouncer')
}

function aptGet(...args) {
  // Services are not to be started: the tests run one of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status === 0) return undefined
  return `apt-get ${args[0]} said: ${stderr.trim().split('\n').at(-1)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp()
