// What this browser keeps until the server has it: other tabs change it too, and a connection that is back is the time to bring it there.

import { useEffect } from 'react'
import { onEvents } from '@/api/live.ts'
import { keepText } from '@/app/kept.ts'
import { personalKey } from '@/app/personal-key.ts'

/** Now, and whenever there is a connection again. A function of a module: it is taken once. */
export function useBack(onBack: () => void) {
  useEffect(() => {
    addEventListener('online', onBack)
    const stop = onEvents({ events() {}, reset() {}, back: onBack })
    onBack()
    return () => {
      stop()
      removeEventListener('online', onBack)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a function of a module
  }, [])
}

/** Undefined where there is none, or it is none of ours. */
function readKept<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Value
  } catch {
    return undefined
  }
}

/** Undefined: it is not kept any more. */
function keep(key: string, value: unknown) {
  if (value === undefined) localStorage.removeItem(key)
  else keepText(key, JSON.stringify(value))
}

export interface KeptEach<Value> {
  list(): Value[]
  put(value: Value): void
  drop(id: string): void
  watch(tell: () => void): () => void
}

interface KeptHow<Value> {
  idOf(value: Value): string
  order?(one: Value, other: Value): number
  /** Another tab has changed something. */
  onStored?(): void
}

/** What is kept one by one, each under a name of its own: of several tabs none writes over what another has written. */
export function keepEach<Value>(name: string, { idOf, order = () => 0, onStored }: KeptHow<Value>): KeptEach<Value> {
  let known: Value[] | undefined
  const watchers = new Set<() => void>()
  const prefix = () => `${personalKey(name)}.`
  const read = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix())).flatMap((key) => readKept<Value>(key) ?? []).toSorted(order)
  const list = () => (known ??= read())
  const show = (next: Value[] | undefined) => {
    known = next
    for (const tell of watchers) tell()
  }
  const without = (id: string) => list().filter((each) => idOf(each) !== id)
  const withValue = (value: Value) => [...without(idOf(value)), value].toSorted(order)
  const withStored = (key: string) => {
    const value = readKept<Value>(key)
    return value === undefined ? without(key.slice(prefix().length)) : withValue(value)
  }
  // From the beginning: what is known is read but once, maybe long before the page is complete.
  addEventListener('storage', ({ key }) => {
    if (key !== null && !key.startsWith(prefix())) return
    show(key === null ? undefined : withStored(key))
    onStored?.()
  })
  return {
    list,
    put(value) {
      keep(prefix() + idOf(value), value)
      show(withValue(value))
    },
    drop(id) {
      keep(prefix() + id, undefined)
      show(without(id))
    },
    watch(tell) {
      watchers.add(tell)
      return () => void watchers.delete(tell)
    },
  }
}
