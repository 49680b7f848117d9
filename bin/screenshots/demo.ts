// A server with the demo in it, of its own, in a folder that goes with it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext } from 'playwright-core'
import { team } from '../../server/demo/names.ts'

const rapport = fileURLToPath(new URL('../rapport.js', import.meta.url))
const password = 'a demo that nobody keeps'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Demo {
  url: string
  /** As its owner. */
  signIn(browser: Browser): Promise<StorageState>
  close(): Promise<void>
}

export async function openDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-screenshots-'))
  await chmod(folder, 0o711)
  const { PATH = '', HOME = '/' } = process.env
  const server = spawn(process.execPath, [rapport, 'start', '--demo'], { env: { PATH, HOME, RAPPORT_DATA: folder, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'close')
  const close = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const link = await findLink(server.stdout)
    return { url: link.origin, close, signIn: (browser) => signIn(browser, link) }
  } catch (error) {
    await close()
    throw error
  }
}

/** With which the owner chooses a password; printed when all of the demo is there. What is printed later is read as well, or the server would stand still. */
function findLink(output: Readable): Promise<URL> {
  let text = ''
  return new Promise((resolve, reject) => {
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const found = /Demo\s+(https?:\S+)/.exec(text)
      if (found) resolve(new URL(found[1]!))
    })
    output.on('end', () => reject(new Error(`The server ended:\n${text}`)))
  })
}

async function signIn(browser: Browser, link: URL): Promise<StorageState> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link.href)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').fill(team[0].email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Live', { exact: true }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}
