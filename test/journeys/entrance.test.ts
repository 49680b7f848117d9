// From the first start to being inside, and back in after leaving.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import { openWorkspace, owner, pathOf } from './browser.ts'
import { assertAccessibleInAllLooks } from './looks.ts'

test('the link of the first start leads in once, and e-mail and password ever after; the way in is open to everybody', async (t) => {
  const workspace = await openWorkspace(t)
  for (const [path, field] of [[pathOf(workspace.setup_link), 'Organization'], ['/sign-in', 'E-mail'], ['/password', 'E-mail']] as const) {
    const window = await workspace.open(path)
    await window.getByLabel(field).waitFor()
    await assertAccessibleInAllLooks(window)
    await window.context().close()
  }
  const page = await workspace.signedIn()
  await page.getByText(owner.organization).first().waitFor()

  await page.getByRole('button', { name: owner.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').first().waitFor()
  const german = await workspace.open('/sign-in', { locale: 'de-DE' })
  await german.getByLabel('E-Mail').fill(owner.email)
  await german.getByLabel('Passwort').fill('not the password')
  await german.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await german.getByText('Adresse oder Passwort stimmt nicht.').waitFor()
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()

  const late = await workspace.open(pathOf(workspace.setup_link))
  await late.getByLabel('Organization').fill('Another')
  await late.getByLabel('Your name').fill('Eve')
  await late.getByLabel('E-mail').fill('eve@other.example')
  await late.getByLabel('Password').fill('let me in please')
  await late.getByRole('button', { name: 'Begin' }).click()
  await late.getByRole('alert').first().waitFor()
  assert.match(late.url(), /setup/)
})
