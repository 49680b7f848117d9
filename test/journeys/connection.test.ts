// What somebody sees whose connection was cut, or whose machine has slept.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, WebSocketRoute } from 'playwright-core'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertWithin } from './pace.ts'

const workspace = await openWorkspace(file)
const here = await workspace.signedIn()
const storageState = await here.context().storageState()

const { id } = await (await here.request.post('/api/v1/contacts', { data: { name: 'Grace Hopper' }, headers: { origin: workspace.url } })).json() as { id: string }
let changes = 0

/** A window whose connection to what happens can be cut, or go dead without anybody being told. */
async function openWatching(): Promise<{ page: Page; connections(): number; cut(): void; silence(): void }> {
  const page = await workspace.open('/people', { storageState })
  let silent = new Set<WebSocketRoute>()
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    const server = socket.connectToServer()
    open.add(socket)
    server.onMessage((message) => {
      if (!silent.has(socket)) socket.send(message)
    })
  })
  await page.clock.install()
  await page.reload()
  await page.getByText('Live', { exact: true }).waitFor()
  return {
    page,
    connections: () => open.size,
    cut: () => open.forEach((socket) => void socket.close()),
    silence: () => void (silent = new Set(open)),
  }
}

/** Ms until what was changed meanwhile is on the screen, from when `back` has brought it back. */
async function waitForChange(page: Page, back: () => Promise<void>): Promise<number> {
  const title = `Title ${++changes}`
  assert.ok((await here.request.patch(`/api/v1/contacts/${id}`, { data: { title }, headers: { origin: workspace.url } })).ok())
  const at = performance.now()
  await back()
  await page.getByRole('row').filter({ hasText: title }).waitFor()
  return performance.now() - at
}

test('who was offline sees what happened meanwhile within a second, and was told so', async () => {
  const { page } = await openWatching()
  await assertWithin(1_000, async () => {
    await page.context().setOffline(true)
    await page.getByText(/^Offline/).first().waitFor()
    const wait = await waitForChange(page, () => page.context().setOffline(false))
    await page.getByText('Live', { exact: true }).waitFor()
    return wait
  })
  await page.context().close()
})

test('a screen that was first opened without a connection is there within a second of having one', async () => {
  // Its code has come before, its rows have not.
  const page = await workspace.open('/companies', { storageState })
  await page.getByText('No company yet').waitFor()
  const companies = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Companies' })
  await assertWithin(1_000, async () => {
    await page.goto('/people')
    await page.getByText('Live', { exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.getByText(/^Offline/).first().waitFor()
    const failed = Array.from({ length: 2 }, () => page.waitForEvent('requestfailed', (request) => request.url().includes('/api/v1/companies')))
    await companies.click()
    await Promise.all(failed)
    const at = performance.now()
    await page.context().setOffline(false)
    await page.getByText('No company yet').waitFor()
    return performance.now() - at
  })
  await page.context().close()
})

test('a connection that is cut is there again, with what happened meanwhile, within a second', async () => {
  const { page, cut } = await openWatching()
  await assertWithin(1_000, () => waitForChange(page, async () => cut()))
  await page.context().close()
})

test('who wakes a machine that has slept, with a connection that is dead and does not know it, sees what happened meanwhile within a second', async () => {
  const { page, silence } = await openWatching()
  await assertWithin(1_000, async () => {
    silence()
    return waitForChange(page, () => page.clock.fastForward('10:00'))
  })
  await page.context().close()
})

test('a page that nobody sees, whose timers run once a minute, keeps its connection', async () => {
  const { page, connections } = await openWatching()
  const before = connections()
  await page.evaluate("Object.defineProperty(document, 'visibilityState', { value: 'hidden' })")
  for (let minute = 1; minute <= 3; minute++) await page.clock.fastForward('01:00')
  await waitForChange(page, async () => {})
  assert.equal(connections(), before)
  await page.context().close()
})

test('what the database cannot answer while it is restarted is asked again, and what is refused is not', async () => {
  const page = await workspace.open('/', { storageState })
  const asked: number[] = []
  const answers = [
    { status: 503, headers: { 'retry-after': '2' }, json: { code: 'database_unavailable' } },
    { status: 503, headers: { 'retry-after': '1' }, json: { code: 'database_unavailable' } },
    { status: 403, json: { code: 'hidden', detail: 'Not for you.' } },
  ]
  await page.route(`**/api/v1/contacts/${id}`, (route) => {
    asked.push(performance.now())
    const answer = answers.shift()
    return answer ? route.fulfill(answer) : route.continue()
  })
  await page.goto(`/people/${id}`)
  await page.getByText('Not for you.').first().waitFor()
  const waits = asked.slice(1).map((at, index) => at - asked[index]!)
  // As long as it was told, and longer each time.
  assert.ok(waits.length === 2 && waits.every((wait) => wait > 1_900), `${waits} ms`)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  await page.context().close()
})

test('who comes back to a page after somebody else has signed in has nothing of before in it', async () => {
  const marie = { email: 'marie@own.example', password: 'radium and polonium' }
  const { link } = await ask(here, 'POST', '/invitations', { email: marie.email, role: 'member' })
  await ask(await workspace.open('/sign-in'), 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Marie Curie', password: marie.password })
  const { page } = await openWatching()
  await page.evaluate('globalThis.isOfBefore = true')
  await page.context().setOffline(true)
  await page.getByText(/^Offline/).first().waitFor()
  // As in another tab.
  await ask(page, 'POST', '/sessions', marie)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Marie Curie' }).waitFor()
  assert.equal(await page.evaluate('globalThis.isOfBefore'), undefined)
  await page.context().close()
})
