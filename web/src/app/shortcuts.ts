// Keys that do something where nothing is being written. Two in a row (`g p`) within a second count as one.

import { useEffect, useRef } from 'react'

export type Keys = Record<string, (event: KeyboardEvent) => void>

/** Listens while the component is there. A key is as `event.key` says, with `mod+` for Ctrl or Cmd; `g p` for two. */
export function useKeys(keys: Keys, active = true) {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    if (!active) return
    let before: { key: string; at: number } | undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const mod = event.metaKey || event.ctrlKey
      if (event.altKey || (isWriting(event.target) && !mod && event.key !== 'Escape')) return
      if (document.querySelector('dialog[open]') && !mod) return
      const key = mod ? `mod+${event.key.toLowerCase()}` : event.key
      const pair = before && event.timeStamp - before.at < 1_000 ? `${before.key} ${key}` : undefined
      before = { key, at: event.timeStamp }
      const run = (pair && current.current[pair]) || current.current[key]
      if (!run) return
      event.preventDefault()
      run(event)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [active])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
}
