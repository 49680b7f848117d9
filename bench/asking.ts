// Asking the server under test for something, as its clients do.

/** An answer that is none of 2xx. */
export class Refusal extends Error {
  /** Of its problem (RFC 9457): `idempotency_lost`. */
  readonly code: string | undefined

  constructor(what: string, status: number, text: string) {
    super(`${what} answered ${status}: ${text}`)
    this.name = 'Refusal'
    this.code = codeOf(text)
  }
}

/** Posts JSON, and throws a Refusal unless the answer is 2xx; with what the answer says. */
export async function post<Answer = unknown>(url: string, body: object | string, key?: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return read(answer, url)
}

/** The same of the API, in any way, as somebody who has signed in. */
export async function ask<Answer = unknown>(url: string, cookie: string, { method = 'GET', path, body }: { method?: string; path: string; body?: object }): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return read(answer, `${method} ${path}`)
}

async function read<Answer>(answer: Response, what: string): Promise<Answer> {
  const text = await answer.text()
  if (!answer.ok) throw new Refusal(what, answer.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

/** Undefined when it is no problem: what stands before the server may answer anything. */
function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code
  } catch {
    return undefined
  }
}
