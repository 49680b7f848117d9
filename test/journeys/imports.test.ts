// From a file to people: dropped, understood, tried, mended, taken back.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { csv, until } from '../factories.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const friends = csv(
  ['Who', 'E-mail', 'Shoe size', 'Remark'],
  ['Ada Lovelace', 'ada@engines.example', '38', 'x'],
  ['Charles Babbage', 'charles at engines', '44', 'x'],
  ['Grace Hopper', 'grace@navy.example', '39', 'x'],
  ['', '', '40', 'nobody'],
)

/** As a hand lets a file go over the window. */
async function dropFile(page: Page, name: string, text: string) {
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' }))
    return transfer
  })()`)
  // What takes it comes a moment after the page, and a drag goes on telling where it is.
  await until(async () => {
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    return page.getByText('Drop to import').isVisible()
  })
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
}

test('a table is dropped, mapped, tried, imported, its bad rows mended, and all of it undone', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  await dropFile(page, 'friends.csv', friends)

  await page.getByRole('heading', { name: 'friends.csv' }).waitFor()
  await page.getByLabel('What “Who” means').selectOption({ label: 'Name' })
  await page.getByLabel('What “Remark” means').selectOption({ label: 'Not imported' })
  await assertAccessibleInAllLooks(page)

  // What was chosen is still there after leaving.
  await page.reload()
  await page.getByRole('heading', { name: 'friends.csv' }).waitFor()
  assert.equal(await page.getByLabel('What “Remark” means').inputValue(), 'ignore')

  await page.getByRole('button', { name: 'Try', exact: true }).click()
  const tried = page.getByRole('status').filter({ hasText: 'Nothing was stored' })
  await tried.getByText('“charles at engines” is not an e-mail address.').waitFor()
  assert.match(await tried.innerText(), /Added\s*2\s*Rejected\s*2/)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'Rejected rows' }).waitFor()
  assert.match(page.url(), /\/import\/[0-9a-f-]{36}$/)
  const first = page.url()
  await assertAccessibleInAllLooks(page)

  await page.getByLabel('E-mail, line 3').fill('charles@engines.example')
  await page.getByRole('button', { name: 'Import 1 mended row' }).click()
  await page.waitForURL((url) => url.href !== first)
  await page.getByRole('status').getByText('Done').waitFor()
  await page.getByRole('link', { name: 'See the people' }).click()
  await page.getByRole('row').filter({ hasText: 'Charles Babbage' }).waitFor()

  await page.goto(first)
  await page.getByLabel('E-mail, line 5').waitFor()
  assert.equal(await page.getByLabel('E-mail, line 3').count(), 0)
  await page.getByRole('button', { name: 'Undo import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 people that it added are removed.').waitFor()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('heading', { name: 'Undo of friends.csv' }).waitFor()
  await page.getByText('Removed').waitFor()
  await page.goto('/people')
  await page.getByRole('row').filter({ hasText: 'Charles Babbage' }).waitFor()
  assert.equal(await page.getByRole('row').filter({ hasText: 'Ada Lovelace' }).count(), 0)

  await page.goto('/operations')
  await page.getByRole('link', { name: 'friends.csv' }).nth(2).waitFor()
  await assertAccessibleInAllLooks(page)
})

test('what is no table of people is said in words, and nothing is kept of it', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  await dropFile(page, 'empty.csv', '')
  await page.getByText('empty.csv: empty.csv is empty.').waitFor()
  await page.getByText('No import yet').waitFor()
})
