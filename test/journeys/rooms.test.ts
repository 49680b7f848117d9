// Two who talk with each other in rooms, at the screens.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { until } from '../factories.ts'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const ada = await workspace.signedIn()
const grace = await newMember('Grace Hopper')
const { id: general } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'general', topic: 'What concerns everybody', user_ids: [grace.id] })
const say = (page: Page, text: string, room = general) => ask(page, 'POST', `/rooms/${room}/messages`, { text })

/** Somebody who has been invited and has joined, in a window of their own. */
async function newMember(name: string) {
  const { link } = await ask(ada, 'POST', '/invitations', { email: `${name.split(' ')[0]!.toLowerCase()}@own.example`, role: 'member' })
  const page = await workspace.open('/sign-in')
  await ask(page, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name, password: 'compiler of the first hour' })
  const { user } = await ask(page, 'GET', '/me')
  return { page, id: user.id as string }
}

const box = (page: Page) => page.getByRole('textbox', { name: /^Message / })
const messages = (page: Page) => page.getByRole('group', { name: 'Messages' })
const badge = (page: Page) => page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: /^Rooms/ })
const link = (page: Page, name: string) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name })

async function openRoom(page: Page, id = general) {
  await page.goto(`/rooms/${id}`)
  await box(page).waitFor()
  await page.getByText('Live', { exact: true }).first().waitFor()
}

test('what one writes the other sees; who is elsewhere has it counted, and where it begins marked', async () => {
  await openRoom(ada)
  await grace.page.goto('/people')
  await box(ada).fill('Good morning, **Grace**')
  await box(ada).press('Enter')
  await messages(ada).getByText('Good morning, Grace').waitFor()
  await badge(grace.page).getByLabel('1 unread').waitFor()
  // Whom it is for stands out.
  await box(ada).pressSequentially('Have a look, @gra')
  await ada.getByRole('option', { name: /Grace Hopper/ }).waitFor()
  await box(ada).press('Enter')
  await box(ada).press('Enter')
  await badge(grace.page).getByLabel('2 unread, 1 for you').waitFor()

  await grace.page.keyboard.press('g')
  await grace.page.keyboard.press('r')
  await messages(grace.page).getByText('Have a look, @Grace Hopper').waitFor()
  await grace.page.getByRole('separator', { name: 'New' }).waitFor()
  await badge(grace.page).getByLabel(/unread/).waitFor({ state: 'detached' })
  await until(async () => {
    const { membership } = await ask(grace.page, 'GET', `/rooms/${general}`)
    return membership.read_seq === 2 && membership.unread_count === 0
  })
  await assertAccessibleInAllLooks(grace.page)
})

test('a message is changed where it stands, deleted and brought back, and everybody sees it so', async () => {
  await openRoom(grace.page)
  await box(ada).fill('The mesage')
  await box(ada).press('Enter')
  await messages(grace.page).getByText('The mesage').waitFor()
  await box(ada).press('ArrowUp')
  const editor = ada.getByRole('textbox', { name: 'Edit' })
  assert.equal(await editor.inputValue(), 'The mesage')
  await editor.fill('The message')
  await editor.press('Enter')
  // The hand is where it was before.
  await ada.locator('[aria-label="Message #general"]:focus').waitFor()
  await messages(grace.page).getByText('The message', { exact: true }).waitFor()
  await messages(grace.page).getByText('(edited)').waitFor()

  await messages(ada).getByText('The message').hover()
  await ada.getByRole('listitem').filter({ hasText: 'The message' }).getByRole('button', { name: 'Delete' }).click()
  await messages(grace.page).getByText('Ada Lovelace deleted a message.').waitFor()
  await ada.keyboard.press('Control+z')
  await messages(grace.page).getByText('The message', { exact: true }).waitFor()
})

test('a message is answered in its thread and reacted to, and who wrote it is told', async () => {
  const { page } = grace
  await openRoom(page)
  await openRoom(ada)
  const about = (window: Page) => window.getByRole('listitem').filter({ hasText: 'The message' })
  await about(page).hover()
  await about(page).getByRole('button', { name: 'React' }).click()
  await page.getByPlaceholder('Find an emoji').fill('tada')
  await page.keyboard.press('Enter')
  await about(ada).getByRole('button', { name: '🎉 1: Grace Hopper' }).click()
  await about(page).getByRole('button', { name: '🎉 2: Grace Hopper, Ada Lovelace' }).waitFor()

  await about(page).hover()
  await about(page).getByRole('button', { name: 'Reply' }).click()
  const thread = page.getByRole('complementary', { name: 'Thread' })
  // A contact is named as somebody of the team is; on their timeline stands where.
  const contact = await ask(ada, 'POST', '/contacts', { name: 'Marie Curie' })
  await thread.getByRole('textbox', { name: 'Reply' }).pressSequentially('An answer for @mari')
  await thread.getByRole('option', { name: 'Marie Curie' }).waitFor()
  for (const key of ['Enter', 'Enter']) await thread.getByRole('textbox', { name: 'Reply' }).press(key)
  await thread.getByRole('link', { name: '@Marie Curie' }).waitFor()
  await until(async () => (await ask(ada, 'GET', `/contacts/${contact.id}/timeline`)).data.some(({ subject }: { subject: string }) => subject === '#general'))
  await about(ada).getByText('1 new').waitFor()
  await link(ada, 'Threads').getByLabel('1 unread').waitFor()
  await link(ada, 'Threads').click()
  await ada.getByRole('main').getByRole('link', { name: /An answer/ }).click()
  await ada.getByRole('complementary', { name: 'Thread' }).getByText('An answer for').waitFor()
  await link(ada, 'Threads').getByLabel(/unread/).waitFor({ state: 'detached' })
  await assertAccessibleInAllLooks(ada)
  await ada.keyboard.press('Escape')
  await ada.getByRole('complementary', { name: 'Thread' }).waitFor({ state: 'detached' })
})

test('what is written without a connection waits, survives a reload, and arrives once and in order', async () => {
  await openRoom(ada)
  await openRoom(grace.page)
  await ada.context().setOffline(true)
  for (const text of ['one', 'two', 'three']) {
    await box(ada).fill(`offline ${text}`)
    await box(ada).press('Enter')
  }
  await messages(ada).getByText('Waiting for the connection').last().waitFor()
  assert.equal(await messages(ada).getByText('offline').count(), 3)
  // The page is left while it waits.
  await ada.context().setOffline(false)
  await ada.reload()
  await messages(grace.page).getByText('offline three').waitFor()
  assert.deepEqual(await messages(grace.page).getByText(/^offline/).allTextContents(), ['offline one', 'offline two', 'offline three'])
  await messages(ada).getByText('Waiting').first().waitFor({ state: 'detached' })
  assert.equal(await messages(ada).getByText(/^offline/).count(), 3)
})

test('a message to which nobody ever answers is sent again, and holds up no other', async () => {
  const { id } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'silent', user_ids: [grace.id] })
  await openRoom(grace.page, id)
  // Alone: another tab would send it meanwhile.
  const page = await workspace.open('/', { storageState: await ada.context().storageState() })
  // What waits for half a minute waits for three seconds.
  await page.addInitScript('const { timeout } = AbortSignal; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 10)')
  await openRoom(page, id)
  let asked = 0
  await page.route(`**/api/v1/rooms/${id}/messages`, (route) => (route.request().method() === 'POST' && asked++ === 0 ? undefined : route.continue()))
  for (const text of ['unheard one', 'unheard two']) {
    await box(page).fill(text)
    await box(page).press('Enter')
  }
  await messages(grace.page).getByText('unheard two').waitFor()
  await messages(page).getByText('Waiting').first().waitFor({ state: 'detached' })
  assert.deepEqual(await messages(grace.page).getByText(/^unheard/).allTextContents(), ['unheard one', 'unheard two'])
  assert.equal(asked, 3)
  await page.context().close()
})

test('of two tabs neither writes over what the other has not sent yet, and a browser that is full sends all the same', async () => {
  const second = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'second', user_ids: [grace.id] })
  const other = await ada.context().newPage()
  await openRoom(ada)
  await openRoom(other, second.id)
  await openRoom(grace.page)
  await ada.context().setOffline(true)
  for (let n = 0; n < 8; n++) {
    for (const [page, name] of [[ada, 'first'], [other, 'second']] as const) {
      await box(page).fill(`${name} tab ${n}`)
      await box(page).press('Enter')
      await messages(page).getByText(`${name} tab ${n}`).waitFor()
    }
  }
  await messages(other).getByText('second tab 7').waitFor()
  await other.close()
  await ada.context().setOffline(false)
  await messages(grace.page).getByText('first tab 7').waitFor()
  for (const [name, id] of [['first', general], ['second', second.id]]) {
    const said = await until(async () => {
      const { data } = await ask(ada, 'GET', `/rooms/${id}/messages`)
      const texts = data.map(({ text }: { text: string }) => text).filter((text: string) => text.startsWith(`${name} tab`))
      return texts.length >= 8 && texts
    })
    assert.deepEqual(said, Array.from({ length: 8 }, (_, n) => `${name} tab ${n}`))
  }

  await ada.evaluate(() => {
    for (let size = 5_000_000; size >= 1; size = Math.floor(size / 2)) {
      for (let n = 0; ; n++) {
        try {
          localStorage.setItem(`full ${size} ${n}`, 'x'.repeat(size))
        } catch {
          break
        }
      }
    }
  })
  await ada.goto('/rooms')
  await openRoom(ada)
  await box(ada).pressSequentially('Into a full browser')
  await box(ada).press('Enter')
  await messages(grace.page).getByText('Into a full browser').waitFor()
  await ada.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('full ')).forEach((key) => localStorage.removeItem(key)))
  assert.equal(await messages(grace.page).getByText('Into a full browser').count(), 1)
})

test('what a tab has not sent when it is left another one sends, also one that has not come to rest yet', async () => {
  const { id } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'unsent', user_ids: [grace.id] })
  await openRoom(ada, id)
  const busy = await ada.context().newPage()
  await busy.addInitScript({ content: "requestIdleCallback = (work) => addEventListener('online', () => work())" })
  await openRoom(busy, id)
  await openRoom(grace.page, id)
  await ada.context().setOffline(true)
  await box(ada).fill('Not sent yet')
  await box(ada).press('Enter')
  await messages(busy).getByText('Not sent yet').waitFor()
  await ada.goto('about:blank')
  await ada.context().setOffline(false)
  await messages(grace.page).getByText('Not sent yet').waitFor()
  await messages(busy).getByText('Waiting').waitFor({ state: 'detached' })
  await busy.close()
})

test('a long room opens where it was read, is read on in both directions, and is the same when one comes back', async () => {
  const { id } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'long', user_ids: [grace.id] })
  const { id: other } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'tall', user_ids: [grace.id] })
  for (const from of [1, 51, 101, 151]) {
    const calls = Array.from({ length: 50 }, (_, place) => ({ method: 'POST', path: `/api/v1/rooms/${id}/messages`, body: { text: `number ${from + place}` } }))
    await ask(ada, 'POST', '/batch', { calls })
  }
  const { page } = grace
  // All have come: while they do, there are 80 as well.
  await link(page, 'long').getByLabel('200 unread').waitFor()
  await ask(page, 'POST', `/rooms/${id}/read`, { seq: 120 })
  const at = (n: number) => messages(page).getByText(`number ${n}`, { exact: true })
  await link(page, 'long').getByLabel('80 unread').waitFor()
  await link(page, 'long').click()
  await at(121).waitFor()
  const line = page.getByRole('separator', { name: 'New' })
  await line.waitFor()
  // It stays where somebody looks, also when what is before has come meanwhile.
  await until(async () => (await ask(page, 'GET', `/rooms/${id}`)).membership.unread_count === 80 && (await isInSight(page, line)))
  // It is unread as long as its end was not seen.
  await link(page, 'long').getByLabel('80 unread').waitFor()
  await page.getByRole('button', { name: '80 new messages' }).click()
  await at(200).waitFor()
  await link(page, 'long').getByLabel(/unread/).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'To the first unread' }).click()
  await at(121).waitFor()

  await at(121).hover()
  await page.mouse.wheel(0, -3_000)
  await until(async () => (await shownNumber(page)) < 100)
  const place = await shownNumber(page)
  // Where one comes from is somewhere else.
  await ask(page, 'POST', '/batch', { calls: Array.from({ length: 50 }, (_, line) => ({ method: 'POST', path: `/api/v1/rooms/${other}/messages`, body: { text: `line ${line}` } })) })
  await link(page, 'tall').click()
  await messages(page).getByText('line 49').waitFor()
  await link(page, 'long').click()
  await at(place).waitFor()
  assert.equal(await shownNumber(page), place)
})

async function isInSight(page: Page, what: Locator): Promise<boolean> {
  const [own, all] = [await what.boundingBox(), await messages(page).boundingBox()]
  return own !== null && own.y >= all!.y && own.y + own.height <= all!.y + all!.height
}

/** Of the first message that is wholly on the screen. */
function shownNumber(page: Page): Promise<number> {
  return messages(page).evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    const rows = [...element.querySelectorAll('[role=listitem]')].filter((row) => row.getBoundingClientRect().top >= top && /number \d+/.test(row.textContent))
    rows.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    return Number(/number (\d+)/.exec(rows[0]!.textContent)![1])
  })
}

test('a room is made, found and gone through without a mouse, and what is unread is kept so', async () => {
  const { page } = grace
  await openRoom(page)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search everything').fill('long')
  await page.getByRole('option', { name: 'long' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'long' }).first().waitFor()
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByRole('heading', { name: 'general' }).first().waitFor()
  await say(ada, 'for later')
  await messages(page).getByText('for later').waitFor()
  await page.keyboard.press('Escape')
  for (const key of ['k', 'u']) await page.keyboard.press(key)
  await link(page, 'general').getByLabel('1 unread').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await link(page, 'general').getByLabel('1 unread').waitFor({ state: 'detached' })
})

test('the room that is chosen in the palette stays before whatever else is found a moment later', async () => {
  for (const n of [1, 2, 3]) await say(ada, `A general remark ${n}`)
  await openRoom(ada)
  await ada.keyboard.press('Control+k')
  await ada.getByPlaceholder('Search everything').fill('general')
  await ada.getByRole('option', { name: /A general remark/ }).first().waitFor()
  const first = ada.getByRole('option').first()
  assert.deepEqual([await first.textContent(), await first.getAttribute('aria-selected')], ['general', 'true'])
  await ada.keyboard.press('Escape')
})

test('somebody begins a private channel and a direct message, and only who is in them sees them', async () => {
  const { page } = grace
  await openRoom(page)
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New channel' }).click()
  await page.getByLabel('Name').fill('surprise')
  await page.getByRole('switch', { name: 'Private' }).click()
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('heading', { name: 'surprise' }).first().waitFor()
  await openRoom(ada)
  assert.equal(await link(ada, 'surprise').count(), 0)

  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New message' }).click()
  await page.getByPlaceholder('Name or address').fill('ada')
  await page.getByRole('option', { name: /Ada Lovelace/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('heading', { name: 'Ada Lovelace' }).first().waitFor()
  await box(page).fill('Between us')
  await box(page).press('Enter')
  await link(ada, 'Grace Hopper').getByLabel('1 unread, 1 for you').waitFor()
  await link(ada, 'Grace Hopper').click()
  await messages(ada).getByText('Between us').waitFor()
})

test('what is said in a channel that one only looks at is there when one looks again', async () => {
  const { page } = grace
  const { id } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'open to all' })
  await say(ada, 'Said before', id)
  await openRoom(page)
  await page.goto(`/rooms/${id}`)
  await messages(page).getByText('Said before').waitFor()
  await say(ada, 'Said meanwhile', id)
  await link(page, 'general').click()
  await box(page).waitFor()
  await page.goBack()
  await messages(page).getByText('Said meanwhile').waitFor()
})

test('that somebody is writing shows in the room, in a thread and in the list, moves nothing, and is over with their message or by itself', async () => {
  const { page } = grace
  await Promise.all([openRoom(ada), openRoom(page)])
  const before = await box(ada).boundingBox()
  await box(page).pressSequentially('Well')
  await ada.getByText('Grace Hopper is typing').waitFor()
  assert.deepEqual(await box(ada).boundingBox(), before)
  await assertAccessibleInAllLooks(ada)
  await box(page).press('Enter')
  await messages(ada).getByText('Well', { exact: true }).waitFor()
  assert.equal(await ada.getByText('is typing').count(), 0)
  // Who writes sees nothing of it.
  assert.equal(await page.getByText('is typing').count(), 0)

  const { id: thread } = await say(ada, 'What do you think?')
  await Promise.all([ada, page].map((window) => window.goto(`/rooms/${general}?thread=${thread}`)))
  const pane = (window: Page) => window.getByRole('complementary', { name: 'Thread' })
  await pane(ada).getByRole('textbox', { name: 'Reply' }).waitFor()
  await ada.getByText('Live', { exact: true }).first().waitFor()
  await pane(page).getByRole('textbox', { name: 'Reply' }).pressSequentially('I')
  await pane(ada).getByText('Grace Hopper is typing').waitFor()
  assert.equal(await ada.getByText('is typing').count(), 1)
  await pane(ada).getByText('Grace Hopper is typing').waitFor({ state: 'detached' })

  await link(page, 'Ada Lovelace').click()
  await box(page).pressSequentially('psst')
  await link(ada, 'Grace Hopper').getByLabel('Grace Hopper is typing').waitFor()
  await box(page).fill('')
})

test('on a phone the list and the room are two pages', async () => {
  const page = await workspace.open('/rooms', { storageState: await ada.context().storageState(), viewport: { width: 375, height: 760 } })
  await link(page, 'general').click()
  await box(page).waitFor()
  assert.equal(await link(page, 'general').count(), 0)
  await page.getByRole('link', { name: 'Back to the rooms' }).click()
  await link(page, 'general').waitFor()
  await page.context().close()
})
