// How soon one window shows what is done in another: on the clock that both share.

import type { Page } from 'playwright-core'

export interface Shown {
  /** Milliseconds from the key until the text is in the document, and until it is painted. */
  shown: number
  painted: number
}

/** Presses Enter where the focus is in one window, and waits until the other one shows the text within this element. */
export async function pressAndWatch(mine: Page, yours: Page, { text, within }: { text: string; within: string }): Promise<Shown> {
  await yours.evaluate(`globalThis.seen = (${watching})(${JSON.stringify(text)}, ${JSON.stringify(within)}); undefined`)
  const pressed = await mine.evaluate<number>(pressing)
  const { shown, painted } = await yours.evaluate<Shown>('seen')
  return { shown: shown - pressed, painted: painted - pressed }
}

/** In the page itself: how long the browser's protocol takes is not of interest. */
const pressing = `(() => {
  const pressed = performance.timeOrigin + performance.now()
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  return pressed
})()`

const watching = `(text, within) => new Promise((resolve) => {
  const now = () => performance.timeOrigin + performance.now()
  const watched = document.querySelector(within)
  const look = () => {
    if (!watched.textContent.includes(text)) return
    observer.disconnect()
    const shown = now()
    // The task behind the next frame: then it is painted.
    requestAnimationFrame(() => setTimeout(() => resolve({ shown, painted: now() })))
  }
  const observer = new MutationObserver(look)
  observer.observe(watched, { subtree: true, childList: true, characterData: true })
})`
