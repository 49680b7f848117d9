// A server that was brought up to date under a page that was opened before.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { openWorkspace } from './browser.ts'
import { ask } from './asking.ts'

test('a page of the version before loads itself anew, once, when it needs what is gone; what was being written is still there', async (t) => {
  const page = await (await openWorkspace(t)).signedIn()
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Grace Hopper' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Half a thought')

  // As long as the page is that of before, the server has neither its files nor its page.
  let isNew = false
  let loads = 0
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) return
    isNew = true
    loads++
  })
  await page.route('**/assets/*', (route) => (isNew ? route.continue() : route.fulfill({ status: 404, body: '' })))
  await page.route(/\/$/, (route) => (isNew ? route.continue() : route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-another.js"></script>' })))
  await page.getByRole('link', { name: 'Duplicates' }).click()
  await page.getByRole('heading', { name: 'Duplicates' }).waitFor()
  assert.equal(loads, 1)

  await page.goBack()
  await page.getByRole('button', { name: 'Write a note There is a draft' }).click()
  assert.equal(await page.getByRole('textbox', { name: 'Write a note' }).inputValue(), 'Half a thought')
})
