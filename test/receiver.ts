// A receiver of webhooks on this machine: keeps what came, and answers as a test wants.

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { onClose, type Scope } from './scope.ts'

export interface Receiver {
  url: string
  port: number
  messages: Message[]
  /** How many are being answered. */
  open: number
  /** 204 unless it says otherwise. */
  answer: (response: ServerResponse, message: Message) => void
}

export interface Message {
  headers: IncomingHttpHeaders
  body: string
  /** As the library of Standard Webhooks reads it. Throws when the signature is not of this secret, or the time not now. */
  verify(secret: string): { type: string; timestamp: string; data: Record<string, unknown> }
}

export async function startReceiver(scope: Scope, answer?: Receiver['answer']): Promise<Receiver> {
  const receiver: Receiver = { url: '', port: 0, messages: [], open: 0, answer: answer ?? ((response) => response.writeHead(204).end()) }
  const server = createServer(async (request, response) => {
    receiver.open++
    response.on('close', () => receiver.open--)
    const { headers } = request
    const body = await text(request)
    const verify = (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>) as ReturnType<Message['verify']>
    const message = { headers, body, verify }
    receiver.messages.push(message)
    receiver.answer(response, message)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onClose(scope, () => void (server.close(), server.closeAllConnections()))
  receiver.port = (server.address() as AddressInfo).port
  receiver.url = `http://127.0.0.1:${receiver.port}/hook`
  return receiver
}
