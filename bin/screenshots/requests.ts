import type { APIRequestContext } from 'playwright-core'

/** Asks the API with the cookies of a window. Throws what it refuses with. */
export async function send<Answer>(request: APIRequestContext, method: string, path: string, data?: object): Promise<Answer> {
  const answer = await request.fetch(`/api/v1${path}`, { method, data })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${method} ${path}: ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

export function get<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  return send(request, 'GET', path)
}
