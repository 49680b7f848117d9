// `npm run screenshots [-- NAME …]`: makes docs/images from the demo, each screen light and dark, on a desk and on a phone.

import { mkdir, stat } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { launchChromium } from '#test/chromium'
import { openDemo } from './screenshots/demo.ts'
import { furnish } from './screenshots/organization.ts'
import { scenes, type Scene } from './screenshots/scenes.ts'

const folder = new URL('../docs/images/', import.meta.url)
const wanted = process.argv.slice(2)
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

/** A phone's picture is small, so it has as many pixels as the phone. */
const devices = [
  { suffix: '', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { suffix: '-phone', viewport: { width: 375, height: 760 }, deviceScaleFactor: 2 },
]

await mkdir(folder, { recursive: true })
const demo = await openDemo()
const browser = await launchChromium()
try {
  const storageState = await demo.signIn(browser)
  const windows = await Promise.all(
    devices.map(async ({ suffix, ...device }) => {
      const context = await browser.newContext({ baseURL: demo.url, locale: 'en-GB', reducedMotion: 'reduce', storageState, ...device })
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      return { suffix, page }
    }),
  )
  await furnish(windows[0]!.page.context())
  for (const scene of chosen) {
    for (const { suffix, page } of windows.filter((window) => scene.only === undefined || window.suffix === scene.only)) {
      // One that does not come about keeps none of the others back.
      await shoot(page, scene, suffix).catch((error: Error) => {
        console.error(`${scene.name}${suffix}: ${error.message}`)
        process.exitCode = 1
      })
    }
  }
} finally {
  await browser.close()
  await demo.close()
}

async function shoot(page: Page, { name, show }: Scene, suffix: string) {
  await page.emulateMedia({ colorScheme: 'light' })
  await show(page)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`:root[data-theme=${theme}]`).waitFor({ state: 'attached' })
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    const file = `${name}${suffix}${theme === 'dark' ? '-dark' : ''}.webp`
    const { pathname } = new URL(file, folder)
    await sharp(await page.screenshot()).webp({ quality: 82, effort: 6, smartSubsample: true }).toFile(pathname)
    console.log(`${file}  ${Math.round((await stat(pathname)).size / 1024)} KB`)
  }
}
