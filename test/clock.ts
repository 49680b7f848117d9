// A clock that a test can set, for processes that it starts: Debian's libfaketime. Time that is only measured goes on.

import { globSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onClose, type Scope } from './scope.ts'

const library = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')[0]

/** For the options of a test that needs one. */
export const skipWithoutClock = library ? false : 'faketime is not installed: `node bin/setup.js`'

export interface Clock {
  /** The environment of processes that are to go by it. */
  env: Record<string, string>
  /** At once, for all of them, running ones too: `+2h`, `-3d`, from the true time on. */
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
  }
  await set('+0')
  return {
    env: {
      LD_PRELOAD: library!,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    set,
  }
}
