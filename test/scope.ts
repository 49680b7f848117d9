// How long something lives in a test: what was opened last is closed first.

import { after } from 'node:test'

/** A test, or `file`. */
export interface Scope {
  after(close: () => unknown): void
}

/** What all tests of a file share. */
export const file: Scope = { after }

const closers = new WeakMap<Scope, (() => unknown)[]>()

/** Runs `close` when the scope ends, before everything that was opened earlier. */
export function onClose(scope: Scope, close: () => unknown) {
  const known = closers.get(scope)
  if (known) return void known.push(close)
  const list = [close]
  closers.set(scope, list)
  scope.after(async () => {
    for (const next of list.toReversed()) await next()
  })
}
