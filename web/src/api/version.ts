// Which version of this client the server has. A server that was brought up to date has not got the files any more of a page
// that was opened before; the page is loaded anew then. What is being written is kept in the browser, and so lasts.

/** Whether the server answers, and with a page of another version than this one. */
export async function hasOtherVersion(): Promise<boolean> {
  const page = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).then((answer) => (answer.ok ? answer.text() : undefined), () => undefined)
  const own = document.querySelector<HTMLScriptElement>('script[type=module]')?.getAttribute('src')
  return page !== undefined && own != null && !page.includes(own)
}

let waiting = false

/** Loads the page anew, once nobody's hand is in a field. */
export function reload() {
  if (!isWriting()) return location.reload()
  if (waiting) return
  waiting = true
  // Where the focus goes on to is known a moment later.
  addEventListener('focusout', () => setTimeout(() => isWriting() || location.reload()))
}

function isWriting(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.matches('input, textarea, select, [contenteditable]')
}
