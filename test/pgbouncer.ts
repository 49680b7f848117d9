// A real PgBouncer in transaction mode before a database of the test server.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectionOptions } from '#platform/db/connect'
import type { DatabaseAddress } from '#platform/db/database'
import { credentials } from '#platform/db/roles'
import { until } from './factories.ts'
import { freePort, listens } from './ports.ts'
import { onClose, type Scope } from './scope.ts'
import { temporaryFolder } from './server.ts'

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']

/** Where the program is; undefined when it is not installed. */
export const pgbouncer = folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path))

/** The address through a PgBouncer with this many connections to the server; `direct_url` still leads around it. */
export async function startPgBouncer(
  scope: Scope,
  { address, connections }: { address: DatabaseAddress; connections: number },
) {
  const folder = await temporaryFolder('pgbouncer')
  onClose(scope, () => rm(folder, { recursive: true, force: true }))
  const { host, port } = connectionOptions(address.direct_url)
  const { user, password } = credentials(address.secret, 'app')
  const own = await freePort()
  await writeFile(join(folder, 'users.txt'), `"${user}" "${password}"\n`)
  await writeFile(
    join(folder, 'pgbouncer.ini'),
    `
[databases]
* = host=${host} port=${port}
[pgbouncer]
pool_mode = transaction
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users.txt
default_pool_size = ${connections}
max_client_conn = 200
server_fast_close = 1
log_connections = 0
log_disconnections = 0
`,
  )
  // It refuses to be root, and must reach the server's socket: it is run as the user that owns it.
  const { uid, gid } = await stat(host!)
  for (const path of [folder, join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')]) await chown(path, uid, gid)
  const child = spawn(pgbouncer!, ['-q', join(folder, 'pgbouncer.ini')], {
    uid,
    gid,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exited = once(child, 'exit')
  onClose(scope, async () => {
    child.kill('SIGKILL')
    await exited
  })
  await until(async () => listens(own))
  const url = new URL(address.url)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${own}`
  return { ...address, url: url.href }
}
