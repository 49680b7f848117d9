// What lies over the screens, and those that no other journey looks at: open to everybody, on a phone and on a desk, light and dark.

import { test } from 'node:test'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks, assertWithinEdges } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()
const { company, id } = await ask(page, 'POST', '/contacts', { name: 'Ada Lovelace', company: { name: 'Engines' }, tags: ['pioneer'], emails: [{ address: 'ada@example.org' }] })
await ask(page, 'POST', '/notes', { text: 'Likes tea', contact_ids: [id] })

const opened: Record<string, { path: string; open(): Promise<void> }> = {
  palette: { path: '/', open: () => press('Control+k', 'dialog') },
  shortcuts: { path: '/', open: () => press('?', 'dialog') },
  'people selected': { path: '/people', open: () => press('x', 'toolbar') },
  'tags of people': { path: '/people', open: () => press('t', 'dialog') },
  'a filter': {
    path: '/people',
    open: async () => {
      // Its key comes with it, after the screen.
      await page.getByRole('button', { name: 'Filter', exact: true }).waitFor()
      await press('f', 'dialog')
    },
  },
  'a new person': { path: '/people', open: () => press('n', 'dialog') },
  'a new company': { path: '/companies', open: () => press('n', 'dialog') },
  'a company, and what passed with it': {
    path: `/companies/${company.id}`,
    open: async () => {
      await page.getByRole('link', { name: /^Ada Lovelace/ }).waitFor()
      await page.getByRole('main').getByText('Likes tea').waitFor()
    },
  },
  'a company to be deleted': { path: `/companies/${company.id}`, open: () => press('#', 'dialog') },
  'a call': { path: `/people/${id}`, open: () => press('c', 'textbox', 'Subject') },
  operations: { path: '/operations', open: async () => page.getByText('Nothing has run yet').waitFor() },
  nothing: { path: '/nowhere', open: async () => page.getByText('There is nothing here').waitFor() },
}

for (const [what, { path, open }] of Object.entries(opened)) {
  test(`${what}: nothing of it is closed to anybody`, async () => {
    await page.goto(path, { waitUntil: 'networkidle' })
    await open()
    await assertAccessibleInAllLooks(page)
  })
}

// Its words are longer.
test('in German nothing that can be pressed lies beyond the edge of a phone', async () => {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 375, height: 760 })
  const speak = (language: string) => page.request.patch('/api/v1/me', { data: { language } })
  await speak('de')
  for (const name of ['Ben Okri', 'Cleo Marsh']) await ask(page, 'POST', '/contacts', { name })
  await page.goto('/people', { waitUntil: 'networkidle' })
  await press('x', 'toolbar', '1 ausgewählt')
  await assertWithinEdges(page)
  await page.goto('/import', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,E-Mail\nCleo Marsh,cleo@example.org\n') })
  await page.getByRole('button', { name: 'Importieren', exact: true }).waitFor()
  await assertWithinEdges(page)
  for (const path of ['/', '/inbox', '/rooms?list=true', '/tasks', '/tasks?show=all', '/tasks?show=board', '/tasks?show=calendar', `/people/${id}`, `/companies/${company.id}`, '/duplicates', '/settings/organization', '/settings/data', '/settings/availability']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.getByRole('navigation').getByText('Aufgaben').first().waitFor()
    await assertWithinEdges(page)
  }
  await speak('en')
  await page.setViewportSize(before)
})

async function press(key: string, role: 'dialog' | 'toolbar' | 'textbox', name?: string) {
  await page.locator('main h1, main [role=row], main h2').first().waitFor()
  await page.keyboard.press(key)
  await page.getByRole(role, { name }).first().waitFor()
}
