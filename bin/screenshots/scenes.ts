// What is shown. Each begins wherever the one before has left the page; long jobs, which others would show as well, come late.

import type { Page } from 'playwright-core'
import { customers, fair } from './files.ts'
import { get, send } from './requests.ts'

export interface Scene {
  /** Of its files. */
  name: string
  /** The one device on which it is something of its own. */
  only?: '-phone'
  show(page: Page): Promise<void>
}

const at = (name: string, path: string, ready: (page: Page) => Promise<void>): Scene => ({
  name,
  async show(page) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await ready(page)
  },
})

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor()

export const scenes: Scene[] = [
  at('set-up', '/setup?token=shown-once', (page) => page.getByLabel('Organization').waitFor()),
  at('sign-in', '/sign-in', (page) => page.getByLabel('E-mail').waitFor()),
  at('home', '/', (page) => page.getByText('Most active').waitFor()),
  at('people', '/people', (page) => page.getByRole('row').nth(5).waitFor()),
  {
    name: 'people-selected',
    async show(page) {
      await page.goto('/people?q=consulting', { waitUntil: 'networkidle' })
      await page.getByRole('row').nth(5).waitFor()
      for (const key of ['x', 'J', 'J']) await page.keyboard.press(key)
      await page.getByRole('toolbar', { name: '3 selected' }).waitFor()
    },
  },
  {
    name: 'person',
    async show(page) {
      await page.goto(`/people/${await mostActive(page)}`, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  at('companies', '/companies', (page) => page.getByRole('row').nth(5).waitFor()),
  {
    name: 'company',
    async show(page) {
      const { data } = await get<{ data: { id: string }[] }>(page.request, '/companies?limit=1')
      await page.goto(`/companies/${data[0]!.id}`, { waitUntil: 'networkidle' })
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    name: 'search',
    async show(page) {
      await page.goto('/', { waitUntil: 'networkidle' })
      await page.keyboard.press('Control+k')
      await page.getByPlaceholder(/Search everything/).fill('ecobuild')
      await page.getByRole('option').nth(3).waitFor()
    },
  },
  {
    name: 'shortcuts',
    async show(page) {
      await page.goto('/', { waitUntil: 'networkidle' })
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
    },
  },
  {
    name: 'rooms',
    async show(page) {
      await page.goto(`/rooms/${await roomCalled(page, 'projects')}`, { waitUntil: 'networkidle' })
      await page.getByText('Somebody from Ellery Housing').first().waitFor()
      await away(page)
    },
  },
  {
    name: 'room-code',
    async show(page) {
      await page.goto(`/rooms/${await roomCalled(page, 'building-physics')}`, { waitUntil: 'networkidle' })
      await page.locator('.hljs-keyword').first().waitFor()
      await away(page)
    },
  },
  {
    name: 'room-thread',
    async show(page) {
      const id = await roomCalled(page, 'projects')
      const { data } = await get<{ data: { id: string; text: string }[] }>(page.request, `/rooms/${id}/messages`)
      await page.goto(`/rooms/${id}?thread=${data.find(({ text }) => text.startsWith('North side'))!.id}`, { waitUntil: 'networkidle' })
      await page.getByText('set by the apprentice').waitFor()
      await away(page)
    },
  },
  at('message-search', '/rooms/search?q=windows', (page) => page.getByRole('main').getByRole('link', { name: /windows/ }).first().waitFor()),
  {
    name: 'browse-channels',
    async show(page) {
      await page.goto('/rooms?list=true', { waitUntil: 'networkidle' })
      await page.getByRole('button', { name: 'Browse channels' }).click()
      await page.getByText('school-lindenstrasse').last().waitFor()
    },
  },
  at('my-day', '/tasks', (page) => page.getByRole('row').nth(5).waitFor()),
  at('tasks', '/tasks?show=all', (page) => page.getByRole('row').nth(9).waitFor()),
  at('task-board', '/tasks?show=board', (page) => page.locator('[data-card]').nth(9).waitFor()),
  at('task-calendar', '/tasks?show=calendar', (page) => page.getByRole('gridcell').nth(20).waitFor()),
  {
    name: 'task',
    async show(page) {
      await page.goto(`/tasks/${await taskCalled(page, 'Tender for')}?show=all`, { waitUntil: 'networkidle' })
      await page.getByText('Heat load calculation').last().waitFor()
    },
  },
  {
    name: 'task-comments',
    async show(page) {
      await page.goto(`/tasks/${await taskCalled(page, 'Tender for')}?show=all&tab=comments`, { waitUntil: 'networkidle' })
      await page.getByText('U-values are in the annex').waitFor()
      await away(page)
    },
  },
  at('inbox', '/inbox', (page) => page.getByRole('row').nth(5).waitFor()),
  at('settings-notifications', '/settings/notifications', (page) => page.getByRole('switch').nth(9).waitFor()),
  at('settings-availability', '/settings/availability', (page) => page.locator('main header h1').waitFor()),
  at('duplicates', '/duplicates', (page) => page.getByRole('radiogroup').first().waitFor()),
  ...['profile', 'members', 'two-factor', 'fields', 'tags', 'data', 'api-keys', 'webhooks', 'audit'].map((section) =>
    at(`settings-${section}`, `/settings/${section}`, (page) => page.locator('main header h1').waitFor()),
  ),
  {
    name: 'import-draft',
    async show(page) {
      await choose(page, 'trade-fair.csv', fair())
      await page.getByLabel('What “Stand” means').selectOption({ label: 'Not imported' })
    },
  },
  {
    name: 'import-rejected',
    async show(page) {
      await choose(page, 'trade-fair.csv', fair())
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByRole('heading', { name: 'Rejected rows' }).waitFor()
      await page.getByLabel('E-mail, line 5').fill('j.quist@northlight.example')
    },
  },
  {
    name: 'import-running',
    async show(page) {
      await choose(page, 'customers-2026.csv', customers)
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByText('Time left').waitFor()
      // Between 20 and 40 percent.
      await page.locator('[role=progressbar]:is([aria-valuenow^="2"], [aria-valuenow^="3"]):not([aria-valuenow="2"], [aria-valuenow="3"])').waitFor({ timeout: 60_000 })
    },
  },
  at('operations', '/operations', heading('Operations')),
  at('import', '/import', heading('Import')),
  { ...at('more', '/settings', (page) => page.getByRole('navigation', { name: 'Settings' }).waitFor()), only: '-phone' },
  {
    name: 'first-use',
    async show(page) {
      const before = await get<{ organization: { id: string } }>(page.request, '/me')
      const { id } = await send<{ id: string }>(page.request, 'POST', '/organizations', { name: 'Alderpine Nordic' })
      await send(page.request, 'PATCH', '/sessions/current', { organization_id: id })
      await page.goto('/', { waitUntil: 'networkidle' })
      await page.getByRole('heading', { name: 'Bring in your people' }).waitFor()
      await send(page.request, 'PATCH', '/sessions/current', { organization_id: before.organization.id })
    },
  },
]

async function roomCalled(page: Page, name: string): Promise<string> {
  const { data } = await get<{ data: { id: string; name: string | null }[] }>(page.request, '/rooms')
  return data.find((room) => room.name === name)!.id
}

async function taskCalled(page: Page, beginning: string): Promise<string> {
  const { data } = await get<{ data: { id: string; title: string }[] }>(page.request, '/tasks?limit=100')
  return data.find(({ title }) => title.startsWith(beginning))!.id
}

/** The pointer is over nothing, and nothing is being written. */
async function away(page: Page) {
  await page.mouse.move(0, 0)
  await page.evaluate('document.activeElement?.blur()')
}

async function choose(page: Page, name: string, text: string) {
  await page.goto('/import', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

async function mostActive(page: Page): Promise<string> {
  const { most_active } = await get<{ most_active: { id: string }[] }>(page.request, '/dashboard')
  return most_active[0]!.id
}
