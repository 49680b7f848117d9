// What the PostgreSQL of a data folder takes of the machine.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * In MB, of all of its processes: what each has for itself alone (`own`), and that with what they share, which is counted once
 * (`all`). What they share, the buffers, is taken as it is first used, up to what is configured.
 */
export async function postgresMemory(folder: string): Promise<{ own: number; all: number }> {
  const [first] = (await readFile(join(folder, 'postgres-18/postmaster.pid'), 'utf8')).split('\n')
  const children = await readFile(`/proc/${first}/task/${first}/children`, 'utf8')
  const found = { own: 0, all: 0 }
  for (const pid of [first!, ...children.trim().split(' ')]) {
    // One that has ended meanwhile takes nothing.
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    found.own += kilobytes(text, 'Pss_Anon') / 1024
    found.all += kilobytes(text, 'Pss') / 1024
  }
  return found
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
}
