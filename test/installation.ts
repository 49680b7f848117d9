// Rapport as a user has it: a data folder of its own, the command line, and the server, all real processes.

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { environment } from './environment.ts'
import { temporaryFolder } from './server.ts'

const program = fileURLToPath(new URL('../bin/rapport.js', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

export interface Installation {
  folder: string
  /** Starts the server on a free port; resolves to its address when it answers. */
  start(): Promise<string>
  stop(): Promise<void>
  /** Runs `rapport …` to its end; with `input` on its standard input, or nothing there. */
  run(args: string[], env?: NodeJS.ProcessEnv, input?: string): Promise<Outcome>
  spawn(args: string[], env?: NodeJS.ProcessEnv, input?: string): ChildProcess
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string | Buffer): Promise<string>
  remove(): Promise<void>
}

export async function createInstallation(): Promise<Installation> {
  const folder = await temporaryFolder('installation')
  const data = join(folder, 'data')
  let server: ChildProcess | undefined

  const spawnRapport: Installation['spawn'] = (args, env, input) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...environment, RAPPORT_DATA: data, PORT: '0', LOG_LEVEL: 'warn', ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    child.stdin?.end(input)
    return child
  }
  const installation: Installation = {
    folder,
    spawn: spawnRapport,
    async start() {
      server = spawnRapport(['start'])
      let said = ''
      for await (const chunk of server.stdout!) {
        const url = /answers at (\S+)/.exec((said += chunk))?.[1]
        if (url) return url
      }
      throw new Error(`The server ended: ${said}${await text(server.stderr!)}`)
    },
    async stop() {
      if (!server || server.exitCode !== null) return
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
    async run(args, env, input) {
      const child = spawnRapport(args, env, input)
      const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')])
      return { code: child.exitCode, stdout, stderr }
    },
    async write(name, content) {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    },
    async remove() {
      await installation.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  return installation
}
