// What the box above a list asked for last, and whether the list is that already.

import { useEffect, useRef } from 'react'

/** `q` is what the list shows, or is about to. */
export function useSettled(q = '', changing: boolean) {
  const asked = useRef<string>(undefined)
  useEffect(() => {
    asked.current = undefined
  }, [q])
  return {
    ask: (next: string) => void (asked.current = next),
    isSettled: () => !changing && (asked.current ?? q) === q,
  }
}
