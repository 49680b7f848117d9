// What is to come, at the screens: messages that are sent later, reminders, and what is urgent.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { file } from '../scope.ts'
import { ask } from './asking.ts'
import { openWorkspace } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

const workspace = await openWorkspace(file)
const ada = await workspace.signedIn()
const { id: room } = await ask(ada, 'POST', '/rooms', { kind: 'channel', name: 'general' })
await ask(ada, 'POST', `/rooms/${room}/messages`, { text: 'The plan' })
const box = ada.getByRole('textbox', { name: /^Message / })

test('what is sent later waits where one sees it, is changed, and sent at once after all', async () => {
  await ada.goto(`/rooms/${room}`)
  await box.fill('Good morning')
  await ada.getByRole('button', { name: 'Send later' }).click()
  await assertAccessibleInAllLooks(ada)
  await ada.getByRole('menuitem', { name: /Tomorrow morning/ }).click()
  await ada.getByText('One message waits to be sent here.').waitFor()
  assert.equal(await box.inputValue(), '')
  await ada.getByRole('link', { name: 'Show' }).click()
  const line = ada.getByRole('listitem').filter({ hasText: 'Good morning' })
  await line.getByRole('button', { name: 'Edit what is sent later' }).click()
  await ada.getByRole('dialog').getByLabel('Message').fill('Good evening')
  await ada.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await assertAccessibleInAllLooks(ada)
  await ada.getByRole('listitem').filter({ hasText: 'Good evening' }).getByRole('button', { name: 'Send now' }).click()
  await ada.goto(`/rooms/${room}`)
  await ada.getByRole('group', { name: 'Messages' }).getByText('Good evening').waitFor()
})

test('a reminder is made by keyboard, in words, put off and removed', async () => {
  await ada.goto(`/rooms/${room}`)
  const messages = ada.getByRole('group', { name: 'Messages' })
  await messages.getByText('The plan').waitFor()
  await messages.focus()
  await ada.keyboard.press('k')
  await ada.keyboard.press('m')
  const dialog = ada.getByRole('dialog', { name: 'Remind me' })
  await dialog.getByLabel('When?').fill('every monday 8:30')
  await dialog.getByText(/and again and again/).waitFor()
  await assertAccessibleInAllLooks(ada)
  await dialog.getByLabel('When?').press('Enter')
  await ada.getByText(/You are reminded on/).waitFor()
  await ada.goto('/rooms/later')
  await ada.getByRole('button', { name: 'Put off' }).click()
  await ada.getByRole('menuitem', { name: /In an hour/ }).click()
  await assertAccessibleInAllLooks(ada)
  await ada.getByRole('button', { name: 'Remove the reminder' }).click()
  await ada.getByText('Nothing is to come').waitFor()
})

test('an urgent message is marked, and acknowledged where it stands', async () => {
  const { link } = await ask(ada, 'POST', '/invitations', { email: 'grace@own.example', role: 'member' })
  const grace = await workspace.open('/sign-in')
  await ask(grace, 'POST', '/invitations/acceptance', { token: new URL(link).searchParams.get('token'), name: 'Grace Hopper', password: 'compiler of the first hour' })
  const { user } = await ask(grace, 'GET', '/me')
  const { id } = await ask(ada, 'POST', '/rooms', { kind: 'direct', user_ids: [user.id] })
  await ada.goto(`/rooms/${id}`)
  await ada.getByRole('button', { name: 'Urgent: ask to acknowledge it' }).click()
  await box.fill('The server is down')
  await box.press('Enter')
  await ada.getByRole('button', { name: '0 of 1 acknowledged' }).waitFor()
  await grace.goto(`/rooms/${id}`)
  await grace.getByRole('button', { name: 'Acknowledge', exact: true }).waitFor()
  await assertAccessibleInAllLooks(grace)
  await grace.getByRole('button', { name: 'Acknowledge', exact: true }).click()
  await ada.getByRole('button', { name: '1 of 1 acknowledged' }).click()
  await ada.getByRole('dialog').getByText('Grace Hopper').waitFor()
})
