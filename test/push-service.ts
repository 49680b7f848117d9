// A browser that has subscribed, and the push service of its maker: takes what is pushed as RFC 8030 says, checks who signed it (RFC 8292), and
// decrypts it as the browser would (RFC 8291).

import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onClose, type Scope } from './scope.ts'

export interface Push {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface PushService {
  url: string
  pushes: Push[]
  /** With which status the next ones are answered, and then with 201; undefined: not at all. */
  answers: (number | undefined)[]
  /** Called with each, before it is answered, and the port from which it came. */
  taken: (port: number) => void | Promise<void>
}

export async function startPushService(scope: Scope): Promise<PushService> {
  const service: PushService = { url: '', pushes: [], answers: [], taken: () => {} }
  const server = createServer(async (request, response) => {
    service.pushes.push({ path: request.url!, headers: request.headers, body: await buffer(request) })
    await service.taken(request.socket.remotePort!)
    const status = service.answers.length > 0 ? service.answers.shift() : 201
    if (status) response.writeHead(status).end()
    else request.socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onClose(scope, () => void (server.close(), server.closeAllConnections()))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return service
}

export function subscribingBrowser(service: PushService, name: string) {
  const keys = createECDH('prime256v1')
  const auth = randomBytes(16)
  const publicKey = keys.generateKeys()
  return {
    subscription: { endpoint: `${service.url}/${name}`, keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') } },
    pushes: () => service.pushes.filter(({ path }) => path === `/${name}`),
    read({ body }: Push) {
      const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)]
      const sender = body.subarray(21, 21 + length)
      const sealed = body.subarray(21 + length)
      const derive = (secret: Buffer, by: Buffer, info: Buffer | string, bytes: number) => Buffer.from(hkdfSync('sha256', secret, by, info, bytes))
      const secret = derive(keys.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]), 32)
      const decipher = createDecipheriv('aes-128-gcm', derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16), derive(secret, salt, 'Content-Encoding: nonce\0', 12))
      decipher.setAuthTag(sealed.subarray(-16))
      const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      // The last record ends with a 2, and what fills it up.
      return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString('utf8'))
    },
  }
}

/** What the signature of a push claims, when it is of this key. */
export function readSignature({ headers }: Push, applicationServerKey: string): { aud: string; exp: number; sub: string } | undefined {
  const [, token = '', key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? []
  const [header, claims, signature] = token.split('.') as [string, string, string]
  const raw = Buffer.from(applicationServerKey, 'base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') } })
  const isSigned = verify('sha256', Buffer.from(`${header}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  return isSigned && key === applicationServerKey ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : undefined
}
