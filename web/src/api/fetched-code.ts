// Code that could not be fetched when it was needed. A browser does not fetch a module again that it has failed to fetch, so with
// the server back only a new page can; and a server that was brought up to date has not got the files any more of a page that was
// opened before. What is being written is kept in the browser, and so lasts.

/** Whether the server answers. */
export async function answers(): Promise<boolean> {
  return fetch('/healthz', { cache: 'no-store' }).then(({ ok }) => ok, () => false)
}

const last = 'reloaded'
const againMs = 60_000

let waiting = false

/** Loads the page anew, once nobody's hand is in a field; not again and again for a file that nobody has. */
export function reload() {
  if (Date.now() - Number(sessionStorage.getItem(last)) < againMs) return
  if (!isWriting()) return loadAnew()
  if (waiting) return
  waiting = true
  // Where the focus goes on to is known a moment later.
  addEventListener('focusout', () => setTimeout(() => isWriting() || loadAnew()))
}

function loadAnew() {
  sessionStorage.setItem(last, String(Date.now()))
  location.reload()
}

function isWriting(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select, [contenteditable]')
}
