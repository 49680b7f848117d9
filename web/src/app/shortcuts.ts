// Keys that do something where nothing is being written. Two in a row (`g p`) within a second count as one.

import { useEffect, useRef } from 'react'

/** What Ctrl is called here. */
export const modKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl '

export type Keys = Record<string, (event: KeyboardEvent) => void>

/** Of whoever listens. */
const listening = new Set<{ current: Keys }>()

/**
 * Listens while the component is there. A key is as `event.key` says, with `mod+` for Ctrl or Cmd, with `shift+`
 * and `alt+` where it writes nothing; `g p` for two.
 */
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
      const alt = event.altKey && event.key.length > 1
      if ((event.altKey && !alt) || (isWriting(event.target) && !alt && !passes(event, mod))) return
      if (event.key === 'Enter' && isPressed(event.target)) return
      if ((document.querySelector('dialog[open]') || isInMenu(event.target)) && !mod) return
      const plain = event.shiftKey && event.key.length > 1 ? `shift+${event.key}` : event.key
      const key = mod ? `mod+${event.key.toLowerCase()}` : alt ? `alt+${plain}` : plain
      const pair = before && event.timeStamp - before.at < 1_000 ? `${before.key} ${key}` : undefined
      before = { key, at: event.timeStamp }
      // The `t` of `g t` is nobody's `t`.
      if (pair && !current.current[pair] && [...listening].some((other) => other.current[pair])) return
      const run = (pair && current.current[pair]) || current.current[key]
      if (!run) return
      event.preventDefault()
      run(event)
    }
    listening.add(current)
    addEventListener('keydown', onKeyDown)
    return () => {
      listening.delete(current)
      removeEventListener('keydown', onKeyDown)
    }
  }, [active])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
}

/** What is no writing: Escape, and Ctrl or Cmd with anything but what copies, pastes and takes back. */
function passes(event: KeyboardEvent, mod: boolean): boolean {
  return event.key === 'Escape' || (mod && !/^[acvxyz]$/i.test(event.key))
}

/** Buttons and links have Enter for themselves. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null
}

/** Menus and pop-ups have keys of their own. */
function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=menu], [role=listbox], [role=dialog]') !== null
}
