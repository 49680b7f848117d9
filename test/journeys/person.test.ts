// A person and what passed between us: mail in its frame, threads, notes.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { mail, mbox } from '../factories.ts'
import { ask } from './asking.ts'
import { openWorkspace, owner } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const related = [
  '--b', 'Content-Type: text/html; charset=utf-8', '',
  '<p id="hello" style="color: rgb(255, 0, 0)">Hello from a <b>designed</b> mail.</p><script>document.title = "taken"</script>' +
  '<img alt="logo" src="cid:logo@x"><img alt="tracker" src="https://tracker.example/pixel.png">',
  '--b', 'Content-Type: image/png', 'Content-ID: <logo@x>', 'Content-Transfer-Encoding: base64', '', png, '--b--',
].join('\n')

const mails = mbox(
  mail({ from: 'Grace <grace@navy.example>', to: owner.email, id: 'one@x', subject: 'The compiler', body: 'Shall we meet?' }),
  mail({
    from: `Ada <${owner.email}>`, to: 'grace@navy.example', id: 'two@x', references: '<one@x>', subject: 'Re: The compiler',
    date: 'Tue, 3 Mar 2026 10:00:00 +0000', body: 'On Tuesday.\n\nOn Mon, 2 Mar 2026 at 10:00, Grace wrote:\n> Shall we meet?',
  }),
  mail({
    from: 'Grace <grace@navy.example>', to: owner.email, subject: 'Newsletter', date: 'Wed, 4 Mar 2026 10:00:00 +0000',
    headers: { 'Content-Type': 'multipart/related; boundary="b"' }, body: related,
  }),
)

// In the page, where there is more than here.
const colorOf = (element: unknown) => (globalThis as unknown as Window).getComputedStyle(element).color

interface Window {
  getComputedStyle(element: unknown): { color: string }
}

test('mail of a person is read in a frame that runs nothing, and loads nothing from elsewhere before one says so', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  const asked: string[] = []
  await page.route('https://tracker.example/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/png', body: Buffer.from(png, 'base64') })
  })
  await page.goto('/import')
  await page.getByLabel('Choose files').setInputFiles({ name: 'mail.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mails) })
  await page.getByRole('heading', { name: 'mail.mbox' }).waitFor()
  await assertAccessibleInAllLooks(page)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('status').getByText('Done').waitFor()

  const { data: [grace] } = await ask(page, 'GET', '/contacts?email=grace@navy.example')
  await page.goto(`/people/${grace.id}`)
  await page.getByRole('button', { name: 'Newsletter' }).click()
  const frame = page.frameLocator('iframe[title="Message"]')
  await frame.getByText('Hello from a designed mail.').waitFor()
  assert.equal(await page.locator('iframe[title="Message"]').getAttribute('sandbox'), 'allow-popups allow-popups-to-escape-sandbox')
  assert.equal(await frame.getByText('Hello').evaluate(colorOf), 'rgb(255, 0, 0)')
  assert.match((await frame.getByAltText('logo').getAttribute('src'))!, /^data:image\/png/)
  assert.equal(await frame.locator('script').count(), 0)
  assert.equal(asked.length, 0)
  await assertAccessibleInAllLooks(page)

  await page.getByText('1 picture from elsewhere blocked').waitFor()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await frame.getByAltText('tracker').and(frame.locator('[src^="https:"]')).waitFor()
  await page.getByRole('button', { name: 'Newsletter' }).click()
  assert.equal(asked.length, 1)

  const thread = page.getByRole('article').filter({ hasText: '2 messages' })
  await thread.getByRole('button', { name: 'Re: The compiler' }).click()
  await thread.getByText('On Tuesday.').last().waitFor()
  assert.equal(await thread.locator('blockquote').count(), 0)
  await thread.getByRole('button', { name: 'Show quoted text' }).click()
  await thread.locator('blockquote').getByText('Shall we meet?').waitFor()
})

test('a note is kept while it is written, saved, written anew, put away and brought back', async (t) => {
  const workspace = await openWorkspace(t)
  const page = await workspace.signedIn()
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Grace Hopper' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Likes **strong** tea')
  await page.reload()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  await page.keyboard.press('n')
  const box = page.getByRole('textbox', { name: 'Write a note' })
  assert.equal(await box.inputValue(), 'Likes **strong** tea')
  await box.press('Control+Enter')
  await page.locator('strong').filter({ hasText: 'strong' }).waitFor()
  await assertAccessibleInAllLooks(page)

  const note = page.getByRole('article').filter({ hasText: 'tea' })
  await note.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await box.fill('Likes green tea')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByText('Likes green tea').waitFor()

  await note.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByText('Likes green tea').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Likes green tea').waitFor()
})
