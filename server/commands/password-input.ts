// A password for a command: from the environment, or from standard input. Never an argument, which every user of the
// machine can read.

import { fstatSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { passwordLength } from '#modules/accounts'
import { invalid } from '#platform/errors'

/** Undefined when none was given: the person then chooses it with a link. Throws invalid for one that is too short. */
export async function readPassword(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const given = env.RAPPORT_SETUP_PASSWORD ?? (process.stdin.isTTY ? await ask() : await readInput())
  const password = given?.replace(/\r?\n$/, '')
  if (!password) return undefined
  const { min, max } = passwordLength
  if (password.length < min || password.length > max) throw invalid(`A password has ${min} to ${max} characters.`)
  return password
}

/** How long a program that passes one on may take to begin. A pipe may also be one that nobody will ever write to. */
const patienceMs = 5_000

async function readInput(): Promise<string | undefined> {
  if (!mayHoldText()) return undefined
  const waiting = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => {
    console.error('No password came on standard input within 5 s: going on without.')
    waiting.resolve(undefined)
  }, patienceMs)
  process.stdin.once('readable', () => clearTimeout(timer))
  try {
    return await Promise.race([text(process.stdin), waiting.promise])
  } finally {
    clearTimeout(timer)
    process.stdin.destroy()
  }
}

/** A pipe, a socket or a file; /dev/null is none, and what is closed is nothing. */
function mayHoldText(): boolean {
  try {
    const stats = fstatSync(0)
    return stats.isFIFO() || stats.isSocket() || stats.isFile()
  } catch {
    return false
  }
}

async function ask(): Promise<string> {
  // What is typed is not shown: readline echoes into nothing.
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nothing, terminal: true })
  process.stdout.write('Password (leave it empty to get a link for choosing it): ')
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stdout.write('\n')
  }
}
