// Two who may be one: compared, merged and taken apart again without a mouse.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { addressOf, openDatabase } from '#platform/db/database'
import { findEmbedded } from '#platform/db/embedded'
import { readConfig } from '#platform/config'
import { until } from '../factories.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

/** What a server does each minute. */
async function searchDuplicates(folder: string) {
  const database = openDatabase(await addressOf(readConfig({ RAPPORT_DATA: folder }), await findEmbedded(folder)))
  await database.pools.system.query('select queue_duplicate_searches()').finally(() => database.close())
}

test('a pair is compared, chosen from, merged and taken apart by keyboard alone', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  await page.goto('/duplicates')
  await page.getByText('Nobody seems to be here twice').waitFor()
  const emails = [{ address: 'grace@navy.example' }]
  await ask(page, 'POST', '/contacts', { name: 'Grace Hopper', title: 'Admiral', emails })
  await ask(page, 'POST', '/contacts', { name: 'Grace B. Hopper', title: 'Professor', emails })
  await searchDuplicates(workspace.folder)
  await until(async () => (await ask(page, 'GET', '/contacts/duplicates')).data.length > 0)
  await page.reload()
  const row = page.getByRole('radiogroup', { name: 'Title' })
  await row.waitFor()
  await page.getByText('Same address').waitFor()
  await assertAccessibleInAllLooks(page)

  for (let place = 0; place < 10 && (await row.getAttribute('data-active')) === null; place++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  assert.equal(await row.getByRole('radio', { name: 'Title: Professor' }).getAttribute('aria-checked'), 'true')
  await page.keyboard.press('Enter')
  await page.getByText('That was all of them').waitFor()
  const { data: [one, ...others] } = await ask(page, 'GET', '/contacts')
  assert.deepEqual([one.title, others.length], ['Professor', 0])

  await page.keyboard.press('u')
  await row.waitFor()
  assert.equal((await ask(page, 'GET', '/contacts')).data.length, 2)
  await page.keyboard.press('s')
  await page.getByText('That was all of them').waitFor()
})
