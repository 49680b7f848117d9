// Where the server listens: a Unix socket beside the cluster, or loopback where the path is too long for a socket.
import { once } from 'node:events'
import { chown, mkdir, readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ignoreMissing } from './files.ts'
import type { Place } from './place.ts'

const SOCKET_PORT = 5432

export interface PidFile {
  pid: number
  /** 0 while the server has not written it yet. */
  port: number
}

/** `postmaster.pid` as far as it is written; undefined when there is none. It may be stale. */
export async function readPidFile(place: Place): Promise<PidFile | undefined> {
  const content = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(ignoreMissing)
  // Lines (src/include/utils/pidfile.h): pid, data folder, start time, port, socket folder, address, …
  const lines = content?.split('\n') ?? []
  return lines[0] ? { pid: Number(lines[0]), port: Number(lines[3] ?? 0) } : undefined
}

/** The URL of a database of the running server, for `pg`: https://node-postgres.com/features/connecting */
export async function serverUrl(place: Place, database: string): Promise<string> {
  const password = (await readFile(place.passwordFile, 'utf8')).trim()
  const socket = hasSocket(place)
  const port = socket ? SOCKET_PORT : (await readPidFile(place))?.port
  const url = new URL(`postgres://localhost:${port}/${database}`)
  url.username = 'postgres'
  url.password = password
  // Said, not assumed: else PGSSLMODE in the environment decides.
  url.searchParams.set('sslmode', 'disable')
  if (socket) url.searchParams.set('host', place.socketFolder)
  else url.hostname = '127.0.0.1'
  return url.href
}

/** Makes the socket's folder, or picks a free port, anew at each start. */
export async function listenSettings(place: Place): Promise<Record<string, string | number>> {
  if (!hasSocket(place)) {
    return { listen_addresses: '127.0.0.1', port: await findFreePort(), unix_socket_directories: '' }
  }
  await mkdir(place.socketFolder, { recursive: true, mode: 0o700 })
  if (place.owner) await chown(place.socketFolder, place.owner.uid, place.owner.gid)
  // A list, of names in double quotes.
  const folder = `"${place.socketFolder}"`
  return { listen_addresses: '', port: SOCKET_PORT, unix_socket_directories: folder, unix_socket_permissions: '0700' }
}

/** The lock file beside the socket, if there is one. */
export function socketLockFile(place: Place): string {
  return `${socketPath(place)}.lock`
}

// 108 bytes on Linux, 104 on macOS, with the NUL at the end.
function hasSocket(place: Place) {
  return Buffer.byteLength(socketPath(place)) < 104
}

function socketPath(place: Place) {
  return join(place.socketFolder, `.s.PGSQL.${SOCKET_PORT}`)
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
