// The processes of a run. Whatever happens to the run, none of them outlives it.

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Process {
  pid: number
  child: ChildProcess
  /** Asks it to end, and returns when it has. */
  stop(): Promise<void>
}

const running = new Set<Process>()

/**
 * Starts a process in a group of its own: Ctrl+C in the terminal reaches the run alone, which then ends the others
 * with one signal each (a second one would cut a server's shutdown short, and leave its database behind).
 */
export function startProcess(command: string, args: string[], options: SpawnOptions = {}): Process {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'], ...options })
  const gone = once(child, 'exit').catch(() => [])
  const started: Process = {
    pid: child.pid!,
    child,
    async stop() {
      // One that is stopped would take no notice of the first.
      if (child.exitCode === null && child.signalCode === null) for (const signal of ['SIGTERM', 'SIGCONT'] as const) child.kill(signal)
      await gone
      running.delete(started)
    },
  }
  running.add(started)
  void gone.then(() => running.delete(started))
  return started
}

/** Runs a program of ours, in programs/: JSON in on standard input, JSON out on standard output. */
export async function runProgram<Answer>(name: string, input: unknown): Promise<Answer> {
  const { child } = launch(name, input)
  const chunks: Buffer[] = []
  child.stdout!.on('data', (chunk: Buffer) => chunks.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${name} ended with ${code}.`)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer
}

/** Starts one that serves, and waits until it says so with a line on its standard output. */
export async function startProgram(name: string, input: unknown): Promise<Process> {
  const started = launch(name, input)
  const ready = once(started.child.stdout!, 'data')
  const gone = once(started.child, 'exit').then(() => Promise.reject(new Error(`${name} ended before it was ready.`)))
  gone.catch(() => {})
  await Promise.race([ready, gone])
  return started
}

/** Ends all that still run, the last one first. */
export async function stopAll() {
  for (const started of [...running].toReversed()) await started.stop()
}

function launch(name: string, input: unknown): Process {
  const file = fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))
  const started = startProcess(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] })
  started.child.stdin!.end(JSON.stringify(input))
  return started
}
