// What somebody has looked at lately, on this device: ids alone, so that nothing is left behind that was erased since.

import { useEffect } from 'react'
import { keepText } from './kept.ts'
import { personalKey } from './personal-key.ts'

export interface Visited {
  kind: 'contact' | 'company'
  id: string
}

const most = 6

/** Remembers that this is being looked at. */
export function useVisit({ kind, id }: Visited) {
  const key = personalKey('recent')
  useEffect(() => {
    const rest = read(key).filter((each) => each.id !== id)
    keepText(key, JSON.stringify([{ kind, id }, ...rest].slice(0, most)))
  }, [key, kind, id])
}

export function useRecent(): Visited[] {
  return read(personalKey('recent'))
}

function read(key: string): Visited[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Visited[]
  } catch {
    return []
  }
}
