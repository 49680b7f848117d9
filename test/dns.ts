// A name server that says what a test wants, over UDP: as much of RFC 1035 as a question for one address.

import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import ipaddr from 'ipaddr.js'
import { onClose, type Scope } from './scope.ts'

export interface NameServer {
  /** Asks this server only. */
  resolver: Resolver
  /** What was asked, in order: `hooks.example A`. */
  questions: string[]
  /** The addresses of each name, of both families; a list of lists is answered in turn, the last one from then on. */
  names: Record<string, string[] | string[][]>
}

export async function startNameServer(scope: Scope): Promise<NameServer> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onClose(scope, () => socket.close())
  const resolver = new Resolver({ timeout: 1_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  const server: NameServer = { resolver, questions: [], names: {} }
  socket.on('message', (query, from) => socket.send(answer(server, query), from.port, from.address))
  return server
}

const types: Record<number, string> = { 1: 'A', 28: 'AAAA' }

function answer({ questions, names }: NameServer, query: Buffer): Buffer {
  const labels: string[] = []
  let end = 12
  for (; query[end]! > 0; end += query[end]! + 1) labels.push(query.toString('latin1', end + 1, end + 1 + query[end]!))
  const name = labels.join('.').toLowerCase()
  const type = query.readUInt16BE(end + 1)
  const question = query.subarray(12, end + 5)
  const before = questions.filter((asked) => asked === `${name} ${types[type]}`).length
  questions.push(`${name} ${types[type]}`)

  const known = names[name]
  const addresses = (Array.isArray(known?.[0]) ? known[Math.min(before, known.length - 1)] : known ?? []) as string[]
  const records = addresses
    .map((address) => Buffer.from(ipaddr.parse(address).toByteArray()))
    .filter((bytes) => bytes.length === (type === 1 ? 4 : 16))
    .map((bytes) => Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length]), bytes]))
  const header = Buffer.from([query[0]!, query[1]!, 0x81, known ? 0x80 : 0x83, 0, 1, 0, records.length, 0, 0, 0, 0])
  return Buffer.concat([header, question, ...records])
}
