import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Calls the API with the cookies of a page. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
export async function ask(page: Page, method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, data?: object): Promise<any> {
  const answer = await page.request.fetch(`/api/v1${path}`, { method, data })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}
