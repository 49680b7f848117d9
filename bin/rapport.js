#!/usr/bin/env -S node --max-semi-space-size=2 --heap-growing-percent=60
// The launcher: plain JavaScript for whatever Node the machine has, which hands over to the pinned one.

import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { isPinned, nodeFlags, runPinned } from './pinned-node.js'

if (isPinned) {
  // Parsed and type-stripped code is kept between starts.
  module.enableCompileCache?.()
  await import('../server/main.ts')
} else {
  runPinned(fileURLToPath(import.meta.url), process.argv.slice(2), nodeFlags)
}
