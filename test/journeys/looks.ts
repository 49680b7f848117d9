import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { assertAccessible } from './browser.ts'

/** The page as it is now, on a phone and on a desk, light and dark: accessible, and no wider than the screen. */
export async function assertAccessibleInAllLooks(page: Page) {
  const before = page.viewportSize()!
  for (const width of [375, before.width]) {
    await page.setViewportSize({ ...before, width })
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      // The page hears of it a moment later.
      await page.locator(`:root[data-theme=${colorScheme}]`).waitFor({ state: 'attached' })
      // What is not about colours is the same in both.
      await assertAccessible(page, { colorsOnly: colorScheme === 'light' })
    }
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    assert.ok(overflow <= 0, `${page.url()} is ${overflow} pixels too wide at ${width}`)
  }
}
