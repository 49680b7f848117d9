// Requests to a URL that somebody gave us: the only way out to such. They go to public addresses over HTTPS, and
// elsewhere only where OUTGOING_ALLOW says; never on to where an answer redirects.
//
// A name is looked up once, and the socket connects to the addresses that were checked: an answer of the DNS that changes
// in between (rebinding) changes nothing.

import { lookup as lookupOfSystem, Resolver } from 'node:dns/promises'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIPv6, type LookupFunction } from 'node:net'
import { isAddress, isPublic, namesAddress, namesHost, type Allowed } from '#platform/outgoing-addresses'

export interface Outgoing {
  /** Throws OutgoingError when it will not be asked, as far as the URL alone tells. */
  check(url: string): void
  /** Throws OutgoingError. Any answer is one, a redirect too. */
  request(request: OutgoingRequest): Promise<OutgoingAnswer>
}

export interface OutgoingRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Buffer
  /** From the look-up of the name to the last byte. */
  timeout_ms: number
  /** Of the body of the answer; the rest is not read. */
  max_bytes: number
  signal?: AbortSignal
}

export interface OutgoingAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Why there was no answer, in words for whoever gave the URL. They do not tell what our network looks like. */
export class OutgoingError extends Error {
  /** Whether the whole request had left: it may have been heeded. */
  sent = false
}

/** Whom to ask for the addresses of names. */
export type NameResolver = Pick<Resolver, 'resolve4' | 'resolve6'>

interface OutgoingOptions {
  allowed: Allowed
  resolver?: NameResolver
}

export function createOutgoing({ allowed, resolver = new Resolver({ timeout: 3_000, tries: 2 }) }: OutgoingOptions): Outgoing {
  const find = async (host: string) => {
    // In threads of which there are few, and a slow name server would hold them all up: for names we trust only.
    if (namesHost(allowed, host)) return (await lookupOfSystem(host, { all: true })).map(({ address }) => address)
    const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  }
  const permit = ({ protocol }: URL, host: string, address: string) => {
    if (namesHost(allowed, host) || namesAddress(allowed, address)) return
    if (!isPublic(address)) throw new OutgoingError(`${host} is not a public address, and OUTGOING_ALLOW does not name it.`)
    if (protocol === 'http:') throw needsHttps()
  }
  const parse = (text: string) => {
    const url = URL.parse(text)
    if (!url || !['http:', 'https:'].includes(url.protocol)) throw needsHttps()
    if (url.username || url.password) throw new OutgoingError('The URL must not hold a user name or password.')
    // The parser has made one form of all: 127.1, 0x7f000001 and 2130706433 are 127.0.0.1.
    const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
    if (isAddress(host)) permit(url, host, host)
    // Where a name leads is not known yet, and there may be a range that allows it.
    else if (url.protocol === 'http:' && !namesHost(allowed, host) && allowed.ranges.length === 0) throw needsHttps()
    return { url, host }
  }
  const lookUp = (url: URL, host: string): LookupFunction => (_host, { all }, done) => {
    find(host)
      .then((addresses) => {
        if (addresses.length === 0) throw new OutgoingError(`There is no address for the name ${host}.`)
        for (const address of addresses) permit(url, host, address)
        const checked = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
        if (all) done(null, checked)
        else done(null, checked[0]!.address, checked[0]!.family)
      })
      .catch((error) => done(error, ''))
  }

  return {
    check: (url) => void parse(url),
    async request({ url: text, method = 'GET', headers, body, timeout_ms, max_bytes, signal }) {
      const { url, host } = parse(text)
      const late = AbortSignal.timeout(timeout_ms)
      const until = signal ? AbortSignal.any([late, signal]) : late
      const { Agent, request } = url.protocol === 'https:' ? https : http
      let sent = () => false
      try {
        const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
        // An agent of its own: no proxy of the environment, no connection that was made for another.
        const asking = request(url, { method, headers, agent: new Agent(), lookup: lookUp(url, host), signal: until })
        // Of an answer that is none (101, an upgrade) nothing but the end of the connection is told.
        asking.on('response', resolve).on('error', reject).on('close', () => reject(new OutgoingError(noAnswer))).end(body)
        sent = () => asking.writableFinished
        const answer = await promise
        return { status: answer.statusCode!, headers: answer.headers, body: await readAtMost(answer, max_bytes) }
      } catch (error) {
        const failure = late.aborted ? new OutgoingError(`There was no whole answer within ${timeout_ms / 1_000} s.`) : explain(error)
        throw Object.assign(failure, { sent: sent() })
      }
    },
  }
}

async function readAtMost(answer: IncomingMessage, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop closes the connection.
    if (size >= bytes) break
  }
  return Buffer.concat(chunks).subarray(0, bytes)
}

function needsHttps() {
  return new OutgoingError('The URL must begin with https://.')
}

function explain(error: unknown): OutgoingError {
  if (error instanceof OutgoingError) return error
  const { code = 'unknown' } = error as NodeJS.ErrnoException
  return new OutgoingError(reasons[code] ?? `The connection failed (${code}).`, { cause: error })
}

const noAnswer = 'The connection was closed before there was an answer.'

const reasons: Record<string, string> = {
  ABORT_ERR: 'The request was broken off.',
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: noAnswer,
  ENOTFOUND: 'There is no address for this name.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  HPE_HEADER_OVERFLOW: 'The answer has too many headers.',
}
