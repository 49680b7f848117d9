// A clock that a test can set, for processes that it starts: Debian's libfaketime. Time that is only measured goes on.

import { globSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onClose, type Scope } from './scope.ts'

const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')
const [singleThreaded] = globSync('/usr/lib/*/faketime/libfaketime.so.1')

/**
 * Milliseconds between two looks at the file. With each question for the time (FAKETIME_NO_CACHE) PostgreSQL breaks within
 * seconds: its handlers ask as well, and reading a file in the middle of `malloc` is what no process survives.
 */
const readEvery = 1_000

/** For the options of a test that needs one. */
export const skipWithoutClock = library ? false : 'faketime is not installed: `node bin/setup.js`'

export interface Clock {
  /** The environment of processes that are to go by it. */
  env: Record<string, string>
  /** That of a PostgreSQL. It asks for the time in its signal handlers too, where the other's lock would stop it. */
  postgres_env: Record<string, string>
  /** For all of them, running ones too: `+2h`, `-3d`, from the true time on. Resolves when they go by it. */
  set(offset: string): Promise<void>
}

export async function createClock(scope: Scope): Promise<Clock> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-test-clock-'))
  onClose(scope, () => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o711)
  const file = join(folder, 'offset')
  const set = async (offset: string) => {
    // Who reads half of it gives up.
    await writeFile(`${file}.new`, offset)
    await rename(`${file}.new`, file)
    // It counts in whole seconds, and looks when more than one has gone by.
    await sleep(2 * readEvery + 100)
  }
  await set('+0')
  const rules = {
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: String(readEvery / 1_000),
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  return { env: { ...rules, LD_PRELOAD: library! }, postgres_env: { ...rules, LD_PRELOAD: singleThreaded! }, set }
}
