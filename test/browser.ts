// A browser as far as signing in goes: keeps cookies, and says where its pages come from.

import type { Answer, Call, TestApp } from './app.ts'

export interface Browser {
  /** Calls a route below /api/v1 as a page of this server would. */
  call(request: Omit<Call, 'url' | 'key'> & { path: string }): Promise<Answer>
  post(path: string, body?: object): Promise<Answer>
  get(path: string): Promise<Answer>
  /** By name. */
  cookies: Map<string, string>
  headers(): Record<string, string>
}

export function openBrowser(app: TestApp, { address, origin = 'http://localhost:8080' }: { address?: string; origin?: string } = {}): Browser {
  const cookies = new Map<string, string>()
  const browser: Browser = {
    cookies,
    headers: () => ({
      cookie: [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
      'user-agent': 'Mozilla/5.0 (Test)',
      ...(address && { 'x-forwarded-for': address }),
    }),
    async call({ path, headers, ...request }) {
      const answer = await app.call({ ...request, url: `/api/v1${path}`, headers: { origin, ...browser.headers(), ...headers } })
      for (const { name, value, maxAge } of answer.cookies) {
        if (value === '' || maxAge === 0) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    },
    post: (path, body) => browser.call({ method: 'POST', path, body }),
    get: (path) => browser.call({ method: 'GET', path }),
  }
  return browser
}
