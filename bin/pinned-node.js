// The Node that comes with the packages, for plain JavaScript that runs on whatever Node the machine has.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const needed = 24
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/** Whether this process runs on a Node that will do. */
export const isPinned = Number(process.versions.node.split('.')[0]) >= needed

/**
 * MB for the youngest objects. Left to itself the idle server takes 206 MB, with 4 of these 142, with 2 138, with 1 135;
 * a list of contacts takes as much processor time with 2 as with the 16 of the default. And by how much the old ones may
 * grow before garbage is looked for among them: left to itself an import of 100,000 rows takes 223 MB more, with 60 % 71 MB,
 * for 7 % more processor time.
 */
export const nodeFlags = ['--max-semi-space-size=2', '--heap-growing-percent=60']

/** Runs a file on the pinned Node in the place of this process: its streams, signals and exit code. */
export function runPinned(file, args, flags = []) {
  if (!existsSync(pinned)) {
    console.error(
      `Rapport needs Node ${needed}, which comes with its packages; this is ${process.version}, and the pinned one is missing.\n` +
        'Run `npm ci` without --ignore-scripts (or `npm rebuild node`), or use Node 24.',
    )
    process.exit(1)
  }
  const child = spawn(pinned, [...flags, file, ...args], { stdio: 'inherit' })
  // What is sent to this process alone is passed on. Ctrl+C in a terminal reaches both: the child takes it for one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    // Without our own listener, so that the signal ends this process as it ended the other.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
