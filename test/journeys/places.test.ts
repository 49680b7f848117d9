// Where one is in what scrolls: a page begins at its top, whatever one scrolled before; who comes back is where they were.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn({ viewport: { width: 1_440, height: 500 } })
const main = page.getByRole('main')
const go = async (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()

/** How far something is scrolled, once it can be. */
async function scrolled(scroller: Locator, by?: number): Promise<number> {
  await until(() => scroller.evaluate((each) => each.scrollHeight > each.clientHeight + 200))
  return scroller.evaluate((each, px) => {
    if (px !== undefined) each.scrollTop = px
    return each.scrollTop
  }, by)
}

test('another page begins at its top, and Back leads to where one was', async () => {
  await ask(page, 'POST', '/batch', { calls: Array.from({ length: 50 }, (_, n) => ({ method: 'POST', path: '/api/v1/contacts', body: { name: `Person ${String(n).padStart(2, '0')}` } })) })
  await ask(page, 'POST', '/batch', { calls: Array.from({ length: 50 }, (_, n) => ({ method: 'POST', path: '/api/v1/companies', body: { name: `Company ${String(n).padStart(2, '0')}` } })) })
  const [people, companies] = [page.getByRole('grid', { name: 'People' }), page.getByRole('grid', { name: 'Companies' })]
  // What is at hand is there at once, and as long.
  await go('Companies')
  await companies.getByText('Company 00').waitFor()
  await go('People')
  await people.getByText('Person 00').waitFor()
  assert.equal(await scrolled(people, 900), 900)
  await go('Companies')
  await companies.getByText('Company 00').waitFor()
  assert.equal(await scrolled(companies), 0)
  await page.goBack()
  await until(async () => (await scrolled(people)) === 900)
})

test('the next person is read from the top', async () => {
  const { data } = await ask(page, 'GET', '/contacts?sort=name&limit=2')
  for (const { id } of data) {
    await ask(page, 'POST', '/batch', { calls: Array.from({ length: 30 }, (_, n) => ({ method: 'POST', path: '/api/v1/notes', body: { text: `Note ${n}`, contact_ids: [id] } })) })
  }
  await page.goto('/people')
  await page.getByRole('grid', { name: 'People' }).getByRole('link', { name: 'Person 00' }).click()
  const timeline = page.getByRole('tabpanel', { name: 'Timeline' })
  const next = async (key: string, name: string) => {
    await page.keyboard.press(key)
    await main.getByRole('heading', { name }).waitFor()
    await timeline.getByText('Note 29').waitFor()
  }
  await timeline.getByText('Note 29').waitFor()
  await next('j', 'Person 01')
  await next('k', 'Person 00')
  assert.equal(await scrolled(timeline, 700), 700)
  await next('j', 'Person 01')
  assert.equal(await scrolled(timeline), 0)
})

test('whoever leaves a room while earlier messages are on their way comes back to the message they were at', async () => {
  const { id } = await ask(page, 'POST', '/rooms', { kind: 'channel', name: 'deep' })
  await ask(page, 'POST', '/rooms', { kind: 'channel', name: 'shallow' })
  for (const from of [1, 51, 101, 151]) {
    await ask(page, 'POST', '/batch', { calls: Array.from({ length: 50 }, (_, n) => ({ method: 'POST', path: `/api/v1/rooms/${id}/messages`, body: { text: `number ${from + n}` } })) })
  }
  const room = (name: string) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name })
  const messages = page.getByRole('group', { name: 'Messages' })
  const earlier = `**/rooms/${id}/messages?*before=*`
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route(earlier, async (route) => {
    asked.resolve()
    await released.promise
    await route.continue()
  })
  try {
    await go('Rooms')
    await room('deep').click()
    await messages.getByText('number 200', { exact: true }).hover()
    await page.mouse.wheel(0, -3_000)
    await asked.promise
    const first = messages.getByText('number 151', { exact: true })
    await first.waitFor()
    await until(async () => (await messages.evaluate((each) => each.scrollTop)) === 0)
    await room('shallow').click()
    await page.getByRole('heading', { name: 'shallow' }).first().waitFor()
    const arrived = page.waitForResponse(earlier)
    released.resolve()
    await (await arrived).finished()
    await room('deep').click()
    await first.waitFor()
    // It is the uppermost still, with a page above it.
    await until(async () => {
      const { y } = (await first.boundingBox())!
      const edge = (await messages.boundingBox())!.y
      return y >= edge - 20 && y < edge + 60 && (await messages.evaluate((each) => each.scrollTop > 1_000))
    })
  } finally {
    released.resolve()
    await page.unroute(earlier)
  }
})
