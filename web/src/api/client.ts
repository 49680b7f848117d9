// The API as the client calls it: typed by the OpenAPI document, failing with what the server says of the problem.

import createClient, { type Middleware } from 'openapi-fetch'
import { currentMessages, translate } from '@/messages/messages.tsx'
import type { components, paths } from './schema.d.ts'

export type Schemas = components['schemas']

/** What the server answered instead: RFC 9457, or no answer at all (`code` is `offline` then). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** After so many seconds it may answer otherwise. */
  readonly retry_after: number | undefined

  constructor(message: string, { status, code, retry_after }: { status: number; code: string; retry_after?: number }) {
    super(message)
    this.status = status
    this.code = code
    this.retry_after = retry_after
  }
}

/** In the words of whoever reads it, where the catalogue has the sentence or knows the problem by its code; else in the server's own. */
export function explain({ code, detail, title }: { code?: string; detail?: string; title?: string }, status = 0): string {
  const { problems, states } = currentMessages()
  const translated = translate(detail ?? '')
  return (translated === detail ? undefined : translated) || problems[code ?? ''] || detail || title || states.answered(status)
}

const failing: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined
    const body = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; code?: string }
    // A date is for browsers: our server, and what stands before it, say how many seconds.
    const retry_after = Number(response.headers.get('retry-after')) || undefined
    throw new Problem(explain(body, response.status), { status: response.status, code: body.code ?? 'unknown', retry_after })
  },
  onError() {
    return new Problem(currentMessages().states.no_answer, { status: 0, code: 'offline' })
  },
}

export const api = createClient<paths>({ baseUrl: '/api/v1' })
api.use(failing)

/** The body of an answer that was good; every other one has been thrown. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await answer).data as NonNullable<T>
}
