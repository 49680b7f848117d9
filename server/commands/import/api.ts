// The server as the command line sees it: where it answers, and requests to it.

import { setTimeout } from 'node:timers/promises'
import type { Config } from '#platform/config'
import { findRunning } from '#platform/running'

/** Something that the server refused, or that kept us from asking; the message is for people. */
export class ApiError extends Error {
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

export interface Api {
  url: string
  /** The key to send, asked for with every request: a borrowed one is renewed while a long import runs. */
  key(): Promise<string>
  signal: AbortSignal
}

/** Where the server should answer: RAPPORT_URL, else what the data folder's server wrote down, else HOST and PORT. */
export async function locateServer(config: Config): Promise<string> {
  if (config.server_url) return config.server_url
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host === '::' ? '::1' : config.host
  const listening = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
  return (await findRunning(config.data_folder)) ?? listening
}

/** Throws ApiError when nothing answers at `url`, or something that is no Rapport. */
export async function checkServer(url: string, signal: AbortSignal) {
  const response = await fetch(`${url}/healthz`, { signal }).catch((error) => {
    throw signal.aborted ? signal.reason : new ApiError(`No Rapport answers at ${url} (${causeOf(error)}): ${toMend}`)
  })
  const body = (await response.json().catch(() => undefined)) as { status?: string } | undefined
  if (body?.status !== 'ok') throw new ApiError(`What answers at ${url} is no Rapport: set RAPPORT_URL to where it is.`)
}

const toMend = 'start it with `npm start`, or set RAPPORT_URL to where it is.'

/** How long a server may be away, to be started again say, before we stop asking. */
const patience = 60_000

/** Reads a resource below /api/v1. Waits where the server is busy or just starting again. */
export async function getResource<T>(api: Api, path: string): Promise<T> {
  const deadline = performance.now() + patience
  for (;;) {
    const outcome = await attempt<T>(api, path)
    if ('found' in outcome) return outcome.found
    if (performance.now() > deadline) throw outcome.error
    await setTimeout(outcome.retry_ms, undefined, { signal: api.signal }).catch(() => api.signal.throwIfAborted())
  }
}

/** Asks once to remove a resource below /api/v1. */
export async function removeResource<T>(api: Api, path: string): Promise<T> {
  const outcome = await attempt<T>(api, path, 'DELETE')
  if ('found' in outcome) return outcome.found
  throw outcome.error
}

async function attempt<T>(api: Api, path: string, method = 'GET'): Promise<{ found: T } | { error: ApiError; retry_ms: number }> {
  const headers = { authorization: `Bearer ${await api.key()}` }
  let response: Response
  try {
    response = await fetch(`${api.url}/api/v1${path}`, { method, headers, signal: api.signal })
    if (response.ok) return { found: (await response.json()) as T }
  } catch (error) {
    api.signal.throwIfAborted()
    return { error: new ApiError(`${api.url} does not answer any more (${causeOf(error)}).`), retry_ms: 500 }
  }
  const error = new ApiError(describeProblem(await response.text().catch(() => ''), response.status), response.status)
  if (response.status !== 429 && response.status !== 503) throw error
  return { error, retry_ms: Math.min(Number(response.headers.get('retry-after')) || 1, 30) * 1_000 }
}

/** The `detail` of an RFC 9457 problem, or what stands in for one. */
export function describeProblem(body: string, status: number): string {
  try {
    const { detail } = JSON.parse(body) as { detail?: string }
    if (detail) return detail
  } catch {
    // A proxy's page, most likely.
  }
  return status === 413
    ? 'The proxy before the server takes no file so large: raise its limit.'
    : `The server answered with the status ${status}.`
}

/** What lies under “fetch failed”. */
export function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException }
  const code = cause?.code ?? (error as NodeJS.ErrnoException).code
  return reasons[code ?? ''] ?? cause?.message ?? message
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host',
  ETIMEDOUT: 'no answer',
  UND_ERR_CONNECT_TIMEOUT: 'no answer',
}
