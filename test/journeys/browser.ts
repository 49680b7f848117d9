// People at the screens: a real Chromium on the real server with a database of its own, from the set-up link on.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../chromium.ts'
import { onClose, type Scope } from '../scope.ts'
import { dataFolder, startRapport } from '../rapport.ts'

export const owner = { name: 'Ada Lovelace', email: 'ada@own.example', password: 'analytical engine', organization: 'Analytical Engines' }

export interface Workspace {
  url: string
  folder: string
  /** What the first start prints: it makes the first organization. */
  setup_link: string
  /** Kills the server as nothing else would, and resolves to how it is started again, at the same address. */
  kill(): Promise<() => Promise<void>>
  /** A window with cookies of its own, as of another person or device. */
  open(path?: string, options?: BrowserContextOptions): Promise<Page>
  /** A window in which the owner has set the workspace up. */
  signedIn(options?: BrowserContextOptions): Promise<Page>
}

interface WorkspaceOptions {
  /** Settings of the server. */
  env?: Record<string, string>
  /** The lean browser says nothing in the name of its system. */
  notifies?: boolean
}

/** A server that nobody has set up, and a browser; both end with the scope. */
export async function openWorkspace(scope: Scope, { env: more, notifies = false }: WorkspaceOptions = {}): Promise<Workspace> {
  // Several share the processors: that a connection of the database comes late is nobody's failure.
  const env = { DATABASE_WAIT_MS: '10000', ...more }
  const folder = await dataFolder(scope)
  let server = startRapport(scope, folder, env)
  const [output, browser] = await Promise.all([server.ready, launch(scope, { leanFirst: !notifies })])
  const setup_link = /https?:\S+\/setup\?\S+/.exec(output)![0]
  // Where people would reach it: the address that its links have.
  const url = new URL(setup_link).origin
  const open: Workspace['open'] = async (path = '/', options) => {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1_440, height: 900 }, ...options })
    // As patient as `until`: several browsers share the processors.
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  return {
    url,
    folder,
    setup_link,
    async kill() {
      server.signal('SIGKILL')
      await server.exited
      return async () => {
        server = startRapport(scope, folder, { ...env, PORT: new URL(url).port })
        await server.ready
      }
    },
    open,
    async signedIn(options) {
      const page = await open(pathOf(setup_link), options)
      await page.getByLabel('Organization').fill(owner.organization)
      await page.getByLabel('Your name').fill(owner.name)
      await page.getByLabel('E-mail').fill(owner.email)
      await page.getByLabel('Password').fill(owner.password)
      await page.getByRole('button', { name: 'Begin' }).click()
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
      return page
    },
  }
}

async function launch(scope: Scope, options: { leanFirst: boolean }): Promise<Browser> {
  const browser = await launchChromium(options)
  onClose(scope, () => browser.close())
  return browser
}

/** On the page of that. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export function pathOf(link: string): string {
  const { pathname, search } = new URL(link)
  return pathname + search
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.1 AA; and what of it depends on the colours alone. */
const wcag = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }
const ofColors = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** Fails with what the page does wrong by WCAG 2.1 AA. Run outside the page's own policy on scripts, as an extension would. */
export async function assertAccessible(page: Page, { colorsOnly = false } = {}) {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly, resultTypes: ['violations'], preload: false })
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, colorsOnly ? ofColors : wcag)
  assert.deepEqual(found, [], page.url())
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }>
}
