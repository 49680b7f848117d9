// People at the screens of the server under test: a real Chromium on the same machine, without a graphics card.

import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#test/chromium'
import type { Organization } from './dataset/generate.ts'
import type { Server } from './server.ts'
import { signIn, type Person } from './sessions.ts'

export interface Windows {
  /** A window with an empty cache, of somebody who is signed in: of the owner, unless it is said of whom. */
  open(path?: string, person?: Person): Promise<Page>
  browser: Browser
}

/** Windows of members of the organization, for as long as `work` takes. */
export async function withWindows<T>(server: Server, { id }: Organization, work: (windows: Windows) => Promise<T>): Promise<T> {
  const browser = await launchChromium()
  try {
    const [owner] = await signIn(server, id, 1)
    return await work({
      browser,
      async open(path, { cookie } = owner!) {
        const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1_440, height: 900 } })
        const [name, value] = cookie.split('=')
        await context.addCookies([{ name: name!, value: value!, url: server.url }])
        const page = await context.newPage()
        if (path) await page.goto(path)
        return page
      },
    })
  } finally {
    await browser.close()
  }
}
