// What people do in the settings: let others in, guard their own account, give programs a key.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Page, WebSocketRoute } from 'playwright-core'
import { unique, until } from '../factories.ts'
import { spawnRapport } from '../rapport.ts'
import { startReceiver } from '../receiver.ts'
import { file } from '../scope.ts'
import { totpCode } from '../totp.ts'
import { ask } from './asking.ts'
import { openWorkspace, owner, pathOf, signIn } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file, { env: { OUTGOING_ALLOW: '127.0.0.1' } })
const page = await workspace.signedIn()

const password = 'a bridge over the river'

test('somebody who is invited joins with the link, and signs in ever after', async () => {
  const email = `${unique('grace')}@own.example`
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Role', { exact: true }).selectOption('admin')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const link = await page.getByLabel('Link of the invitation').inputValue()

  const grace = await join(link, 'Grace Hopper')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByLabel('Role of Grace Hopper').waitFor()

  await grace.getByRole('button', { name: 'Grace Hopper' }).click()
  await grace.getByRole('menuitem', { name: 'Sign out' }).click()
  await grace.waitForURL(/sign-in/)
  await signIn(grace, { email, password })
  await grace.getByRole('button', { name: 'Grace Hopper' }).waitFor()
  await grace.goto('/settings/api-keys')
  await grace.getByRole('button', { name: 'New API key' }).waitFor()

  const late = await workspace.open(pathOf(link))
  await late.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
})

test('two who share a browser do not see what the other one was writing', async () => {
  const gwen = await newMember({ name: 'Gwen Draper', role: 'member' })
  const write = async () => {
    await gwen.goto('/companies')
    await gwen.getByRole('button', { name: 'New company' }).first().click()
    return gwen.getByRole('dialog').getByLabel('Name')
  }
  await (await write()).fill('Secret Plans')
  await gwen.reload()
  assert.equal(await (await write()).inputValue(), 'Secret Plans')
  await gwen.keyboard.press('Escape')
  await gwen.getByRole('button', { name: 'Gwen Draper' }).click()
  await gwen.getByRole('menuitem', { name: 'Sign out' }).click()
  await gwen.waitForURL(/sign-in/)
  await signIn(gwen, owner)
  await gwen.getByRole('button', { name: owner.name }).waitFor()
  assert.equal(await (await write()).inputValue(), '')
  await gwen.request.delete('/api/v1/sessions/current')
})

test('what was begun in a dialog of the settings is there when one comes back, but for passwords; and is gone once it is done', async () => {
  const tab = await page.context().newPage()
  await tab.goto('/settings/webhooks')
  const begin = async () => {
    await tab.getByRole('button', { name: 'New webhook' }).first().click()
    return tab.getByRole('dialog')
  }
  await (await begin()).getByLabel('URL').fill('https://hooks.example.org/rapport')
  await tab.getByRole('dialog').getByLabel('Description').fill('For the shop')
  await tab.keyboard.press('Escape')
  await tab.reload()
  assert.equal(await (await begin()).getByLabel('URL').inputValue(), 'https://hooks.example.org/rapport')
  assert.equal(await tab.getByRole('dialog').getByLabel('Description').inputValue(), 'For the shop')
  await tab.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await tab.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  assert.equal(await (await begin()).getByLabel('URL').inputValue(), '')

  await tab.goto('/settings/profile')
  await tab.getByRole('button', { name: 'Change address' }).click()
  const dialog = tab.getByRole('dialog')
  await dialog.getByLabel('New address').fill('ada@elsewhere.example')
  await dialog.getByLabel('Password').fill('analytical engine')
  await tab.keyboard.press('Escape')
  assert.ok(!(await tab.evaluate(() => JSON.stringify(Object.values(localStorage)))).includes('analytical'))
  await tab.reload()
  await tab.getByRole('button', { name: 'Change address' }).click()
  assert.deepEqual([await dialog.getByLabel('New address').inputValue(), await dialog.getByLabel('Password').inputValue()], ['ada@elsewhere.example', ''])
  await tab.close()
})

test('who has a lesser role is told so, and a guest has their own settings', async () => {
  const guest = await newMember({ name: 'Guy Guest', role: 'guest' })
  await guest.getByRole('heading', { name: /You are a guest/ }).waitFor()
  await guest.getByRole('link', { name: 'Your settings' }).click()
  await guest.getByRole('heading', { name: 'Profile' }).waitFor()
  assert.equal(await guest.getByRole('link', { name: 'Audit log' }).count(), 0)
  await guest.goto('/settings/audit')
  await guest.getByText('It needs the role Admin; yours is Guest.').waitFor()

  // Their language goes with them to each device.
  await guest.goto('/settings/profile')
  await guest.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await guest.getByRole('heading', { name: 'Profil', exact: true }).waitFor()
  await until(async () => (await ask(guest, 'GET', '/me')).user.language === 'de')
  const device = await workspace.open('/settings/profile', { storageState: { cookies: await guest.context().cookies(), origins: [] } })
  await device.getByRole('heading', { name: 'Profil', exact: true }).waitFor()
  assert.notEqual((await ask(guest, 'GET', '/me')).user.time_zone, null)
})

test('two-step verification is set up with an app, and asked for at the next sign-in', async () => {
  const email = `${unique('tim')}@own.example`
  const tim = await newMember({ name: 'Tim Berners', email })
  const live = Promise.withResolvers<WebSocketRoute>()
  await tim.routeWebSocket('**/api/v1/live*', (socket) => {
    socket.connectToServer()
    live.resolve(socket)
  })
  await tim.goto('/settings/two-factor')
  await tim.getByRole('button', { name: 'Set up' }).click()
  await tim.getByLabel('Password').fill(password)
  await tim.getByRole('button', { name: 'Next' }).click()
  await tim.getByRole('img', { name: /QR code/ }).waitFor()
  const seed = await tim.getByLabel('Key for your app').inputValue()
  await tim.getByLabel('Code of the app').fill(totpCode(seed))
  // It comes with another session, and the one of before is dead at once.
  await refuseReadsUntilWritten(tim, '**/me/totp/confirmation')
  await tim.getByRole('button', { name: 'Switch on' }).click()
  await (await live.promise).close({ code: 4401 })
  const recovery = await tim.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').first().innerText()
  await tim.getByRole('button', { name: 'I have kept them' }).click()
  await tim.getByText('On', { exact: true }).waitFor()

  const elsewhere = await workspace.open('/sign-in')
  await signIn(elsewhere, { email, password })
  await elsewhere.getByLabel('Code').fill('000000')
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.getByRole('alert').waitFor()
  await elsewhere.getByLabel('Code').fill(totpCode(seed, 1))
  await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.getByRole('button', { name: 'Tim Berners' }).waitFor()

  const lost = await workspace.open('/sign-in')
  await signIn(lost, { email, password })
  await lost.getByRole('button', { name: 'Use a recovery code' }).click()
  await lost.getByLabel('Recovery code').fill(recovery)
  await lost.getByRole('button', { name: 'Sign in' }).click()
  await lost.getByRole('button', { name: 'Tim Berners' }).waitFor()
})

test('an API key is shown once, works, and is dead when it is revoked, as the audit log says', async () => {
  const name = unique('Nightly sync')
  await page.goto('/settings/api-keys')
  await page.getByRole('button', { name: 'New API key' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  const key = await page.getByLabel('API key', { exact: true }).inputValue()
  const call = () => fetch(`${workspace.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal((await call()).status, 200)
  await page.getByRole('button', { name: 'Done' }).click()

  await page.reload()
  await page.getByText(name).waitFor()
  assert(!(await page.content()).includes(key), 'the key is in the page again')
  await page.getByRole('button', { name: `Revoke “${name}”` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Revoked').waitFor()
  assert.equal((await call()).status, 401)
  await page.goto('/settings/audit')
  await page.getByText('API key revoked').first().click()
  await page.getByText(/^API key [\da-f-]{36}$/).locator('visible=true').waitFor()
})

test('a webhook whose receiver asks to wait says until when', async () => {
  const receiver = await startReceiver(file, (response) => response.writeHead(503, { 'retry-after': '43200' }).end())
  await page.goto('/settings/webhooks')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('URL').fill(receiver.url)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  const made = await page.request.post('/api/v1/contacts', { data: { name: 'Ada' }, headers: { origin: workspace.url } })
  assert.equal(made.status(), 201)

  await page.getByRole('link', { name: receiver.url }).click()
  await page.getByText(/^Held until .*\d\d:\d\d: the receiver asked to wait\.$/).waitFor()
  await page.getByText('Held', { exact: true }).waitFor()
  await assertAccessibleInAllLooks(page)
})

test('who ends a session elsewhere signs that browser out', async () => {
  const other = await workspace.open('/sign-in')
  await signIn(other, owner)
  await other.getByText('Live').waitFor()
  await page.goto('/settings/sessions')
  await page.getByRole('button', { name: 'End', exact: true }).click()
  await other.waitForURL(/sign-in/)
  await other.getByText('Your session has ended.').waitFor()
})

test('who goes on in another organization does so in every tab', async () => {
  const one = await workspace.open('/sign-in')
  await signIn(one, owner)
  await one.getByRole('button', { name: owner.organization }).waitFor()
  const two = await one.context().newPage()
  await two.goto(`${workspace.url}/people`)
  await two.getByRole('button', { name: owner.organization }).waitFor()

  await one.getByRole('button', { name: owner.organization }).click()
  await one.getByRole('menuitem', { name: 'New organization' }).click()
  await one.getByLabel('Name').fill('Difference Engines')
  await one.getByRole('button', { name: 'Create' }).click()
  for (const tab of [one, two]) await tab.getByRole('button', { name: 'Difference Engines' }).waitFor()

  await two.getByRole('button', { name: 'Difference Engines' }).click()
  await two.getByRole('menuitem', { name: owner.organization }).click()
  for (const tab of [one, two]) await tab.getByRole('button', { name: owner.organization }).waitFor()
})

test('a forgotten password is chosen anew with the link of the mail, once', async () => {
  const email = `${unique('dora')}@own.example`
  await newMember({ name: 'Dora', email })
  const link = await passwordLink(email)
  const forgetful = await workspace.open(pathOf(link))
  await forgetful.getByLabel('New password').fill('another bridge entirely')
  await forgetful.getByRole('button', { name: 'Save' }).click()
  await forgetful.getByRole('link', { name: 'Sign in' }).click()
  await signIn(forgetful, { email, password: 'another bridge entirely' })
  await forgetful.getByRole('button', { name: 'Dora' }).waitFor()

  await forgetful.goto(pathOf(link))
  await forgetful.getByLabel('New password').fill('a third bridge over it')
  await forgetful.getByRole('button', { name: 'Save' }).click()
  await forgetful.getByRole('link', { name: 'Send me another one' }).click()
  await forgetful.getByLabel('E-mail').fill(email)
  await forgetful.getByRole('button', { name: 'Send me a link' }).click()
  await forgetful.getByText(/a link is on its way/).waitFor()
})

const screens = ['profile', 'appearance', 'sessions', 'passkeys', 'two-factor', 'organization', 'members', 'fields', 'tags', 'tasks', 'data', 'api-keys', 'webhooks', 'audit', 'outbox']

test('the settings are open to everybody, in the dark and on the phone', async () => {
  const left = [...screens]
  const lane = async () => {
    const window = await page.context().newPage()
    for (let screen = left.shift(); screen; screen = left.shift()) {
      await window.goto(`/settings/${screen}`, { waitUntil: 'networkidle' })
      await window.locator('header h1').waitFor()
      await assertAccessibleInAllLooks(window)
    }
    await window.close()
  }
  await Promise.all([lane(), lane(), lane()])
})

async function newMember({ name, role = 'member', email = `${unique('person')}@own.example` }: { name: string; role?: string; email?: string }): Promise<Page> {
  const answer = await page.request.post('/api/v1/invitations', { data: { email, role }, headers: { origin: workspace.url } })
  assert.equal(answer.status(), 201, await answer.text())
  return join(((await answer.json()) as { link: string }).link, name)
}

/** As when a session has ended while the cookie of the next is on its way: the write goes out when a read was refused. */
async function refuseReadsUntilWritten(person: Page, write: string) {
  const reads = '**/api/v1/**'
  const refused = Promise.withResolvers<void>()
  await person.route(reads, async (route) => {
    await route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"unauthenticated"}' })
    refused.resolve()
  })
  await person.route(write, async (route) => {
    await refused.promise
    await person.unroute(reads)
    await route.continue()
  })
}

/** As who runs the server gets it; mails hold the same. */
async function passwordLink(email: string): Promise<string> {
  const asked = spawnRapport(file, ['password', email], { RAPPORT_DATA: workspace.folder })
  assert.equal(await asked.exited, 0, asked.output())
  return /https?:\S+/.exec(asked.output())![0]
}

/** With the link of an invitation, as somebody who is new. */
async function join(link: string, name: string): Promise<Page> {
  const joining = await workspace.open(pathOf(link))
  await joining.getByLabel('Your name').fill(name)
  await joining.getByLabel('Password').fill(password)
  await joining.getByRole('button', { name: `Join ${owner.organization}` }).click()
  await joining.getByRole('button', { name }).waitFor()
  return joining
}
