// What somebody writes and has not saved: kept in the browser, so that nothing is lost by leaving.

import { useState } from 'react'
import { personalKey } from './personal-key.ts'

/** A draft, and how to change it; one that is as in the beginning is none. */
export function useDraft<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const [begun] = useState(initial)
  const [value, setValue] = useState(() => read<Value>(name) ?? begun)
  const change = (next: Value) => {
    setValue(next)
    if (JSON.stringify(next) === JSON.stringify(begun)) dropDraft(name)
    else localStorage.setItem(keyOf(name), JSON.stringify(next))
  }
  return [value, change]
}

/** Whether something waits to be gone on with. */
export function hasDraft(name: string): boolean {
  return localStorage.getItem(keyOf(name)) !== null
}

/** It is saved. */
export function dropDraft(name: string) {
  localStorage.removeItem(keyOf(name))
}

function read<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? '') as Value
  } catch {
    return undefined
  }
}

function keyOf(name: string): string {
  return personalKey(`draft:${name}`)
}
