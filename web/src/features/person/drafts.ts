// What somebody writes and has not saved: kept in the browser, so that nothing is lost by leaving.

import { useState } from 'react'

/** The text of a draft, and how to change it; empty text is no draft. */
export function useDraft(name: string, initial = ''): [string, (text: string) => void] {
  const key = keyOf(name)
  const [text, setText] = useState(() => localStorage.getItem(key) ?? initial)
  const change = (next: string) => {
    setText(next)
    if (next && next !== initial) localStorage.setItem(key, next)
    else localStorage.removeItem(key)
  }
  return [text, change]
}

/** It is saved. */
export function dropDraft(name: string) {
  localStorage.removeItem(keyOf(name))
}

function keyOf(name: string): string {
  return `draft:${name}`
}
