// A person and what passed between us: mail in its frame, threads, notes; and what stands beside: fields by their type,
// links, dates, relationships, the photo.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { mail, mbox } from '../factories.ts'
import { ask } from './asking.ts'
import { file } from '../scope.ts'
import { openWorkspace, owner } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()

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

test('mail of a person is read in a frame that runs nothing, and loads nothing from elsewhere before one says so', async () => {
  const asked: string[] = []
  await page.route('https://tracker.example/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/png', body: Buffer.from(png, 'base64') })
  })
  await page.goto('/import')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()])
  await chooser.setFiles({ name: 'mail.mbox', mimeType: 'application/mbox', buffer: Buffer.from(mails) })
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

test('a note is kept while it is written, saved, written anew, put away and brought back', async () => {
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

test('what is found in a mail leads to that mail', async () => {
  await page.goto('/')
  await page.getByRole('heading', { name: 'Activity' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search everything').fill('shall we meet')
  await page.getByRole('option', { name: /The compiler/ }).first().click()
  await page.getByRole('region', { name: 'Found' }).getByText('Shall we meet?').first().waitFor()
})

test('on a phone what passed comes first, and what is known is a tab away', async () => {
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Annie Easley', title: 'Rocket scientist' })
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 375, height: 700 })
  await page.goto(`/people/${id}`)
  const note = page.getByRole('button', { name: 'Note' })
  await note.waitFor()
  assert.ok((await note.boundingBox())!.y < 400)
  await page.getByRole('tab', { name: 'Details' }).click()
  await page.getByRole('button', { name: 'Title: Rocket scientist' }).waitFor()
  await assertAccessibleInAllLooks(page)

  // Whatever is written from the palette is in sight.
  for (const action of ['Write a note', 'Add a tag']) {
    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: action }).click()
    await page.getByRole('textbox', { name: action }).waitFor()
  }
  await page.setViewportSize(before)
})

test('a call that was begun is gone on with, whole', async () => {
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Mary Jackson' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Mary Jackson' }).waitFor()
  await page.keyboard.press('c')
  await page.getByLabel('Subject').fill('Wind tunnel')
  await page.getByLabel('What was said').fill('The model vibrates.')
  await page.goto('/people')
  await page.goto(`/people/${id}`)
  await page.getByRole('button', { name: 'Log a call There is a draft' }).click()
  assert.deepEqual([await page.getByLabel('Subject').inputValue(), await page.getByLabel('What was said').inputValue()], ['Wind tunnel', 'The model vibrates.'])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('article').filter({ hasText: 'Wind tunnel' }).waitFor()
})

test('who is deleted while they are looked at can be brought back there; and is deleted from the palette, with a way back', async () => {
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Dorothy Vaughan' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Dorothy Vaughan' }).waitFor()
  await page.request.delete(`/api/v1/contacts/${id}`)
  await page.getByText('Dorothy Vaughan was deleted.').waitFor()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByText('Dorothy Vaughan was deleted.').waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search everything').fill('delete')
  await page.getByRole('option', { name: 'Delete Dorothy Vaughan' }).click()
  await page.waitForURL(/\/people$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('row').filter({ hasText: 'Dorothy Vaughan' }).waitFor()
})

test('fields, links, dates, relationships and the photo of a person are changed in place', async () => {
  await ask(page, 'POST', '/fields', { label: 'Size', type: 'number' })
  await ask(page, 'POST', '/fields', { label: 'Level', type: 'select', options: [{ label: 'Gold' }, { label: 'Silver' }] })
  await ask(page, 'POST', '/contacts', { name: 'Charles Babbage' })
  const { id } = await ask(page, 'POST', '/contacts', { name: 'Ada Lovelace' })
  await page.goto(`/people/${id}`)
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()

  await page.getByRole('combobox', { name: 'Level' }).selectOption({ label: 'Silver' })
  await page.getByRole('button', { name: /^Size/ }).click()
  await page.getByRole('spinbutton', { name: 'Size' }).fill('38')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Size: 38' }).waitFor()
  await page.getByRole('button', { name: /^Add a link/ }).click()
  await page.getByRole('textbox', { name: 'Add a link' }).fill('engines.example/ada')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Open https://engines.example/ada' }).waitFor()

  await page.getByRole('button', { name: 'A date' }).click()
  await page.getByRole('spinbutton', { name: 'Day' }).fill('10')
  await page.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'December' })
  // Left, and gone on with.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'A date' }).click()
  assert.deepEqual([await page.getByRole('spinbutton', { name: 'Day' }).inputValue(), await page.getByRole('combobox', { name: 'Month' }).inputValue()], ['10', '12'])
  await page.getByRole('spinbutton', { name: 'Year' }).fill('1815')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region', { name: 'Dates' }).getByText('10 December 1815').or(page.getByText('December 10, 1815')).waitFor()

  await page.getByRole('button', { name: 'A relationship' }).click()
  await page.getByRole('combobox', { name: 'The other one is their' }).selectOption({ label: 'Other' })
  await page.getByLabel('The other one is', { exact: true }).fill('mentor')
  await page.getByLabel('This one is').fill('pupil')
  await page.getByPlaceholder('Name or address').fill('Charles')
  await page.getByRole('option', { name: /Charles Babbage/ }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'A relationship' }).click()
  await page.getByRole('option', { name: /Charles Babbage/ }).click()
  await page.getByRole('link', { name: 'Charles Babbage mentor' }).waitFor()
  // What each is to the other comes back with it.
  await page.getByRole('button', { name: 'Delete: Charles Babbage' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Charles Babbage mentor' }).click()
  await page.getByRole('link', { name: 'Ada Lovelace pupil' }).click()
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()

  const picture = await sharp({ create: { width: 500, height: 600, channels: 3, background: '#0f766e' } }).png().toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: 'ada.png', mimeType: 'image/png', buffer: picture })
  await page.locator('img[src*="/photo"]').first().waitFor()
  await assertAccessibleInAllLooks(page)

  const { fields, links, photo_url } = await ask(page, 'GET', `/contacts/${id}`)
  assert.ok(Object.values(fields).includes(38) && Object.values(fields).includes('Silver'), JSON.stringify(fields))
  assert.equal(links[0].url, 'https://engines.example/ada')
  assert.ok(photo_url)
  await page.getByRole('button', { name: 'Remove the photo' }).click()
  await page.locator('img[src*="/photo"]').first().waitFor({ state: 'detached' })
})
