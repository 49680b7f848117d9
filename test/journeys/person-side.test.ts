// What stands beside the timeline of a person: fields by their type, links, dates, relationships, the photo.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

test('fields, links, dates, relationships and the photo of a person are changed in place', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  await ask(page, 'POST', '/fields', { label: 'Size', type: 'number' })
  await ask(page, 'POST', '/fields', { label: 'Level', type: 'select', options: [{ label: 'Gold' }, { label: 'Silver' }] })
  await ask(page, 'POST', '/contacts', { name: 'Charles Babbage' })
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Ada Lovelace' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()

  await page.getByRole('combobox', { name: 'Level' }).selectOption({ label: 'Silver' })
  await page.getByRole('button', { name: /^Size/ }).click()
  await page.getByRole('spinbutton', { name: 'Size' }).fill('38')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Size: 38' }).waitFor()
  await page.getByRole('button', { name: /^Add a link/ }).click()
  await page.getByRole('textbox', { name: 'Add a link' }).fill('engines.example/ada')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Open https://engines.example/ada' }).waitFor()

  await page.getByRole('button', { name: 'A date' }).click()
  await page.getByRole('spinbutton', { name: 'Day' }).fill('10')
  await page.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'December' })
  await page.getByRole('spinbutton', { name: 'Year' }).fill('1815')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Dates' }).getByText('10 December 1815').or(page.getByText('December 10, 1815')).waitFor()

  await page.getByRole('button', { name: 'A relationship' }).click()
  await page.getByPlaceholder('Name or address').fill('Charles')
  await page.getByRole('option', { name: /Charles Babbage/ }).click()
  await page.getByRole('link', { name: /Charles Babbage/ }).waitFor()

  const picture = await sharp({ create: { width: 500, height: 600, channels: 3, background: '#0f766e' } }).png().toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: 'ada.png', mimeType: 'image/png', buffer: picture })
  await page.locator('img[src*="/photo"]').first().waitFor()
  await assertAccessibleInAllLooks(page)

  const { fields, links, photo_url } = await ask(page, 'GET', `/contacts/${id}`)
  assert.ok(Object.values(fields).includes(38) && Object.values(fields).includes('Silver'), JSON.stringify(fields))
  assert.equal(links[0].url, 'https://engines.example/ada')
  assert.ok(photo_url)
  await page.getByRole('button', { name: 'Remove the photo' }).click()
  await page.locator('img[src*="/photo"]').first().waitFor({ state: 'detached' })
})
