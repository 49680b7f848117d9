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

/** What can be pressed or written into lies within the screen, unless it is in something that can be moved aside. */
export async function assertWithinEdges(page: Page) {
  assert.deepEqual(await page.evaluate<string[]>(beyondEdges), [], page.url())
}

const beyondEdges = `(() => {
  const moves = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1
  const isMoved = (each) => each && (moves(each) || isMoved(each.parentElement))
  return [...document.querySelectorAll('button, a[href], input, select, textarea')]
    .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .filter((each) => {
      const { left, right, width } = each.getBoundingClientRect()
      return width > 1 && (left < -1 || right > innerWidth + 1) && !isMoved(each.parentElement)
    })
    .map((each) => each.ariaLabel ?? each.textContent)
})()`
