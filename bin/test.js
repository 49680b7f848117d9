#!/usr/bin/env node
// `npm test [-- FILE or FOLDER …]`: sets up what the tests need from the system, and runs them on the pinned Node.

import { fileURLToPath } from 'node:url'
import { runPinned } from './pinned-node.js'
import { setUp } from './setup.js'

setUp()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
runPinned('test/run.ts', process.argv.slice(2))
