// Something between the program and its database that can be cut.

import { once } from 'node:events'
import { createServer, createConnection, type AddressInfo, type Server, type Socket } from 'node:net'
import { connectionOptions } from '#platform/db/connect'
import type { DatabaseAddress } from '#platform/db/database'
import { onClose, type Scope } from './scope.ts'

export interface Proxy {
  /** The database's, through the proxy. */
  address: DatabaseAddress
  /** Breaks all connections, and refuses new ones. */
  cut(): Promise<void>
  /** Takes connections again. `silent`: but never answers. */
  mend(options?: { silent?: boolean }): Promise<void>
}

export async function startProxy(scope: Scope, behind: DatabaseAddress): Promise<Proxy> {
  const { host, port } = connectionOptions(behind.direct_url)
  const target = host!.startsWith('/') ? { path: `${host}/.s.PGSQL.${port ?? 5432}` } : { host: host!, port: port! }
  const sockets = new Set<Socket>()
  let server: Server
  const listen = async (at: number, silent: boolean) => {
    server = createServer((client) => {
      keep(sockets, client)
      if (silent) return
      const upstream = keep(sockets, createConnection(target as { path: string }))
      client.pipe(upstream).pipe(client)
      // A killed program must not go on holding its connections.
      client.on('close', () => upstream.destroy())
      upstream.on('close', () => client.destroy())
    }).listen(at, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const cut = async () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  const own = await listen(0, false)
  onClose(scope, cut)
  const url = new URL(behind.direct_url)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${own}`
  return {
    address: { ...behind, url: url.href, direct_url: url.href },
    cut,
    mend: async ({ silent = false } = {}) => void (await listen(own, silent)),
  }
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  socket.on('error', () => {})
  socket.on('close', () => sockets.delete(socket))
  return socket
}
