// The kinds of failure that domain code may throw. http.ts alone turns them into RFC 9457 responses.

export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'wrong_method'
  | 'conflict'
  | 'changed'
  | 'too_large'
  | 'unsupported'
  | 'mismatch'
  | 'too_many'
  | 'unavailable'
  | 'full'

/** One complaint about the input: `path` is a JSON pointer into it, `message` says what to do. */
export interface FieldError {
  path: string
  message: string
}

/** An expected failure. `message` is shown to users: it says what happened and what to do. */
export class RapportError extends Error {
  readonly kind: ErrorKind
  /** Stable, for programs: `contact_not_found`. */
  readonly code: string
  readonly errors: FieldError[] | undefined
  /** Seconds after which trying again makes sense. */
  retry_after: number | undefined

  constructor(kind: ErrorKind, code: string, message: string, errors?: FieldError[]) {
    super(message)
    this.name = 'RapportError'
    this.kind = kind
    this.code = code
    this.errors = errors
  }
}

/** Input that cannot be accepted as it is. */
export function invalid(message: string, errors?: FieldError[]): RapportError {
  return new RapportError('invalid', 'invalid', message, errors)
}

/** No credentials, or none that are known. */
export function unauthenticated(message: string): RapportError {
  return new RapportError('unauthenticated', 'unauthenticated', message)
}

/** Known, but not allowed to. */
export function forbidden(message: string): RapportError {
  return new RapportError('forbidden', 'forbidden', message)
}

/** Nothing with this id in the caller's organization: it never existed, was removed, or belongs to another. */
export function notFound(noun: string, id?: string): RapportError {
  const what = noun.replaceAll('_', ' ')
  return new RapportError('not_found', `${noun}_not_found`, `There is no ${what}${id ? ` with the id ${id}` : ''} here.`)
}

/** The change contradicts what is stored. */
export function conflict(code: string, message: string): RapportError {
  return new RapportError('conflict', code, message)
}

/** It is not, or no longer, what the caller expected it to be. */
export function changed(code: string, message: string): RapportError {
  return new RapportError('changed', code, message)
}

/** More than is accepted in one go. */
export function tooLarge(message: string): RapportError {
  return new RapportError('too_large', 'too_large', message)
}

/** A format that is not understood. */
export function unsupported(message: string): RapportError {
  return new RapportError('unsupported', 'unsupported', message)
}

/** Something that the answer needs is not there now; trying again may help. */
export function unavailable(message: string): RapportError {
  return new RapportError('unavailable', 'unavailable', message)
}

/** More than the caller may do in a while; `seconds` until it may go on. */
export function tooMany(message: string, seconds: number): RapportError {
  return Object.assign(new RapportError('too_many', 'rate_limited', message), { retry_after: seconds })
}

/** Throws `forbidden` unless the policy said yes. */
export function allow(permitted: boolean, message = 'Your role does not allow this.'): asserts permitted {
  if (!permitted) throw forbidden(message)
}
