// People at the screens of the server under test: a real Chromium on the same machine, without a graphics card.

import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '#test/chromium'
import type { Organization } from './dataset/generate.ts'
import type { Server } from './server.ts'
import { openSessions } from './sessions.ts'

export interface Windows {
  /** A window with an empty cache, of somebody who is signed in. */
  open(path?: string): Promise<Page>
  browser: Browser
}

/** Windows of a member of the organization, for as long as `work` takes. */
export async function withWindows<T>(server: Server, { id }: Organization, work: (windows: Windows) => Promise<T>): Promise<T> {
  const browser = await launchChromium()
  try {
    const [cookie] = await openSessions(server, [id])
    return await work({
      browser,
      async open(path) {
        const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1_440, height: 900 } })
        await context.addCookies([{ ...cookie!, url: server.url }])
        const page = await context.newPage()
        if (path) await page.goto(path)
        return page
      },
    })
  } finally {
    await browser.close()
  }
}
