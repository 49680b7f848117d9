// From anything that was thrown to an RFC 9457 problem. The one place that knows status codes.

import type { FastifyError } from 'fastify'
import { RapportError, type ErrorKind, type FieldError } from '#platform/errors'
import { diskFull, isDiskFull } from '#platform/room'

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** Stable, for programs. */
  code: string
  request_id: string
  errors?: FieldError[]
}

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  wrong_method: 405,
  conflict: 409,
  changed: 412,
  too_large: 413,
  unsupported: 415,
  mismatch: 422,
  too_many: 429,
  unavailable: 503,
  full: 507,
}

/** What the caller is told. Of an unexpected error nothing but the request id, under which the log has the rest. */
export function problemOf(error: unknown, requestId: string): Problem {
  const { status, code, detail, errors } = explain(error)
  const title = titles[status] ?? 'Error'
  return { type: `urn:rapport:error:${code}`, title, status, detail, code, request_id: requestId, errors }
}

/** Seconds to wait before another try, when that may help: what the error says, or one for whatever is unavailable. */
export function retryAfter(error: unknown, { status }: Problem): number | undefined {
  const told = error instanceof RapportError ? error.retry_after : undefined
  return told ?? (status === 503 ? 1 : undefined)
}

interface Explanation {
  status: number
  code: string
  detail: string
  errors?: FieldError[]
}

function explain(given: unknown): Explanation {
  const error = isDiskFull(given) ? diskFull() : given
  if (error instanceof RapportError) {
    return { status: statusOf[error.kind], code: error.code, detail: error.message, errors: error.errors }
  }
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    explainValidation(error as FastifyError) ??
    explainDatabase(code, message) ??
    explainFastify(error as FastifyError) ?? {
      status: 500,
      code: 'internal',
      detail: 'Something went wrong on our side. The log has it under this request id.',
    }
  )
}

function explainValidation({ validation, validationContext }: FastifyError): Explanation | undefined {
  if (!validation) return undefined
  const errors = validation.map(({ instancePath, message = 'is not valid', params, keyword }) => {
    const unknown = keyword === 'additionalProperties' ? (params as { additionalProperty: string }) : undefined
    if (unknown) return { path: `${instancePath}/${unknown.additionalProperty}`, message: 'is not known here' }
    return { path: instancePath, message: keyword === 'enum' ? `${message}: ${allowed(params)}` : message }
  })
  const where = { body: 'the body', querystring: 'the query', params: 'the path', headers: 'the headers' }
  const place = where[validationContext as keyof typeof where] ?? 'the request'
  const first = errors[0]!
  const detail = `Something in ${place} cannot be accepted: ${first.path || 'it'} ${first.message}.`
  return { status: 400, code: 'invalid', detail, errors }
}

function allowed(params: unknown): string {
  return (params as { allowedValues: unknown[] }).allowedValues.join(', ')
}

/** What PostgreSQL and its driver say when nobody made a mistake here. */
function explainDatabase(code: string, message: string): Explanation | undefined {
  // A NUL character, in text or in JSON: valid in a request, impossible in PostgreSQL.
  if (code === '22021' || code === '22P05') {
    return { status: 400, code: 'invalid', detail: 'Text must not contain NUL characters: remove them.' }
  }
  if (code === '22P02' && message.endsWith('type json')) {
    return { status: 400, code: 'invalid', detail: 'Text must not contain half a surrogate pair: mend or remove it.' }
  }
  if (['22P02', '22003', '22007', '22008'].includes(code)) {
    return { status: 400, code: 'invalid', detail: 'A number, date, id or cursor in the request is not a valid one.' }
  }
  if (code === '57014' || code === '55P03') {
    return { status: 503, code: 'timeout', detail: 'The database took too long; nothing was changed. Try again.' }
  }
  if (code === '40001' || code === '40P01') {
    return { status: 503, code: 'try_again', detail: 'It collided with another change; nothing was changed. Try again.' }
  }
  if (/^(08|53|57P)/.test(code) || /^E(CONN|PIPE|HOST|TIMEDOUT|NOENT)/.test(code) || lostConnection.test(message)) {
    return { status: 503, code: 'database_unavailable', detail: 'The database does not answer. Try again in a moment.' }
  }
  return undefined
}

const lostConnection = /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered)/

/** Errors of Fastify and its plugins carry a status of their own: a body that is no JSON, or too large. */
function explainFastify({ statusCode, code, message }: FastifyError): Explanation | undefined {
  if (!statusCode || statusCode >= 500) return undefined
  const known = /^[a-z_]+$/.test(code ?? '') ? code! : (codes[statusCode] ?? 'invalid')
  const detail = code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? tooLargeBody : message
  return { status: statusCode, code: known, detail }
}

const tooLargeBody = 'The body is larger than 1 MiB: send it in several requests. Files are uploaded to /api/v1/imports.'

const codes: Record<number, string> = { 404: 'not_found', 405: 'method_not_allowed', 413: 'too_large', 415: 'unsupported' }

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  414: 'Path too long',
  415: 'Unsupported format',
  422: 'Mismatch',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'Insufficient storage',
}

