// How long a connection may keep us waiting, how much it may send, and what it is told when it is no HTTP.

import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { FastifyHttpOptions, RawServerDefault } from 'fastify'

/** A JSON body of 1 MiB is some thousands of fields; files are streamed by routes of their own. */
export const bodyLimit = 1024 * 1024

/** Node's 408 for headers that do not come is as late as the next check. */
const checkMs = 5_000

/**
 * A thousand connections that say nothing cost little and are gone within seconds: a request's headers must be whole
 * within 20 s, and a connection on which no byte moves for 2 min is closed. There is no limit for a whole request, so
 * an upload may take hours; an answer that waits (events) does so for 30 s.
 */
export const connectionOptions = {
  bodyLimit,
  http: { headersTimeout: 20_000, connectionsCheckingInterval: checkMs, maxHeaderSize: 16 * 1024 },
  requestTimeout: 0,
  connectionTimeout: 120_000,
  // Longer than a load balancer's, which would otherwise use a connection that we are just closing.
  keepAliveTimeout: 72_000,
  forceCloseConnections: 'idle',
  clientErrorHandler(error, socket) {
    if (socket.destroyed || error.code === 'ECONNRESET') return void socket.destroy()
    const [status, code, detail] = explain(error.code)
    const problem = { type: `urn:rapport:error:${code}`, title: STATUS_CODES[status], status, detail, code }
    const body = JSON.stringify(problem)
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\n` +
        `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      // Whoever does not read it must not keep the socket.
      () => socket.destroy(),
    )
  },
} satisfies FastifyHttpOptions<RawServerDefault>

/**
 * A request that was answered before its body had come, a large file for which there is no room, would hold its
 * connection, and a server that wants to stop. The rest is read and thrown away, for as long as nobody minds.
 */
export function leave(request: IncomingMessage) {
  if (request.complete || request.destroyed) return
  request.unpipe()
  request.resume()
  const timer = setTimeout(() => request.destroy(), leaveMs)
  request.once('close', () => clearTimeout(timer))
}

const leaveMs = 10_000

function explain(code: string | undefined): [status: number, code: string, detail: string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'headers_too_large', 'The headers are larger than 16 KiB.']
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'too_slow', 'The request did not come in time: send it again.']
  return [400, 'invalid', 'This is no HTTP/1.1 request.']
}
