// Tasks on the board and in the calendar, in saved views and many at once: by hand and by keys, live for two.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()
const other = await page.context().newPage()

const live = (on = page) => on.getByText('Live', { exact: true }).first().waitFor()
const column = (name: string, on = page) => on.getByRole('region', { name, exact: true })
const card = (title: string, on = page) => on.locator('[data-card]').filter({ hasText: title })
const titlesIn = (name: string, on = page) => column(name, on).locator('[data-card] a').allInnerTexts()
const becomes = (read: () => Promise<unknown>, wanted: unknown) => until(async () => JSON.stringify(await read()) === JSON.stringify(wanted))

test('cards are dragged and moved by keys, at once here and soon elsewhere, and taken back', async () => {
  for (const title of ['Offer', 'Invoice', 'Visit']) await ask(page, 'POST', '/tasks', { title })
  await other.goto('/tasks?show=board')
  await card('Offer', other).waitFor()
  await live(other)
  await page.goto('/tasks?show=board')
  await card('Offer').waitFor()
  await live()
  assert.deepEqual(await titlesIn('To do'), ['Visit', 'Invoice', 'Offer'])
  await assertAccessibleInAllLooks(page)

  await card('Invoice').dragTo(column('Doing'))
  await becomes(() => titlesIn('Doing'), ['Invoice'])
  await becomes(() => titlesIn('Doing', other), ['Invoice'])
  await page.getByText('“Invoice” is in Doing now.').waitFor()
  await page.keyboard.press('Control+z')
  await becomes(() => titlesIn('To do', other), ['Visit', 'Invoice', 'Offer'])

  // From the first card on, without a mouse.
  await page.goto('/tasks?show=board')
  await card('Offer').waitFor()
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await becomes(() => titlesIn('To do', other), ['Visit', 'Offer', 'Invoice'])
  await page.keyboard.press('Shift+ArrowRight')
  await becomes(() => titlesIn('Doing', other), ['Invoice'])
  await page.keyboard.press('x')
  await becomes(() => titlesIn('Done', other), ['Invoice'])
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Invoice', exact: true }).waitFor()
  await page.keyboard.press('Escape')

  await column('Backlog').getByRole('button', { name: 'Add a task to Backlog' }).click()
  await page.keyboard.type('Some day')
  await page.keyboard.press('Enter')
  await becomes(() => titlesIn('Backlog', other), ['Some day'])
})

test('in the calendar a task goes to another day by hand and by keys, and one is written for the day on which one stands', async () => {
  const task = await ask(page, 'POST', '/tasks', { title: 'Dentist', due_on: '2026-03-10', due_time: '15:00', due_zone: 'Europe/Berlin' })
  const day = (label: string) => page.getByRole('gridcell', { name: label })
  await page.goto('/tasks?show=calendar&day=2026-03-10')
  await day('10 March 2026: 1 task due').waitFor()
  await assertAccessibleInAllLooks(page)
  await page.getByRole('link', { name: 'Dentist' }).dragTo(day('12 March 2026'))
  await day('12 March 2026: 1 task due').getByText('Dentist').waitFor()
  await until(async () => (await ask(page, 'GET', `/tasks/${task.id}`)).due_on === '2026-03-12')
  assert.equal((await ask(page, 'GET', `/tasks/${task.id}`)).due_time, '15:00')
  await page.goto('/tasks?show=calendar&day=2026-03-10')
  await day('12 March 2026: 1 task due').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowRight')
  await until(async () => (await ask(page, 'GET', `/tasks/${task.id}`)).due_on === '2026-03-13')
  await page.keyboard.press('w')
  await page.getByRole('heading', { name: /9 Mar – 15 Mar 2026/ }).waitFor()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Send flowers')
  await page.keyboard.press('Enter')
  await day('13 March 2026: 2 tasks due').getByText('Send flowers').waitFor()
})

test('what is shown is kept as a view, and found again', async () => {
  await ask(page, 'POST', '/tasks', { title: 'Board meeting', labels: ['board'], priority: 'high' })
  await page.goto('/tasks?show=board')
  await page.getByRole('combobox', { name: 'Label' }).selectOption('board')
  await card('Some day').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Tasks', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('For the board')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'For the board' }).waitFor()
  const { data: [view] } = await ask(page, 'GET', '/tasks/views')
  assert.deepEqual([view.layout, view.filter], ['board', { label: ['board'] }])

  await page.getByRole('combobox', { name: 'Priority' }).selectOption('High')
  await page.getByRole('img', { name: 'differs from the saved view' }).waitFor()
  await page.goto('/tasks?show=all')
  await page.getByRole('button', { name: 'Tasks', exact: true }).click()
  await page.getByRole('menuitem', { name: 'For the board' }).click()
  await card('Board meeting').waitFor()
  assert.deepEqual(await page.locator('[data-card]').count(), 1)
})

test('several tasks are selected by keys, changed together and taken back', async () => {
  await page.goto('/tasks?show=all&sort=title')
  await page.getByRole('row').filter({ hasText: 'Dentist' }).waitFor()
  await live()
  for (const key of ['s', 'Shift+J']) await page.keyboard.press(key)
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByLabel('Priority').selectOption('Urgent')
  await page.getByRole('dialog').getByLabel('Add a label').fill('together')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('2 tasks changed.').waitFor()
  const changed = async () => (await ask(page, 'GET', '/tasks?label=together&sort=title')).data.map(({ title, priority }: { title: string; priority: string }) => `${title}: ${priority}`)
  await becomes(changed, ['Board meeting: urgent', 'Dentist: urgent'])
  await page.keyboard.press('Control+z')
  await becomes(changed, [])

  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar').getByText('selected').waitFor()
  await page.keyboard.press('x')
  await page.getByText('No open task').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('row').filter({ hasText: 'Dentist' }).waitFor()
})
