// The way out of the page, to another one of this server: nothing of this one is left then.

let leaving = false

/** The first wins: a second one would cut it off, and somebody who signs out would read that their session has ended. */
export function leaveFor(to: string) {
  if (leaving) return
  leaving = true
  location.assign(to)
}

// Also for whoever comes back to it by the browser's own way.
addEventListener('pageshow', () => (leaving = false))
