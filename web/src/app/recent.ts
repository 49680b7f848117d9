// What somebody has looked at lately, on this device: ids alone, so that nothing is left behind that was erased since.

import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from './session.ts'

export interface Visited {
  kind: 'contact' | 'company'
  id: string
}

const most = 6

/** Remembers that this is being looked at. */
export function useVisit({ kind, id }: Visited) {
  const key = useKey()
  useEffect(() => {
    const rest = read(key).filter((each) => each.id !== id)
    localStorage.setItem(key, JSON.stringify([{ kind, id }, ...rest].slice(0, most)))
  }, [key, kind, id])
}

export function useRecent(): Visited[] {
  return read(useKey())
}

function useKey(): string {
  const { data: me } = useQuery(meQuery)
  return `recent.${me?.organization.id}.${me?.user?.id}`
}

function read(key: string): Visited[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Visited[]
  } catch {
    return []
  }
}
