// Ctrl+C, and what asks a program to end: the import stops where it is, and what it borrowed is given back.

export class Interrupted extends Error {}

/** A signal that aborts with Interrupted. A second Ctrl+C ends the process at once. */
export function listenForInterruption(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Interrupted('Interrupted.'))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return controller.signal
}
