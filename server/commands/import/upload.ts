// A form with one file, sent as it is read: memory does not grow with the file.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { ImportOptions } from '#modules/imports'
import type { Operation } from '#platform/operations'
import { ApiError, causeOf, describeProblem, type Api } from './api.ts'

export interface Upload {
  filename: string
  options: ImportOptions
  chunks: AsyncIterable<Buffer>
  onProgress(bytes: number): void
}

/** Sends it to `POST /imports`. Not fetch: that loses the answer of a server that refuses before it has read all. */
export async function sendUpload(api: Api, { filename, options, chunks, onProgress }: Upload): Promise<Operation> {
  const boundary = `rapport-${randomUUID()}`
  const url = new URL(`${api.url}/api/v1/imports`)
  const type = `multipart/form-data; boundary=${boundary}`
  const headers = { authorization: `Bearer ${await api.key()}`, 'content-type': type }
  const { request: open } = url.protocol === 'https:' ? https : http
  const request = open(url, { method: 'POST', headers, signal: api.signal })
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>
  answered.catch(() => {})
  const sent = pipeline(Readable.from(form(boundary, { filename, options, chunks, onProgress })), request)
  try {
    const [response] = await Promise.race([answered, sent.then(() => answered)])
    const body = await text(response)
    if (response.statusCode === 202) return JSON.parse(body) as Operation
    throw new ApiError(describeProblem(body, response.statusCode!), response.statusCode)
  } catch (error) {
    api.signal.throwIfAborted()
    if (error instanceof ApiError || !isConnection(error)) throw error
    throw new ApiError(`The connection to ${api.url} broke (${causeOf(error)}): nothing was imported, try again.`)
  } finally {
    sent.catch(() => {})
    request.destroy()
  }
}

async function* form(boundary: string, { filename, options, chunks, onProgress }: Upload): AsyncGenerator<Buffer> {
  const part = (name: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`
  yield Buffer.from(`${part('options')}\r\n\r\n${JSON.stringify(options)}\r\n`)
  const type = 'content-type: application/octet-stream'
  yield Buffer.from(`${part('file')}; filename="${escapeName(filename)}"\r\n${type}\r\n\r\n`)
  let bytes = 0
  for await (const chunk of chunks) {
    yield chunk
    onProgress((bytes += chunk.length))
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function escapeName(filename: string): string {
  return filename.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
}

function isConnection(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException
  return /^(E(CONN|PIPE|NOTFOUND|AI_AGAIN|TIMEDOUT|PROTO)|ERR_STREAM|HPE_)/.test(code)
}
