// Rejected rows that somebody has begun to mend: kept in the window until they are sent, so that nothing is lost by leaving. Not
// for longer: they are of people, who may be erased.

import { useState } from 'react'

export type MendedRows = ReadonlyMap<number, string[]>

export function useMendedRows(importId: string): [MendedRows, (rows: MendedRows) => void] {
  const key = `mended-rows.${importId}`
  const [rows, setRows] = useState(() => read(key))
  const change = (next: MendedRows) => {
    setRows(next)
    if (next.size > 0) sessionStorage.setItem(key, JSON.stringify([...next]))
    else sessionStorage.removeItem(key)
  }
  return [rows, change]
}

function read(key: string): MendedRows {
  return new Map(JSON.parse(sessionStorage.getItem(key) ?? '[]') as [number, string[]][])
}
