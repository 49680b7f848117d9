// Companies in their table, at the screens.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file } from '../scope.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()

/** Asks the API as the page would. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
function ask(method: string, path: string, body?: object): Promise<any> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const init = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}
      const answer = await fetch(`/api/v1${path}`, { method, ...init })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    },
    { method, path, body },
  )
}

for (const [name, people] of [['Analytical Engines', 1], ['Difference Engines', 3], ['Looms', 0], ['Navy', 2]] as const) {
  const { id } = await ask('POST', '/companies', { name, domain: `${name.split(' ')[0]!.toLowerCase()}.example` })
  for (let each = 0; each < people; each++) await ask('POST', '/contacts', { name: `${name} ${each}`, company: { id } })
}

const rowOf = (text: string) => page.getByRole('row').filter({ hasText: text })
const shownNames = () => page.locator('[role=row] a[href^="/companies/"]').allTextContents()

test('companies are sorted, selected, changed, deleted and brought back without a mouse', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  await page.getByRole('button', { name: 'People', exact: true }).press('Enter')
  await page.waitForURL(/sort=-contact_count/)
  await page.locator('[role=row][aria-rowindex="2"]').filter({ hasText: 'Difference Engines' }).waitFor()
  assert.deepEqual(await shownNames(), ['Difference Engines', 'Navy', 'Analytical Engines', 'Looms'])

  await page.getByRole('grid').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('J')
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Domain' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('https://www.shared.example/')
  await page.keyboard.press('Enter')
  await page.getByText('2 companies changed.').waitFor()
  await rowOf('Navy').getByText('shared.example', { exact: true }).waitFor()
  await page.keyboard.press('Control+z')
  await rowOf('Navy').getByText('navy.example').waitFor()

  await page.keyboard.press('#')
  await page.getByText('2 companies deleted.').waitFor()
  assert.deepEqual(await shownNames(), ['Difference Engines', 'Looms'])
  await page.keyboard.press('Control+z')
  await rowOf('Navy').waitFor()
  const { data } = await ask('GET', '/companies?sort=-contact_count')
  assert.deepEqual(data.map(({ name, contact_count }: { name: string; contact_count: number }) => [name, contact_count]),
    [['Difference Engines', 3], ['Navy', 2], ['Analytical Engines', 1], ['Looms', 0]])
})

test('columns are chosen and drawn, and are so again when one comes back', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Added' }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: 'Width of Domain' }).press('ArrowRight')
  const width = await page.getByRole('slider', { name: 'Width of Domain' }).getAttribute('aria-valuenow')
  await page.reload()
  await rowOf('Navy').waitFor()
  assert.equal(await page.getByRole('columnheader', { name: 'Added' }).count(), 0)
  assert.equal(await page.getByRole('slider', { name: 'Width of Domain' }).getAttribute('aria-valuenow'), width)
})

test('companies are narrowed down by conditions, and a saved view of them shows the same to somebody else', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  // Its key comes with it, after the screen.
  await page.getByRole('button', { name: 'Filter', exact: true }).waitFor()
  await page.keyboard.press('f')
  await page.getByRole('option', { name: 'People' }).click()
  await page.getByRole('spinbutton', { name: 'People' }).fill('2')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'People is at least 2', exact: true }).waitFor()
  await rowOf('Looms').waitFor({ state: 'detached' })
  assert.deepEqual(await shownNames(), ['Difference Engines', 'Navy'])
  await assertAccessibleInAllLooks(page)
  await page.getByRole('button', { name: 'Companies' }).first().click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Larger ones')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Larger ones' }).waitFor()
  const other = await page.context().newPage()
  await other.goto(`/companies?view=${new URL(page.url()).searchParams.get('view')}`)
  await other.getByRole('row').filter({ hasText: 'Navy' }).waitFor()
  assert.deepEqual(await other.locator('[role=row] a[href^="/companies/"]').allTextContents(), ['Difference Engines', 'Navy'])
  await other.close()
  await page.getByRole('button', { name: /^Remove the filter/ }).click()
  await rowOf('Looms').waitFor()
  await page.getByRole('img', { name: 'differs from the saved view' }).waitFor()
  await page.getByRole('button', { name: 'Larger ones' }).click()
  await page.getByRole('menuitem', { name: 'All companies' }).click()
  await page.getByRole('heading', { name: 'Companies' }).waitFor()
})

test('the table and what it opens are open to everybody, on a phone and on a desk, light and dark', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('J')
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await assertAccessibleInAllLooks(page)
  for (const key of ['m', 'e']) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await assertAccessibleInAllLooks(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
})

test('from a company one goes on to the next, writes down what is to be remembered of it, and adds whoever works there', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Analytical Engines' }).waitFor()
  await page.keyboard.press('j')
  await page.getByRole('heading', { name: 'Difference Engines' }).waitFor()
  await page.keyboard.press('k')
  await page.getByRole('heading', { name: 'Analytical Engines' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Pays in **June**')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').locator('strong', { hasText: 'June' }).waitFor()
  await page.getByRole('button', { name: 'Somebody who works here' }).click()
  assert.equal(await page.getByRole('textbox', { name: 'Company' }).inputValue(), 'Analytical Engines')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await rowOf('Navy').waitFor()
})

test('several companies become the one that is chosen, with the people of all', async () => {
  await page.goto('/companies')
  await rowOf('Navy').waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('J')
  await page.keyboard.press('m')
  await page.getByRole('radio', { name: /^Difference Engines/ }).and(page.locator(':checked')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('2 companies are Difference Engines now.').waitFor()
  await rowOf('Analytical Engines').waitFor({ state: 'detached' })
  await rowOf('Difference Engines').getByRole('link', { name: '4' }).click()
  await page.getByText('Analytical Engines 0').waitFor()
})
