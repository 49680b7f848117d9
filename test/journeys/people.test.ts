// People, companies and what they add up to, at the screens.

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newClient } from '../rapport.ts'
import { file } from '../scope.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'
import { assertWithin } from './pace.ts'

const workspace = await openWorkspace(file)
const first = await workspace.signedIn()
const storageState = await first.context().storageState()

const windows: Page[] = []
afterEach(async () => {
  for (const page of windows.splice(0)) await page.context().close()
})

/** Another window of the owner, for one test. */
async function open(path: string, options = {}): Promise<Page> {
  const page = await workspace.open(path, { storageState, ...options })
  windows.push(page)
  return page
}

/** Asks the API as the page would. */
// oxlint-disable-next-line typescript/no-explicit-any -- tests look into what came
function ask(page: Page, method: string, path: string, body?: object): Promise<any> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const init = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}
      const answer = await fetch(`/api/v1${path}`, { method, ...init })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.status === 204 ? undefined : answer.json()
    },
    { method, path, body },
  )
}

const names = ['Ada Lovelace', 'Annie Easley', 'Barbara Liskov', 'Grace Hopper', 'Katherine Johnson', 'Mary Jackson']
const ids = new Map<string, string>()
for (const name of names) {
  const [given] = name.split(' ')
  const { id } = await ask(first, 'POST', '/contacts', { name, company: { name: given!.startsWith('A') ? 'Engines' : 'Navy' }, tags: ['pioneer'], emails: [{ address: `${given!.toLowerCase()}@example.org` }] })
  ids.set(name, id)
}

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const shownNames = (page: Page) => page.locator('[role=row] a[href^="/people/"]').allTextContents()

test('people are filtered, selected, tagged, deleted and brought back without a mouse', async () => {
  const page = await open('/people')
  await rowOf(page, 'Ada Lovelace').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('engines')
  await rowOf(page, 'Grace Hopper').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.keyboard.press('x')
  await page.keyboard.press('J')
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor()

  await page.keyboard.press('t')
  await page.getByPlaceholder('Tag 2 people').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('analyst')
  await page.getByText('New tag “analyst”').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('2 people changed.').waitFor()
  for (const name of ['Ada Lovelace', 'Annie Easley']) {
    const { tags } = await ask(page, 'GET', `/contacts/${ids.get(name)}`)
    assert.deepEqual(tags, ['analyst', 'pioneer'], name)
  }

  await page.keyboard.press('#')
  await page.getByText('2 people deleted.').waitFor()
  await page.getByText('Nobody matches').waitFor()
  await page.keyboard.press('Control+z')
  await rowOf(page, 'Ada Lovelace').waitFor()
  assert.deepEqual(await shownNames(page), ['Ada Lovelace', 'Annie Easley'])
})

test('a cell is written into where it stands, and is set back when the server refuses', async () => {
  const page = await open('/people')
  await rowOf(page, 'Ada Lovelace').waitFor()
  await page.getByRole('grid').focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'F2']) await page.keyboard.press(key)
  await page.getByRole('textbox', { name: 'Title' }).fill('Countess')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('no address')
  await page.keyboard.press('Enter')
  await rowOf(page, 'Countess').getByText('ada@example.org').waitFor()
  await saved
  const { title, emails } = await ask(page, 'GET', `/contacts/${ids.get('Ada Lovelace')}`)
  assert.deepEqual([title, emails[0].address], ['Countess', 'ada@example.org'])
})

test('a change is taken back from its toast, but never over what somebody else has written since', async () => {
  const page = await open('/people')
  const id = ids.get('Katherine Johnson')!
  const titleOf = async () => (await ask(page, 'GET', `/contacts/${id}`)).title
  await rowOf(page, 'Katherine Johnson').waitFor()
  const write = async (title: string) => {
    await rowOf(page, 'Katherine Johnson').getByRole('gridcell').nth(3).dblclick()
    await page.getByRole('textbox', { name: 'Title' }).fill(title)
    await page.keyboard.press('Enter')
    await page.getByText('Katherine Johnson was changed.').last().waitFor()
  }
  await write('Computer')
  await page.keyboard.press('Control+z')
  await page.getByText('Taken back.').waitFor()
  assert.equal(await titleOf(), null)

  await write('Computer')
  await ask(page, 'PATCH', `/contacts/${id}`, { title: 'Mathematician' })
  await rowOf(page, 'Mathematician').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('Somebody has changed Katherine Johnson since.').waitFor()
  assert.equal(await titleOf(), 'Mathematician')
})

test('what is written belongs to whom it was begun with, and who writes nothing changes nothing', async () => {
  const page = await open('/people')
  const id = ids.get('Mary Jackson')!
  await rowOf(page, 'Mary Jackson').getByRole('gridcell').nth(3).dblclick()
  await page.getByRole('textbox', { name: 'Title' }).fill('Engineer')
  const { id: above } = await ask(page, 'POST', '/contacts', { name: 'Aaa Above' })
  await rowOf(page, 'Aaa Above').waitFor()
  await page.getByRole('textbox', { name: 'Title' }).and(page.locator(':focus')).waitFor()
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.keyboard.press('Enter')
  await saved
  assert.deepEqual([(await ask(page, 'GET', `/contacts/${id}`)).title, (await ask(page, 'GET', `/contacts/${above}`)).title], ['Engineer', null])

  await rowOf(page, 'Engineer').getByRole('gridcell').nth(3).dblclick()
  await ask(page, 'PATCH', `/contacts/${id}`, { title: 'Aerospace engineer' })
  await ask(page, 'DELETE', `/contacts/${above}`)
  await rowOf(page, 'Aaa Above').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await rowOf(page, 'Aerospace engineer').waitFor()
  assert.equal((await ask(page, 'GET', `/contacts/${id}`)).title, 'Aerospace engineer')
})

test('a hand that selects fast loses nobody', async () => {
  const page = await open('/people')
  await rowOf(page, 'Ada Lovelace').waitFor()
  await Promise.all([...'xjxjx'].map((key) => page.keyboard.press(key)))
  await page.getByRole('toolbar', { name: '3 selected' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar').waitFor({ state: 'detached' })
})

test('two who look at the same list see what the other one does', async () => {
  const [mine, yours] = [await open('/people'), await open('/people')]
  for (const page of [mine, yours]) await rowOf(page, 'Barbara Liskov').waitFor()
  let edits = 0
  await assertWithin(500, async () => {
    const title = `Professor ${++edits}`
    const at = performance.now()
    await ask(mine, 'PATCH', `/contacts/${ids.get('Barbara Liskov')}`, { title })
    await rowOf(yours, 'Barbara Liskov').getByText(title, { exact: true }).waitFor()
    return performance.now() - at
  })
  const { id } = await ask(yours, 'POST', '/contacts', { name: 'Aaa First' })
  await rowOf(mine, 'Aaa First').waitFor()
  await ask(yours, 'DELETE', `/contacts/${id}`)
  await rowOf(mine, 'Aaa First').waitFor({ state: 'detached' })
})

test('who was cut off is told so, and sees what happened meanwhile without reloading', async () => {
  const [away, here] = [await open('/people'), await open('/people')]
  await rowOf(away, 'Grace Hopper').waitFor()
  await away.getByText('Live', { exact: true }).waitFor()
  await away.context().setOffline(true)
  await away.getByText(/^Offline/).first().waitFor()
  await rowOf(away, 'Grace Hopper').getByRole('gridcell').nth(3).dblclick()
  await away.getByRole('textbox', { name: 'Title' }).fill('Lost')
  await away.keyboard.press('Enter')
  await away.getByText('The server does not answer. Nothing was changed').waitFor()
  await rowOf(away, 'Lost').waitFor({ state: 'detached' })
  await ask(here, 'PATCH', `/contacts/${ids.get('Grace Hopper')}`, { title: 'Rear Admiral' })
  await away.context().setOffline(false)
  await rowOf(away, 'Grace Hopper').getByText('Rear Admiral').waitFor()
  await away.getByText('Live', { exact: true }).waitFor()
})

test('a saved view keeps its filter and order, and its link shows the same', async () => {
  const page = await open(`/people?${new URLSearchParams({ filter: JSON.stringify([{ field: 'company', op: 'is', value: 'Navy' }]), sort: '-name' })}`)
  await rowOf(page, 'Mary Jackson').waitFor()
  await page.getByRole('button', { name: 'People' }).first().click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('At sea')
  await page.getByLabel('Everybody in the organization sees it').check()
  // Left, and gone on with.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'People' }).first().click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  assert.deepEqual([await page.getByLabel('Name', { exact: true }).inputValue(), await page.getByLabel('Everybody in the organization sees it').isChecked()], ['At sea', true])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'At sea' }).waitFor()
  const other = await open(`/people?view=${new URL(page.url()).searchParams.get('view')}`)
  await rowOf(other, 'Mary Jackson').waitFor()
  assert.deepEqual(await shownNames(other), ['Mary Jackson', 'Katherine Johnson', 'Grace Hopper', 'Barbara Liskov'])
})

test('everything is found and reached from the palette, mistyped too', async () => {
  const page = await open('/people')
  await rowOf(page, 'Ada Lovelace').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search everything').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('katherine jonson')
  await page.getByRole('option', { name: /Katherine Johnson/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/people/${ids.get('Katherine Johnson')}`)
})

test('a company is opened by keyboard, renamed where it stands, made one with another, deleted and brought back', async () => {
  const page = await open('/companies')
  const people = await open('/people')
  await rowOf(page, 'Engines').waitFor()
  await rowOf(people, 'Engines').first().waitFor()
  // A fast hand does not wait for what it has asked for.
  await page.keyboard.press('/')
  await page.keyboard.type('engin')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Name: Engines' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Difference Engines')
  await page.keyboard.press('Enter')
  await rowOf(people, 'Difference Engines').first().waitFor()

  await page.getByRole('button', { name: 'Merge into another company' }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('navy')
  await page.getByRole('option', { name: /Navy/ }).click()
  await page.getByRole('heading', { name: 'Navy' }).waitFor()
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor()
  await rowOf(people, 'Difference Engines').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Delete the company' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await rowOf(people, 'Navy').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await rowOf(people, 'Navy').first().waitFor()
})

test('the person of another organization is not there, and neither is their company', async () => {
  const { key } = await newClient(workspace.url, workspace.folder)
  const answer = await fetch(`${workspace.url}/api/v1/contacts`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Hidden Figure', company: { name: 'Elsewhere' } }),
  })
  const { id, company } = (await answer.json()) as { id: string; company: { id: string } }
  assert.equal(answer.status, 201)
  for (const path of [`/people/${id}`, `/companies/${company.id}`]) {
    const page = await open(path)
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    assert.equal(await page.getByText(/Hidden Figure|Elsewhere/).count(), 0)
  }
})

test('people, companies and home are open to everybody, on a phone and on a desk, light and dark', async () => {
  const page = await open('/')
  for (const [path, text] of Object.entries({ '/people': 'Ada Lovelace', '/companies': 'Navy', '/': 'Activity' })) {
    await page.goto(path)
    await page.getByRole('main').getByText(text).first().waitFor()
    await assertAccessibleInAllLooks(page)
  }
})

test('a list of thousands shows whoever the scroll bar is dragged to', async () => {
  const page = await open('/people')
  await rowOf(page, 'Mary Jackson').waitFor()
  const many = Array.from({ length: 450 }, (_, place) => `Person ${String(place).padStart(3, '0')}`)
  const add = async (from: number, to: number) => {
    for (let at = from; at < to; at += 50) {
      await ask(page, 'POST', '/batch', { calls: many.slice(at, at + 50).map((name) => ({ method: 'POST', path: '/api/v1/contacts', body: { name } })) })
    }
  }
  // A few more than are fetched at once: it ends with the last of them.
  await add(0, 100)
  await page.goto('/people')
  await page.locator('[role=grid][aria-rowcount="107"]').waitFor()
  await page.getByText('106').first().waitFor()
  await add(100, many.length)
  await page.goto('/people')
  await page.getByText('456').first().waitFor()
  const scrollTo = (share: number) => page.getByRole('grid').evaluate((grid, share) => grid.scrollTo({ top: grid.scrollHeight * share }), share)
  await scrollTo(1)
  await rowOf(page, 'Person 449').waitFor()
  await scrollTo(0.5)
  await rowOf(page, 'Person 220').waitFor()

  // Whoever was opened is gone back to, and from one to the next over the edge of what is fetched at once.
  await page.getByRole('link', { name: 'Person 220' }).click()
  await page.getByRole('heading', { name: 'Person 220' }).waitFor()
  await page.keyboard.press('Escape')
  const opened = page.locator('[role=row][data-active]').filter({ hasText: 'Person 220' })
  await opened.waitFor()
  assert.ok(await opened.isVisible())
  await page.getByRole('link', { name: 'Person 222' }).click()
  await page.getByRole('heading', { name: 'Person 222' }).waitFor()
  await page.reload()
  for (const next of ['Person 223', 'Person 224']) {
    await page.getByRole('button', { name: 'Next person' }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: next }).waitFor()
  }
  await page.keyboard.press('Escape')
  await page.locator('[role=row][data-active]').filter({ hasText: 'Person 224' }).waitFor()
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar', { name: '456 selected' }).waitFor()
})
