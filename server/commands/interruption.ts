// Ctrl+C, and the other ways to ask a program to end.

/** What an AbortSignal of `listenForInterruption` aborts with. */
export class Interrupted extends Error {}

/** As an AbortSignal: for commands that give up what they are at. */
export function listenForInterruption(): AbortSignal {
  const controller = new AbortController()
  onInterruption(() => controller.abort(new Interrupted('Interrupted.')))
  return controller.signal
}

/** Calls `stop` at the first SIGINT, SIGTERM or SIGHUP. A second one ends the process at once. */
export function onInterruption(stop: () => void) {
  let asked: number | undefined
  const hear = () => {
    if (asked === undefined) {
      asked = performance.now()
      stop()
    } else if (performance.now() - asked > echo) process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
}

/** One Ctrl+C arrives up to three times: from the terminal, from npm, and from our launcher, which pass it on. */
const echo = 500
