#!/usr/bin/env node
// `npm test [-- FILE or FOLDER …]`: plain JavaScript for whatever Node the machine has, which hands over to the pinned one.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
if (!existsSync(pinned)) {
  console.error('The tests run on the Node that comes with the packages: run `npm ci` first, without --ignore-scripts.')
  process.exit(1)
}

setUp()
const run = fileURLToPath(new URL('../test/run.ts', import.meta.url))
const child = spawn(pinned, [run, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root })
// Ctrl+C reaches both by the terminal; what is sent to this process alone is passed on.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
