// Runs one of PostgreSQL's programs, or of the system's, to its end.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export interface Outcome {
  ok: boolean
  output: string
}

/**
 * What it printed on both streams, and whether it exited with 0. Rejects when it cannot be executed.
 * Detached into a session of its own, so that Ctrl+C in our terminal reaches us alone; with a bare environment, since
 * LANG, PGDATA and the like would change what it does, and our secrets are none of its business.
 */
export async function run(command: string, args: string[], as?: { uid: number, gid: number }): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as && { uid: as.uid, gid: as.gid }),
  })
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { ok: code === 0, output: (await output).join('').trim() }
}
