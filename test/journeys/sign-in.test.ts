// Signing in without a password: with a passkey (Chromium's own authenticator, in software, answers as a fingerprint would),
// and with the account of a provider.

import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { unique } from '../factories.ts'
import { startOidcProvider } from '../oidc-provider.ts'
import { freePort } from '../ports.ts'
import { file } from '../scope.ts'
import { assertAccessible, openWorkspace, owner, signIn } from './browser.ts'

const port = await freePort()
const public_url = `http://localhost:${port}`
const provider = await startOidcProvider(file, public_url)
const workspace = await openWorkspace(file, { env: { PORT: String(port), PUBLIC_URL: public_url, ...provider.env } })
const page = await workspace.signedIn()

test('a passkey is added, signs in by a click, and does no more when it is deleted', async () => {
  await addAuthenticator(page)
  await page.goto('/settings/passkeys')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My laptop')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('My laptop', { exact: true }).waitFor()
  await assertAccessible(page)

  await page.getByRole('button', { name: 'Rename My laptop' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('The old laptop')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The old laptop', { exact: true }).waitFor()

  await signOut(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()

  await page.goto('/settings/passkeys')
  await page.getByRole('button', { name: 'Delete The old laptop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('You have no passkey yet.').waitFor()
  await signOut(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByRole('alert').waitFor()
})

test('who is invited enters with the account of the provider, and who is not is told so', async () => {
  const person = { sub: unique('person'), email: `${unique('ann')}@own.example`, email_verified: true, name: 'Ann Example' }
  const enter = async () => {
    provider.know(person)
    const window = await workspace.open('/sign-in')
    await window.setExtraHTTPHeaders({ 'x-person': person.sub })
    await window.getByRole('button', { name: provider.env.OIDC_LABEL }).click()
    return window
  }
  const stranger = await enter()
  await stranger.getByText('Nobody has invited your address.').waitFor()
  await assertAccessible(stranger)

  const inviting = await workspace.open('/sign-in')
  await signIn(inviting, owner)
  await inviting.getByRole('navigation', { name: 'Main' }).waitFor()
  const answer = await inviting.request.post('/api/v1/invitations', { data: { email: person.email }, headers: { origin: workspace.url } })
  assert.equal(answer.status(), 201, await answer.text())
  const invited = await enter()
  await invited.getByRole('button', { name: person.name }).waitFor()
  await invited.goto('/settings/sessions')
  await invited.getByText('by your provider').waitFor()
})

async function signOut(page: Page) {
  await page.getByRole('button', { name: owner.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
}

/** https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn */
async function addAuthenticator(page: Page) {
  // It answers every question at once, also what the page only offers: then nobody would have clicked.
  await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
}
