// The inbox at the screens: triaged by keyboard, the same on two devices, and what one hears of.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace, pathOf } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file, { notifies: true })
const page = await workspace.signedIn()
const { user, organization } = await ask(page, 'GET', '/me')
const { link } = await ask(page, 'POST', '/invitations', { email: 'ben@own.example', role: 'member' })
const ben = await workspace.open(pathOf(link))
await ask(ben, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Ben Nevis', password: 'the highest of them' })
const room = await ask(ben, 'POST', '/rooms', { kind: 'channel', name: 'sales', user_ids: [user.id] })

const line = (text: string | RegExp, on = page) => on.getByRole('row').filter({ hasText: text })
const say = (text: string, more: object = {}) => ask(ben, 'POST', `/rooms/${room.id}/messages`, { text, ...more })
const assign = (title: string) => ask(ben, 'POST', '/tasks', { title, assignee_ids: [user.id] })
const mention = `[@Ada](user:${user.id})`

test('what happens is on the screen at once, a line for each thing, and counted in the tab', async () => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByText('All done', { exact: true }).first().waitFor()
  await assertAccessibleInAllLooks(page)
  await page.getByText('Live', { exact: true }).first().waitFor()
  await say(`Look at this, ${mention}`)
  await say(`And at that, ${mention}`)
  await assign('Call Ana')
  await line('mentioned you in #sales').waitFor()
  await line('assigned “Call Ana” to you').waitFor()
  await line('And at that').getByText('2', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Inbox 2 things to look at' }).waitFor()
  await until(async () => (await page.title()) === '(2) Inbox · Rapport')
  assert.match((await page.locator('link[rel=icon]').getAttribute('href'))!, /unread/)
  await assertAccessibleInAllLooks(page)
})

test('done, snoozed and muted by a key, taken back by another, and another device sees it', async () => {
  const other = await page.context().newPage()
  await other.goto('/inbox')
  await line('Call Ana', other).waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('e')
  await line('Call Ana').waitFor({ state: 'detached' })
  await line('Call Ana', other).waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await line('Call Ana').getByText('Unread').waitFor({ state: 'attached' })
  await line('Call Ana', other).waitFor()

  await page.keyboard.press('Home')
  await page.keyboard.press('s')
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('1')
  await line('Call Ana', other).waitFor({ state: 'detached' })
  await other.getByRole('link', { name: 'Snoozed' }).click()
  await line('Call Ana', other).waitFor()
  await other.keyboard.press('e')
  await line('Call Ana').waitFor()

  await page.keyboard.press('Home')
  await page.keyboard.press('m')
  await page.getByText('Nothing comes of this task any more.').waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Mute the room' }).waitFor()
  await page.keyboard.press('2')
  await page.getByText('The room is mute until').waitFor()
  await page.keyboard.press('u')
  await until(async () => (await ask(page, 'GET', `/rooms/${room.id}`)).membership.muted_until === null)
  await other.close()
})

test('several are selected and done, all are done, and Enter leads to the thing', async () => {
  const tasks = ['One', 'Two', 'Three']
  for (const title of tasks) await assign(title)
  await line('“Three”').waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+J')
  await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  await assertAccessibleInAllLooks(page)
  await page.keyboard.press('e')
  await line('“Two”').waitFor({ state: 'detached' })
  assert.equal(await line('“One”').count(), 1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'One', exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('grid', { name: 'Inbox' }).waitFor()
  const lists = page.getByRole('navigation', { name: 'Inbox' })
  await lists.getByRole('link', { name: 'Unread' }).click()
  await line('“One”').waitFor({ state: 'detached' })
  await lists.getByRole('link', { name: 'Inbox' }).click()
  await line('“One”').waitFor()
  await page.keyboard.press('Shift+E')
  await page.getByText('All is done.').waitFor()
  assert.deepEqual((await ask(page, 'GET', '/notifications')).data, [])
  await page.keyboard.press('u')
  await line('“One”').waitFor()
})

test('a page that knows no rooms yet calls an answer an answer and a comment a comment', async () => {
  const { id: root } = await ask(page, 'POST', `/rooms/${room.id}/messages`, { text: 'Who comes along?' })
  await say('I do', { thread_id: root })
  const task = await ask(page, 'POST', '/tasks', { title: 'Book the train' })
  const { id: comments } = await ask(ben, 'PUT', `/tasks/${task.id}/room`, {})
  await ask(ben, 'POST', `/rooms/${comments}/messages`, { text: 'Second class' })
  const known = Promise.withResolvers<void>()
  await page.route('**/api/v1/rooms', (route) => known.promise.then(() => route.continue()))
  await page.goto('/inbox')
  await line('answered in a thread of #sales').getByText('I do').waitFor()
  await line('commented on “Book the train”').getByText('Second class').waitFor()
  known.resolve()
  await page.unrouteAll({ behavior: 'wait' })
})

test('what one hears of is chosen kind by kind and way by way', async () => {
  await page.goto('/settings/notifications')
  await page.getByRole('switch', { name: 'Mentions: Mail' }).click()
  await page.getByRole('switch', { name: 'Direct messages: Inbox' }).click()
  await page.getByRole('combobox', { name: 'Gather for one mail' }).selectOption('Once a day')
  await assertAccessibleInAllLooks(page)
  await until(async () => {
    const { kinds, mail_minutes } = await ask(page, 'GET', '/notification-preferences')
    return !kinds.mention.mail && !kinds.direct_message.in_app && mail_minutes === 1_440
  })
  assert.ok(await page.getByRole('switch', { name: 'Direct messages: Push' }).isDisabled())
  await page.getByRole('button', { name: 'Unmute Call Ana' }).click()
  await page.getByRole('button', { name: 'Unmute Call Ana' }).waitFor({ state: 'detached' })
})

test('the browser says it to whoever does not look, once they let it, and a push leads to the thing', async () => {
  await page.context().grantPermissions(['notifications'])
  await page.goto('/settings/notifications')
  await page.getByRole('switch', { name: 'Say it while I look elsewhere' }).click()
  await page.getByText('A note of your system, as long as Rapport is open').waitFor()
  // As its maker's push service would, to a browser that nobody looks at.
  const service = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => service.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId)))
  await service.send('ServiceWorker.enable')
  const task = await assign('Pushed')
  const registrationId = await registered
  await page.goto('about:blank')
  const pushed = { tag: 'one', title: 'Ben Nevis assigned “Pushed” to you', body: '', path: `/tasks/${task.id}?show=all`, at: 1, urgent: false, in: organization.id, gone: [] as string[] }
  const deliver = (push: object) => service.send('ServiceWorker.deliverPushMessage', { origin: workspace.url, registrationId, data: JSON.stringify({ ...pushed, ...push }) })
  await deliver({})
  await page.goto('/inbox')
  const shown = () => page.evaluate<[string, string][]>('navigator.serviceWorker.ready.then((it) => it.getNotifications()).then((those) => those.map(({ title, data }) => [title, data.path]))')
  await until(async () => (await shown()).length > 0)
  assert.deepEqual(await shown(), [[pushed.title, `/tasks/${task.id}?show=all&in=${organization.id}`]])
  // What says it comes after the screen, as the number in the tab does.
  await until(async () => /^\(\d+\) /.test(await page.title()))

  // In a page that nobody looks at; while one is not to be disturbed nothing is said, and what is read anywhere is taken back.
  await service.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const other = await page.context().newPage()
  await other.bringToFront()
  await until(() => page.evaluate<boolean>('!document.hasFocus()'))
  await ask(page, 'PATCH', '/availability', { quiet_until: '2999-01-01T00:00:00Z' })
  await assign('Quiet')
  await line('“Quiet”').waitFor()
  await ask(page, 'PATCH', '/availability', { quiet_until: null })
  const loud = await assign('Loud')
  await until(async () => (await shown()).length > 1)
  assert.deepEqual((await shown()).map(([title]) => title).toSorted(), ['Ben Nevis assigned “Loud” to you', pushed.title])
  await ask(page, 'POST', '/notifications/read', { place: `task:${loud.id}` })
  await until(async () => (await shown()).length === 1)
  await deliver({ tag: 'two', title: 'Another', gone: ['one'] })
  await until(async () => (await shown()).every(([title]) => title === 'Another'))
  await other.close()
})
