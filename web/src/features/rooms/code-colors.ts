// Code in messages, in colours. What knows the languages is fetched when the first code is on the screen, which stands there
// without colours until then, in the same place.

import { useEffect, useSyncExternalStore } from 'react'

type Paint = (html: string) => string

let paint: Paint | undefined
let fetching: Promise<void> | undefined
const watchers = new Set<() => void>()

/** HTML of a message whose blocks of code, where they say their language, are in colours. */
export function useCodeColors(html: string): string {
  const hasCode = html.includes('<code class="language-')
  const ready = useSyncExternalStore(watch, () => paint)
  useEffect(() => {
    if (hasCode) void (fetching ??= load())
  }, [hasCode])
  return hasCode && ready ? ready(html) : html
}

async function load() {
  try {
    const { paintCode } = await import('./paint-code.ts')
    paint = paintCode
    for (const tell of watchers) tell()
  } catch {
    // Without a connection code stays as it is; the next message tries again.
    fetching = undefined
  }
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}
