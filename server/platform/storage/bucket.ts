// Files in a bucket of S3, or of what speaks its protocol. flydrive, looked at first, reads no ranges and cannot send a
// stream whose length is unknown; so this is the SDK, loaded with the first file: it takes half a second and 35 MB.

import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Storage } from '#platform/storage'

/** `s3://bucket/prefix?region=…&endpoint=…`; the credentials are found as every AWS program finds them. */
export function createBucketStorage(url: string): Storage {
  const { hostname: Bucket, pathname, searchParams } = new URL(url)
  const root = pathname.slice(1).replace(/\/*$/, '')
  const keyOf = (key: string) => (root === '' ? key : `${root}/${key}`)
  const rootLength = keyOf('').length
  let opening: Promise<Bucket> | undefined
  const open = () => (opening ??= openBucket(searchParams))

  /** Reads on where a connection breaks: whoever reads slowly keeps one open for hours. */
  async function* readFrom(key: string, start: number, end: number | undefined) {
    const { s3, sdk } = await open()
    for (let at = start, failures = 0; at !== end; ) {
      try {
        const input = { Bucket, Key: keyOf(key), Range: rangeOf(at, end) }
        const { Body } = await s3.send(new sdk.GetObjectCommand(input))
        for await (const chunk of Body as Readable) {
          at += (chunk as Buffer).length
          failures = 0
          yield chunk as Buffer
        }
        return
      } catch (error) {
        const status = statusOf(error)
        // From the end on there is nothing.
        if (status === 416) return
        if (status === 404) throw Object.assign(new Error(`There is no file ${key}.`), { code: 'ENOENT' })
        if (status !== undefined || ++failures === patience) throw error
      }
    }
  }

  const listBelow = async (prefix: string, Delimiter?: string) => {
    const { s3, sdk } = await open()
    const found = []
    for await (const page of sdk.paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: keyOf(prefix), Delimiter })) {
      found.push(...(page.Contents ?? []))
    }
    return found
  }

  return {
    write(key, source, ...through) {
      const sink = async (bytes: Bytes) => upload(await open(), { Bucket, Key: keyOf(key) }, bytes)
      // The types know of a function at the end, but not in a list.
      return pipeline([source, ...through, sink as never])
    },
    read: (key, start = 0, end) => Readable.from(readFrom(key, start, end), { objectMode: false, highWaterMark: 256 * 1024 }),
    async remove(key) {
      const { s3, sdk } = await open()
      await s3.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(key) }))
    },
    async list(prefix) {
      const found = await listBelow(`${prefix}/`, '/')
      return found.map(({ Key, LastModified }) => ({ key: Key!.slice(rootLength), changed_at: LastModified! }))
    },
    async removeAll(prefix, signal) {
      const { s3, sdk } = await open()
      for (const { Key } of await listBelow(`${prefix}/`)) {
        signal?.throwIfAborted()
        await s3.send(new sdk.DeleteObjectCommand({ Bucket, Key }))
      }
    },
    async listAll() {
      const found = await listBelow('')
      return found.map(({ Key, Size }) => ({ key: Key!.slice(rootLength), bytes: Size! }))
    },
  }
}

const patience = 5

function rangeOf(start: number, end: number | undefined): string | undefined {
  if (end !== undefined) return `bytes=${start}-${end - 1}`
  return start === 0 ? undefined : `bytes=${start}-`
}

type Bytes = AsyncIterable<Buffer | string>

interface Bucket {
  sdk: typeof import('@aws-sdk/client-s3')
  s3: S3Client
}

async function openBucket(options: URLSearchParams): Promise<Bucket> {
  const sdk = await import('@aws-sdk/client-s3')
  const endpoint = options.get('endpoint') ?? undefined
  const s3 = new sdk.S3Client({
    endpoint,
    region: options.get('region') ?? process.env.AWS_REGION ?? 'us-east-1',
    // Others than AWS seldom have a host name for each bucket, nor its newer checksums.
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  })
  return { sdk, s3 }
}

/** S3 takes at most 10,000 parts of at least 5 MB: files up to 80 GB, and this much memory for each upload. */
const partBytes = 8 * 1024 * 1024

/** A small file in one request, a larger one in parts, which S3 makes a file of when the last is there. */
async function upload({ sdk, s3 }: Bucket, target: { Bucket: string; Key: string }, bytes: Bytes) {
  let UploadId: string | undefined
  const parts: { ETag: string | undefined; PartNumber: number }[] = []
  try {
    for await (const { Body, last } of inParts(bytes)) {
      if (last && parts.length === 0) return void (await s3.send(new sdk.PutObjectCommand({ ...target, Body })))
      UploadId ??= (await s3.send(new sdk.CreateMultipartUploadCommand(target))).UploadId
      const PartNumber = parts.length + 1
      const { ETag } = await s3.send(new sdk.UploadPartCommand({ ...target, UploadId, PartNumber, Body }))
      parts.push({ ETag, PartNumber })
    }
    const MultipartUpload = { Parts: parts }
    await s3.send(new sdk.CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload }))
  } catch (error) {
    if (UploadId) await s3.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })).catch(() => {})
    throw error
  }
}

async function* inParts(bytes: Bytes): AsyncGenerator<{ Body: Buffer; last: boolean }> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const given of bytes) {
    const chunk = typeof given === 'string' ? Buffer.from(given) : given
    waiting.push(chunk)
    length += chunk.length
    while (length > partBytes) {
      const all = Buffer.concat(waiting)
      yield { Body: all.subarray(0, partBytes), last: false }
      waiting = [all.subarray(partBytes)]
      length -= partBytes
    }
  }
  yield { Body: Buffer.concat(waiting), last: true }
}

/** Undefined when it did not answer at all, or broke off. */
function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}
