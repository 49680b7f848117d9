// A baseline, run by sockets.ts: ws alone. What is posted is sent to every socket, one after the other.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { WebSocketServer } from 'ws'
import { readInput } from './input.ts'

const { port } = readInput<{ port: number }>()
const server = createServer(async (request, response) => {
  const message = await text(request)
  for (const client of sockets.clients) client.send(message)
  response.end()
})
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => socket.send('welcome'))
await once(server.listen(port, '127.0.0.1'), 'listening')
process.on('SIGTERM', () => process.exit(0))
console.log('ready')
