// A bucket that speaks as much of S3's protocol as we use, and can fail. No server of S3 that is kept up comes as an
// npm package, so this is a double: it checks that requests are signed, but not the signature.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onClose, type Scope } from './scope.ts'

export interface TestBucket {
  /** For STORAGE_URL. */
  url: string
  objects: Map<string, { bytes: Buffer; changed_at: Date }>
  /** Uploads in parts that were begun and neither completed nor aborted. */
  open: Map<string, Map<number, Buffer>>
  /** What was asked: `PUT`, `GET bytes=5-`, `POST uploads`. */
  requests: string[]
  /** What to answer instead of what was asked: a status, or `cut` in the middle of a body. */
  fail?: (request: string, key: string) => Failure | Promise<Failure>
}

type Failure = number | 'cut' | undefined

export async function startBucket(scope: Scope): Promise<TestBucket> {
  const bucket: TestBucket = { url: '', objects: new Map(), open: new Map(), requests: [] }
  const server = createServer((request, response) => {
    answer(bucket, request, response).catch((error) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onClose(scope, () => void (server.close(), server.closeAllConnections()))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  bucket.url = `s3://files/some/prefix?region=eu-central-1&endpoint=${endpoint}`
  return bucket
}

const pageSize = 3

async function answer(bucket: TestBucket, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams: query } = new URL(request.url!, 'http://localhost')
  const [, name, ...rest] = decodeURIComponent(pathname).split('/')
  const key = rest.join('/')
  const verb = [request.method, request.headers.range, query.has('uploads') && 'uploads', query.get('partNumber')]
  const asked = verb.filter(Boolean).join(' ')
  bucket.requests.push(asked)
  const say = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
    void response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body)
  const problem = (status: number, code: string) =>
    say(status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, { 'content-type': 'application/xml' })

  const signed = /^AWS4-HMAC-SHA256 Credential=\S+eu-central-1\/s3/.test(request.headers.authorization ?? '')
  if (!signed || name !== 'files') return problem(403, 'AccessDenied')
  const body = await buffer(request)
  const failure = await bucket.fail?.(asked, key)
  if (typeof failure === 'number') return problem(failure, 'PlannedFailure')

  const upload = query.get('uploadId') ?? ''
  switch (request.method) {
    case 'GET':
      return query.has('list-type') ? say(200, listing(bucket, query)) : send(key, failure === 'cut')
    case 'PUT':
      if (!upload) return store(bucket, key, body), say(200, '', { etag: etagOf(body) })
      bucket.open.get(upload)!.set(Number(query.get('partNumber')), body)
      return say(200, '', { etag: etagOf(body) })
    case 'POST': {
      if (query.has('uploads')) {
        const id = `upload-${bucket.requests.length}`
        bucket.open.set(id, new Map())
        return say(200, `<R><UploadId>${id}</UploadId></R>`)
      }
      const parts = [...bucket.open.get(upload)!].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes)
      if (parts.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024)) return problem(400, 'EntityTooSmall')
      bucket.open.delete(upload)
      store(bucket, key, Buffer.concat(parts))
      return say(200, '<R></R>')
    }
    case 'DELETE':
      return bucket.open.delete(upload), upload || bucket.objects.delete(key), say(204)
    default:
      return problem(405, 'MethodNotAllowed')
  }

  function send(wanted: string, cut: boolean) {
    const bytes = bucket.objects.get(wanted)?.bytes
    if (!bytes) return problem(404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from ?? 0)
    if (start > 0 && start >= bytes.length) return problem(416, 'InvalidRange')
    const part = bytes.subarray(start, to ? Number(to) + 1 : undefined)
    response.writeHead(from ? 206 : 200, { 'content-length': String(part.length) })
    if (!cut) return void response.end(part)
    response.write(part.subarray(0, 1_000), () => request.socket.destroy())
  }
}

function store(bucket: TestBucket, key: string, bytes: Buffer) {
  bucket.objects.set(key, { bytes, changed_at: new Date() })
}

function listing({ objects }: TestBucket, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter')
  const below = (key: string) => key.startsWith(prefix) && !(delimiter && key.slice(prefix.length).includes(delimiter))
  const keys = [...objects.keys()].filter(below).toSorted()
  const after = query.get('continuation-token')
  const rest = after ? keys.filter((key) => key > after) : keys
  const page = rest.slice(0, pageSize)
  const items = page.map((key) => {
    const { bytes, changed_at } = objects.get(key)!
    const time = `<LastModified>${changed_at.toISOString()}</LastModified>`
    return `<Contents><Key>${key}</Key>${time}<Size>${bytes.length}</Size></Contents>`
  })
  const more = rest.length > pageSize
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListBucketResult>`
}

function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}
