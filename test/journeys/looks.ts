import type { Page } from 'playwright-core'
import { assertAccessible } from './browser.ts'

/** The page as it is now, on a phone and on a desk, light and dark. */
export async function assertAccessibleInAllLooks(page: Page) {
  const before = page.viewportSize()!
  for (const colorScheme of ['dark', 'light'] as const) {
    for (const width of [375, before.width]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ ...before, width })
      await assertAccessible(page)
    }
  }
}
