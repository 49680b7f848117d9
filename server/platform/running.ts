// Where the server of a data folder answers: written down for the command line, which may be run with other settings.

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export async function noteRunning(dataFolder: string, url: string) {
  await writeFile(fileIn(dataFolder), `${url}\n`, { mode: 0o600 })
}

export async function forgetRunning(dataFolder: string) {
  await rm(fileIn(dataFolder), { force: true })
}

/** The address that the last server of this folder wrote down; it may be gone. */
export async function findRunning(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(fileIn(dataFolder), 'utf8')).trim() || undefined
  } catch {
    return undefined
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'server.url')
}
