// What this browser keeps until the server has it: other tabs change it too, and a connection that is back is the time to bring it there.

import { useEffect } from 'react'
import { onEvents } from '@/api/live.ts'
import { keepText } from '@/app/kept.ts'

interface Kept {
  /** Another tab has changed what is stored under this name. */
  onStored(key: string | null): void
  /** Now, and whenever there is a connection again. */
  onBack(): void
}

/** Both are functions of a module: they are taken once. */
export function useKeptHere({ onStored, onBack }: Kept) {
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => onStored(key)
    addEventListener('storage', follow)
    addEventListener('online', onBack)
    const stop = onEvents({ events() {}, reset() {}, back: onBack })
    onBack()
    return () => {
      stop()
      removeEventListener('storage', follow)
      removeEventListener('online', onBack)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- functions of a module
  }, [])
}

/** Undefined where there is none, or it is none of ours. */
export function readKept<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Value
  } catch {
    return undefined
  }
}

/** Undefined: it is not kept any more. */
export function keep(key: string, value: unknown) {
  if (value === undefined) localStorage.removeItem(key)
  else keepText(key, JSON.stringify(value))
}
