// Whether others are there, what they say of themselves, and being left alone, at the screens.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const ada = await workspace.signedIn()
const { link } = await ask(ada, 'POST', '/invitations', { email: 'grace@own.example', role: 'member' })
const grace = await workspace.open('/sign-in')
await ask(grace, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Grace Hopper', password: 'compiler of the first hour' })
const { user } = await ask(grace, 'GET', '/me')
const { id: room } = await ask(ada, 'POST', '/rooms', { kind: 'direct', user_ids: [user.id] })
const inList = ada.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /Grace Hopper/ })

test('somebody is offline until they come, and what they say of themselves stands at their name', async () => {
  await ada.goto(`/rooms/${room}`)
  await inList.getByLabel('Offline').waitFor()
  await grace.goto('/')
  await inList.getByLabel('Online').waitFor()
  await grace.getByRole('button', { name: /Grace Hopper/ }).click()
  await grace.getByRole('menuitem', { name: 'Set a status' }).click()
  await grace.getByRole('button', { name: 'At lunch' }).click()
  await assertAccessibleInAllLooks(grace)
  await grace.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await inList.getByLabel('At lunch').waitFor()
  await ada.getByRole('main').getByText('🍜 At lunch').locator('visible=true').waitFor()
  await assertAccessibleInAllLooks(ada)
})

test('who does not want to be disturbed is shown so, and ends it from the same menu', async () => {
  const menu = grace.getByRole('button', { name: /Grace Hopper/ })
  await menu.click()
  await grace.getByRole('menuitem', { name: 'Do not disturb' }).press('ArrowRight')
  await grace.getByRole('menuitem', { name: 'For an hour' }).press('Enter')
  await inList.getByLabel('Do not disturb').waitFor()
  await menu.click()
  await grace.getByRole('menuitem', { name: /Let notifications come again/ }).click()
  await inList.getByLabel('Online').waitFor()
})

test('hours for notifications are chosen day by day', async () => {
  await grace.goto('/settings/availability')
  await grace.getByRole('switch', { name: 'Only in these hours' }).click()
  await grace.getByLabel('Friday, until').fill('07:00')
  await grace.getByRole('button', { name: 'Save' }).click()
  await grace.getByText('The hours of a day end after they begin.').waitFor()
  await grace.getByLabel('Friday, until').fill('14:30')
  await assertAccessibleInAllLooks(grace)
  await grace.getByRole('button', { name: 'Save' }).click()
  await grace.getByText('Saved.').waitFor()
  const { hours } = await ask(grace, 'GET', '/availability')
  assert.deepEqual([hours.days.length, hours.days.at(-1)], [5, { day: 5, from: '08:00', until: '14:30' }])
})

test('the name at a message leads to who wrote it', async () => {
  await ask(grace, 'POST', `/rooms/${room}/messages`, { text: 'Soup' })
  await ada.goto(`/rooms/${room}`)
  await ada.getByRole('group', { name: 'Messages' }).getByRole('button', { name: 'Grace Hopper', exact: true }).click()
  const card = ada.getByRole('dialog', { name: 'About Grace Hopper' })
  await card.getByText('At lunch').waitFor()
  await card.getByRole('button', { name: 'Write a message' }).waitFor()
  await assertAccessibleInAllLooks(ada)
})

test('by keyboard as well; and an admin says in a direct room how long its messages are kept', async () => {
  const messages = ada.getByRole('group', { name: 'Messages' })
  await ada.goto(`/rooms/${room}`)
  await messages.getByText('Soup').waitFor()
  await messages.focus()
  await ada.keyboard.press('k')
  await ada.keyboard.press('p')
  const card = ada.getByRole('dialog', { name: 'About Grace Hopper' })
  await card.getByText('At lunch').waitFor()
  await assertAccessibleInAllLooks(ada)
  await ada.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  // What else can be done with it.
  await messages.focus()
  await ada.keyboard.press('Enter')
  await ada.getByRole('button', { name: 'React' }).and(ada.locator(':focus')).waitFor()

  await ada.getByRole('button', { name: 'Options of the room' }).click()
  await ada.getByRole('menuitem', { name: 'How long messages are kept' }).click()
  await ada.getByLabel('Messages are kept', { exact: true }).selectOption({ label: '30 days' })
  await assertAccessibleInAllLooks(ada)
  await ada.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await messages.getByText('Messages are kept for 30 days, and then deleted.').waitFor()
})
