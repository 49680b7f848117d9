#!/usr/bin/env node
// The launcher: plain JavaScript for whatever Node the machine has, which hands over to the pinned one.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const needed = 24
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const main = new URL('../server/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // Parsed and type-stripped code is kept between starts.
  module.enableCompileCache?.()
  await import(main.href)
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // What is sent to this process alone is passed on. Ctrl+C in a terminal reaches both: the commands take it for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    // Without our own listener, so that the signal ends this process as it ended the other.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
} else {
  console.error(
    `Rapport needs Node ${needed}, which comes with its packages; this is ${process.version}, and the pinned one is missing.\n` +
      'Run `npm ci` without --ignore-scripts (or `npm rebuild node`), or use Node 24.',
  )
  process.exit(1)
}
