// Room on a disk. PostgreSQL dies of a disk that is really full, since it cannot write its log any more, and does not
// come back before there is room. So we stop a little earlier: what would fill the disk is refused, and all else goes on.

import { readDisk } from '#platform/disk'
import { RapportError } from '#platform/errors'
import type { App } from '#platform/http'
import type { Log } from '#platform/log'

export interface Room {
  /** Throws disk_full when little is left. Costs nothing when it was asked a moment ago. */
  check(): Promise<void>
}

/** Four segments of PostgreSQL's log, which is what it needs to go on and to recover. */
const reserveBytes = 64 * 1024 * 1024

/** In that time the fastest disk takes less than the reserve. */
const sampleMs = 20

/** The room on the disk of this folder, which may be made later. Tells the log when it ends, and when there is some. */
export function createRoom(findFolder: () => Promise<string>, log?: Log): Room {
  let folder: string | undefined
  let sample: Promise<boolean> | undefined
  let sampledAt = -Infinity
  let full = false
  const look = async () => {
    folder ??= await findFolder()
    const { free } = await readDisk(folder)
    const before = full
    full = free < reserveBytes
    if (full && !before) log?.error(`The disk of ${folder} is full: what would need room there is refused. Make some.`)
    if (!full && before) log?.info(`There is room again on the disk of ${folder}.`)
    return full
  }
  return {
    async check() {
      const now = performance.now()
      if (!sample || now - sampledAt > sampleMs) {
        sampledAt = now
        sample = look()
      }
      if (await sample) throw diskFull()
    },
  }
}

/** Refuses to write where there is no room for it; what removes something may, and who signs in. */
export function refuseWithoutRoom(app: App, room: Room) {
  app.addHook('preHandler', async ({ method, routeOptions: { config } }) => {
    const writes = ['POST', 'PUT', 'PATCH'].includes(method) && config.writes !== false
    if (writes && config.access !== 'public') await room.check()
  })
}

/** Whether this is how we, a file system or PostgreSQL say that there is no space left; nothing was stored then. */
export function isDiskFull(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown }
  return ['disk_full', 'ENOSPC', 'EDQUOT', '53100'].includes(String(code))
}

export function diskFull(): RapportError {
  const message = 'The disk of the server is full: nothing was stored. Whoever runs it has to make room; then try again.'
  return new RapportError('full', 'disk_full', message)
}
