// From files to people: chosen or dropped, understood, tried, mended, taken back; through cut connections and killed servers.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { csv, mail, until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const page = await workspace.signedIn()

const friends = csv(
  ['Who', 'E-mail', 'Shoe size', 'Remark'],
  ['Ada Lovelace', 'ada@engines.example', '38', 'x'],
  ['Charles Babbage', 'charles at engines', '44', 'x'],
  ['Grace Hopper', 'grace@navy.example', '39', 'x'],
  ['', '', '40', 'nobody'],
)

test('an empty workspace leads to its first import in three clicks', async () => {
  await page.getByRole('heading', { name: 'Bring in your people' }).waitFor()
  await assertAccessibleInAllLooks(page)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()])
  await chooser.setFiles({ name: 'first.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,E-mail\nKatherine Johnson,katherine@nasa.example\n') })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('link', { name: 'See the people' }).click()
  await page.getByRole('row').filter({ hasText: 'Katherine Johnson' }).waitFor()
})

test('a table is dropped, mapped, tried, imported, its bad rows mended, and all of it undone', async () => {
  await dropFiles({ 'friends.csv': friends })

  await page.getByRole('heading', { name: 'friends.csv' }).waitFor()
  await page.getByLabel('What “Who” means').selectOption({ label: 'Name' })
  await page.getByLabel('What “Remark” means').selectOption({ label: 'Not imported' })
  await assertAccessibleInAllLooks(page)

  // What was chosen is still there after leaving.
  await page.reload()
  await page.getByRole('heading', { name: 'friends.csv' }).waitFor()
  assert.equal(await page.getByLabel('What “Remark” means').inputValue(), 'ignore')

  await page.getByRole('button', { name: 'Try it first' }).click()
  const tried = page.getByRole('status').filter({ hasText: 'Nothing was stored' })
  await tried.getByText('“charles at engines” is not an e-mail address.').waitFor()
  assert.match(await tried.innerText(), /Added\s*2\s*Rejected\s*2/)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'Rejected rows' }).waitFor()
  assert.match(page.url(), /\/import\/[0-9a-f-]{36}$/)
  const first = page.url()
  await assertAccessibleInAllLooks(page)

  // What was mended is still there after leaving.
  await page.getByLabel('E-mail, line 3').fill('charles@engines.example')
  await page.reload()
  // It has ended before the answer that it was begun is here.
  await page.route('**/api/v1/imports/*/rejections', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch()
    const { id } = await response.json()
    await until(async () => (await ask(page, 'GET', `/operations/${id}`)).status === 'succeeded')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: 'Import 1 mended row' }).click()
  await page.waitForURL((url) => url.href !== first)
  await page.unroute('**/api/v1/imports/*/rejections')
  await page.getByRole('status').getByText('Done').waitFor()
  await page.getByRole('link', { name: 'See the people' }).click()
  await page.getByRole('row').filter({ hasText: 'Charles Babbage' }).waitFor()

  await page.goto(first)
  await page.getByLabel('E-mail, line 5').waitFor()
  assert.equal(await page.getByLabel('E-mail, line 3').count(), 0)
  await page.getByRole('button', { name: 'Undo import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 people that it added are removed.').waitFor()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('heading', { name: 'Undo of friends.csv' }).waitFor()
  await page.getByText('Removed').waitFor()
  await page.goto('/people')
  await page.getByRole('row').filter({ hasText: 'Charles Babbage' }).waitFor()
  assert.equal(await page.getByRole('row').filter({ hasText: 'Ada Lovelace' }).count(), 0)

  await page.goto('/operations')
  await page.getByRole('link', { name: 'Try of friends.csv' }).waitFor()
  await page.getByRole('link', { name: 'Undo of friends.csv' }).waitFor()
  await page.getByRole('article').filter({ hasText: 'Undone' }).getByRole('link', { name: 'friends.csv' }).waitFor()
  await assertAccessibleInAllLooks(page)
})

test('what cannot be read stays listed with the reason, and a table in words of its own is mapped by hand', async () => {
  await dropFiles({ 'empty.csv': '', 'archive.zip': 'PK\x03\x04', 'words.csv': 'Wer,Nr\nEva,1\n' })
  const uploads = page.getByRole('list', { name: 'Being sent' })
  await uploads.getByText('empty.csv is empty: there is nothing in it to import.').waitFor()
  await uploads.getByText('archive.zip is a ZIP file, and no Slack export: unpack it, and send what is in it.').waitFor()
  await page.getByText('Who is who?').waitFor()
  await assertAccessibleInAllLooks(page)

  await page.getByRole('link', { name: 'words.csv' }).click()
  await page.getByRole('alert').getByText(/Choose which column is the name/).waitFor()
  await page.getByLabel('Separated by').selectOption({ label: 'Semicolon' })
  await page.getByLabel('What “Wer,Nr” means').waitFor()
  await page.getByLabel('Separated by').selectOption({ label: 'Comma' })
  await page.getByLabel('What “Wer” means').selectOption({ label: 'Name' })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('link', { name: 'See the people' }).waitFor()

  await page.goto('/import')
  await page.getByRole('button', { name: 'Dismiss: empty.csv' }).waitFor({ state: 'detached' })
})

test('many files are started at once; single messages are one import, and two windows know of the same drafts', async () => {
  await page.goto('/import')
  const other = await page.context().newPage()
  await other.goto('/import')
  const messages = [1, 2, 3].map((n) => [`${n}.eml`, mail({ id: `m${n}@x.example`, from: 'ada@engines.example', to: 'ada@own.example', subject: `Letter ${n}`, body: `From here on\n>From there ${n}` })])
  await dropFiles({ ...Object.fromEntries(messages), 'more.csv': 'Name\nMary Jackson\n' })
  await page.getByRole('link', { name: '3 messages' }).click()
  await page.getByRole('heading', { name: 'What is in it' }).waitFor()
  for (const subject of ['Letter 1', 'Letter 3']) await page.getByRole('listitem').filter({ hasText: subject }).waitFor()
  await page.goBack()
  await other.getByRole('button', { name: 'Discard: more.csv' }).waitFor()
  await page.getByRole('button', { name: 'Start all 2' }).click()
  await page.getByRole('button', { name: /Start all/ }).waitFor({ state: 'detached' })
  await other.getByRole('button', { name: 'Discard: more.csv' }).waitFor({ state: 'detached' })
  await other.getByRole('link', { name: 'more.csv' }).waitFor()
  await other.close()
  await until(async () => (await ask(page, 'GET', '/operations?status=running')).data.length === 0)
  const { data } = await ask(page, 'GET', '/interactions?kind=mail')
  assert.deepEqual(data.map(({ subject }: { subject: string }) => subject).toSorted(), ['Letter 1', 'Letter 2', 'Letter 3'])
  const { body } = await ask(page, 'GET', `/interactions/${data[0].id}`)
  assert.match(body.text, /^From here on\n>From there \d/)
})

test('an import is cancelled only after a question, and what it had stored can be undone', async () => {
  await dropFiles({ 'long.csv': ['Name,E-mail', ...Array.from({ length: 12_000 }, (_, n) => `Person ${n},l${n}@long.example`)].join('\n') })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.locator('[role=progressbar][aria-valuenow]:not([aria-valuenow="0"])').waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused').waitFor()
  const dialog = page.getByRole('dialog', { name: 'Cancel long.csv?' })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Keep it going' }).click()
  await page.getByText('Paused').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await assertAccessibleInAllLooks(page)
  await dialog.getByRole('button', { name: 'Cancel it' }).click()
  await page.getByText(/^It was cancelled after/).waitFor()
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await page.getByText('Removed', { exact: true }).waitFor()
  assert.equal((await ask(page, 'GET', '/contacts?q=long.example')).data.length, 0)

  // The list was looked at before it was begun, and what it was to be asked for again stays so whatever was told of the import meanwhile.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Import' }).click()
  await page.getByRole('link', { name: 'long.csv', exact: true }).waitFor()
})

test('an import goes on when the server is killed in the middle of it, and whoever looks on sees it end without reloading', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `Person ${n},p${n}@many.example`)
  await dropFiles({ 'many.csv': ['Name,E-mail', ...rows].join('\n') })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('Time left').waitFor()
  const start = await workspace.kill()
  await page.getByText('Offline: what you see may be old').first().waitFor()
  // A screen that was never opened waits for the server, and the one before stays.
  await page.getByRole('link', { name: 'Duplicates' }).click()
  await page.getByText('Time left').waitFor()
  await start()
  await page.getByText('Live').waitFor()
  await page.getByRole('heading', { name: 'Duplicates' }).waitFor()
  await page.getByRole('link', { name: 'Operations' }).click()
  await page.getByRole('link', { name: 'many.csv' }).click()
  await page.getByRole('link', { name: 'See the people' }).waitFor()
  const { done, failed } = (await ask(page, 'GET', '/operations?limit=1')).data[0]
  assert.deepEqual([done, failed], [12_000, 0])
})

/** As a hand lets files go over the window. */
async function dropFiles(files: Record<string, string>) {
  const data = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    for (const [name, text] of Object.entries(${JSON.stringify(files)})) transfer.items.add(new File([text], name))
    return transfer
  })()`)
  // What takes it comes a moment after the page, and a drag goes on telling where it is.
  await until(async () => {
    await page.dispatchEvent('main', 'dragover', { dataTransfer: data })
    return page.getByText('Drop to import').isVisible()
  })
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
}
