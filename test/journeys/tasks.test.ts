// Tasks at the screens: written in a line, done by a key, looked into at the side, and live for two.

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
const { user } = await ask(page, 'GET', '/me')
const contact = await ask(page, 'POST', '/contacts', { name: 'Ana Moreira' })

const row = (title: string, on = page) => on.getByRole('row').filter({ hasText: title })
const panel = (title: string, on = page) => on.getByRole('region', { name: title, exact: true })
const live = (on = page) => on.getByText('Live', { exact: true }).first().waitFor()

test('what is written into the line of the day is one\'s own and planned for today, done by a key and taken back', async () => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByText('Nothing to do today').waitFor()
  await live()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Call Ana')
  await page.keyboard.press('Enter')
  await row('Call Ana').waitFor()
  await page.getByRole('rowheader', { name: 'Planned for today' }).waitFor()
  const { data } = await ask(page, 'GET', '/tasks')
  assert.deepEqual(data.map((task: { assignee_ids: string[] }) => task.assignee_ids), [[user.id]])

  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await page.getByRole('rowheader', { name: 'Done today' }).waitFor()
  await page.getByRole('checkbox', { name: 'Call Ana: Done', checked: true }).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('rowheader', { name: 'Planned for today' }).waitFor()
  assert.equal((await ask(page, 'GET', `/tasks/${data[0].id}`)).category, 'todo')
})

test('a task is changed at its side, says why it is blocked, and another window sees all of it', async () => {
  const blocker = await ask(page, 'POST', '/tasks', { title: 'Ask legal' })
  const task = await ask(page, 'POST', '/tasks', { title: 'Send the offer', blocker_ids: [blocker.id], contact_ids: [contact.id], due_on: '2026-01-15', labels: ['sales'] })
  await other.goto('/tasks?show=all')
  await row('Send the offer', other).waitFor()
  await live(other)
  await page.goto('/tasks?show=all')
  await page.getByRole('rowheader', { name: 'Overdue' }).waitFor()
  await page.keyboard.press('Enter')
  const open = panel('Send the offer')
  await open.getByText('Blocked: it can go on when this task is done.').waitFor()
  await open.getByRole('link', { name: 'Ana Moreira' }).waitFor()
  await assertAccessibleInAllLooks(page)

  await open.getByRole('textbox', { name: 'Title' }).fill('Send the second offer')
  await open.getByRole('textbox', { name: 'Title' }).press('Enter')
  await row('Send the second offer', other).waitFor()
  const renamed = panel('Send the second offer')
  await renamed.getByRole('combobox', { name: 'Priority' }).selectOption('Urgent')
  await renamed.getByRole('button', { name: 'Add a label' }).click()
  await page.keyboard.type('renewal')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await row('Send the second offer', other).getByText('renewal').waitFor()
  await renamed.getByRole('button', { name: 'Add a sub-task' }).click()
  await page.keyboard.type('Read it once more')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await renamed.getByText('0 of 1 done').waitFor()
  await row('Send the second offer', other).getByTitle('0 of 1 done').last().waitFor()

  // It is written as Markdown, and read as what that means.
  const description = renamed.getByRole('textbox', { name: 'Description' })
  await description.fill('Until **noon**')
  await description.press('Control+Enter')
  assert.equal(await renamed.locator('strong').textContent(), 'noon')
  await renamed.getByRole('button', { name: 'Edit: Description' }).press('Enter')
  assert.equal(await description.inputValue(), 'Until **noon**')
  await description.press('Escape')

  // What it waits for is done elsewhere: it goes on here.
  await row('Ask legal', other).getByRole('checkbox', { name: /^Ask legal/ }).click()
  await renamed.getByText('Blocked: it can go on').waitFor({ state: 'detached' })
  await renamed.getByText('changed the priority from No priority to Urgent').waitFor()
  await until(async () => {
    const { title, priority, labels } = await ask(page, 'GET', `/tasks/${task.id}`)
    return JSON.stringify([title, priority, labels]) === JSON.stringify(['Send the second offer', 'urgent', ['renewal', 'sales']])
  })

  await page.keyboard.press('#')
  await renamed.waitFor({ state: 'detached' })
  await row('Send the second offer', other).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await row('Send the second offer', other).waitFor()
})

test('a change that is refused is set back, and says why', async () => {
  const task = await ask(page, 'POST', '/tasks', { title: 'Keep this' })
  await page.goto(`/tasks/${task.id}?show=all`)
  const open = panel('Keep this')
  await page.route(`**/api/v1/tasks/${task.id}`, (route) => (route.request().method() === 'PATCH' ? route.fulfill({ status: 409, json: { code: 'task_circle', detail: 'It would wait for itself.' } }) : route.continue()))
  await open.getByRole('combobox', { name: 'Status' }).selectOption('Done')
  await page.getByText('It would wait for itself.').waitFor()
  await open.getByRole('checkbox', { name: 'Keep this: To do', checked: false }).waitFor()
  await page.unroute(`**/api/v1/tasks/${task.id}`)
})

test('a line says what it has understood, and that is what the task becomes', async () => {
  const ann = await ask(page, 'POST', '/contacts', { name: 'Ann Archer' })
  await ask(page, 'POST', '/contacts', { name: 'Ann Baker' })
  await page.goto('/tasks?show=all')
  await row('Call Ana').waitFor()
  await page.keyboard.press('n')
  await page.keyboard.type('Write to ^ann tomorrow 9:30 !high #renewal')
  const understood = page.getByRole('status', { name: 'Understood' })
  await understood.getByText('Tomorrow').waitFor()
  await understood.getByText('High').waitFor()
  await understood.getByRole('combobox', { name: 'Who is ^ann?' }).selectOption('Ann Archer')
  await assertAccessibleInAllLooks(page)
  await page.getByRole('textbox', { name: 'Add a task' }).press('Enter')
  await row('Write to').first().waitFor()
  const { data: [task] } = await ask(page, 'GET', '/tasks?q=write')
  assert.deepEqual([task.title, task.due_time, task.priority, task.labels, task.contacts.map(({ id }: { id: string }) => id)], ['Write to', '09:30', 'high', ['renewal'], [ann.id]])
})

test('the list of all is narrowed down and ordered, and says so in its address', async () => {
  await ask(page, 'POST', '/tasks', { title: 'Long done', category: 'done' })
  await page.goto('/tasks?show=all')
  await row('Call Ana').waitFor()
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Done')
  await row('Long done').waitFor()
  await row('Call Ana').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Status' }).selectOption('All states')
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('By priority')
  await page.getByRole('rowheader', { name: 'Urgent' }).waitFor()
  await page.getByRole('combobox', { name: 'Assignee' }).selectOption('Me')
  await row('Long done').waitFor({ state: 'detached' })
  await row('Call Ana').waitFor()
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), { show: 'all', state: 'all', sort: 'priority', assignee: 'me' })
  await page.getByRole('searchbox', { name: 'Filter by words' }).fill('nothing of the kind')
  await page.getByText('No task matches').waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await row('Send the second offer').waitFor()
})
