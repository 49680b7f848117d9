// What is said about a task, and tasks from what was said; on the page of a person, and from the palette.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()
const { link } = await ask(page, 'POST', '/invitations', { email: 'ben@own.example', role: 'member' })
const bens = await workspace.open('/sign-in')
await ask(bens, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Ben Okri', password: 'the famished road' })
const benId = (await ask(bens, 'GET', '/me')).user.id

const panel = (title: string, on = page) => on.getByRole('region', { name: title, exact: true })
const live = (on = page) => on.getByText('Live', { exact: true }).first().waitFor()

test('comments are written beside a task, seen by who looks at it, and tell whom it is assigned to', async () => {
  const task = await ask(page, 'POST', '/tasks', { title: 'Annual report', assignee_ids: [benId] })
  await page.goto(`/tasks/${task.id}?show=all`)
  await bens.goto(`/tasks/${task.id}?show=all`)
  await Promise.all([panel('Annual report').waitFor(), panel('Annual report', bens).waitFor()])
  await Promise.all([live(), live(bens)])
  await page.keyboard.press('c')
  await page.getByText('Nobody has said anything yet').waitFor()
  await assertAccessibleInAllLooks(page)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.getByRole('textbox', { name: 'Write a comment' }).fill('Chapter two is missing.')
  await page.keyboard.press('Enter')
  await panel('Annual report').getByText('Chapter two is missing.').waitFor()
  await assertAccessibleInAllLooks(page)

  await panel('Annual report', bens).getByLabel('1 unread comment').waitFor()
  await bens.getByRole('link', { name: /^Comments/ }).click()
  await bens.getByText('Chapter two is missing.').waitFor()
  await bens.getByRole('textbox', { name: 'Write a comment' }).fill('It comes tomorrow.')
  await bens.keyboard.press('Enter')
  await panel('Annual report').getByText('It comes tomorrow.').first().waitFor()

  await page.getByRole('link', { name: 'Details', exact: true }).click()
  await page.locator('input[type=file]').setInputFiles({ name: 'figures.txt', mimeType: 'text/plain', buffer: Buffer.from('1, 2, 3') })
  await panel('Annual report', bens).getByText('figures.txt').first().waitFor()
  await panel('Annual report').getByRole('link', { name: /figures\.txt/ }).waitFor()
  await assertAccessibleInAllLooks(page)
})

test('what a task is, it is made where it stands: repetition, start, estimate, watchers, company', async () => {
  await ask(page, 'POST', '/companies', { name: 'Acme' })
  const task = await ask(page, 'POST', '/tasks', { title: 'Stocktaking', due_on: '2027-01-04' })
  await page.goto(`/tasks/${task.id}?show=all`)
  const open = panel('Stocktaking')
  await open.getByRole('textbox', { name: 'Estimate' }).fill('1h 30m')
  await page.keyboard.press('Enter')
  await open.getByLabel('Start', { exact: true }).fill('2027-01-02')
  await open.getByRole('textbox', { name: 'Title' }).focus()
  await open.getByRole('button', { name: /^Repeats/ }).click()
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('week')
  await page.getByRole('button', { name: 'Thu', exact: true }).click()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('Escape')
  await open.getByText('Every week (Mon, Thu), once it is done').waitFor()
  await open.getByRole('button', { name: /^Watchers/ }).click()
  await page.getByRole('option', { name: 'Ben Okri ben@own.example' }).click()
  await page.keyboard.press('Escape')
  await open.getByRole('button', { name: 'Add a company' }).click()
  await page.keyboard.type('acm')
  await page.getByRole('option', { name: 'Acme' }).click()
  await open.getByRole('link', { name: 'Acme' }).waitFor()
  await until(async () => {
    const { estimate_minutes, starts_on, repeat_rule, watcher_ids, companies } = await ask(page, 'GET', `/tasks/${task.id}`)
    return JSON.stringify([estimate_minutes, starts_on, repeat_rule, watcher_ids, companies.length]) === JSON.stringify([90, '2027-01-02', 'FREQ=WEEKLY;BYDAY=MO,TH', [benId], 1])
  })
})

test('a message becomes a task by one key, and each leads to the other', async () => {
  const room = await ask(page, 'POST', '/rooms', { kind: 'channel', name: 'sales', user_ids: [benId] })
  await ask(bens, 'POST', `/rooms/${room.id}/messages`, { text: 'Somebody has to call the printer.' })
  await page.goto(`/rooms/${room.id}`)
  await page.getByText('Somebody has to call the printer.').first().waitFor()
  await page.getByRole('textbox', { name: 'Message #sales' }).press('Escape')
  await page.keyboard.press('k')
  await page.keyboard.press('t')
  const chip = page.getByRole('link', { name: 'Somebody has to call the printer.' })
  await chip.waitFor()
  await assertAccessibleInAllLooks(page)
  await chip.click()
  const open = panel('Somebody has to call the printer.')
  await open.getByRole('region', { name: 'Came from' }).getByRole('link').click()
  await page.waitForURL(/\/rooms\//)
  await page.getByRole('link', { name: 'Somebody has to call the printer.' }).waitFor()
})

test('tasks stand on the page of whom they are about, are written there, and found and made in the palette', async () => {
  const contact = await ask(page, 'POST', '/contacts', { name: 'Ana Moreira' })
  await page.goto(`/people/${contact.id}`)
  const section = page.getByRole('region', { name: 'Tasks', exact: true })
  await section.getByRole('button', { name: 'Add a task' }).click()
  await page.keyboard.type('Send the brochure tomorrow')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await section.getByRole('link', { name: 'Send the brochure' }).waitFor()
  await assertAccessibleInAllLooks(page)
  const { data: [task] } = await ask(page, 'GET', `/tasks?contact_id=${contact.id}`)
  assert.equal(task.contacts[0].id, contact.id)

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/Search everything/).fill('brochure')
  await page.getByRole('option', { name: /Send the brochure/ }).click()
  await panel('Send the brochure').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/Search everything/).fill('Water the plants !low')
  await page.getByRole('option', { name: 'Add the task “Water the plants !low”' }).click()
  await page.getByText('“Water the plants” was added.').waitFor()
  assert.equal((await ask(page, 'GET', '/tasks?q=plants')).data[0].priority, 'low')
})
