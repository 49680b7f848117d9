// Drafts: files that have arrived and wait for somebody to say how to import them. The server keeps a file for a day; what was
// chosen is kept in this browser, for each account and organization, so that it can be left and found again, in any window.

import { useSyncExternalStore } from 'react'
import type { Schemas } from '@/api/client.ts'
import { personalKey } from '@/app/personal-key.ts'

export type ImportOptions = Partial<Schemas['ImportOptions']>

export interface Draft {
  /** Of the upload. */
  id: string
  filename: string
  format: string
  items: number | null
  at: number
  options: ImportOptions
  /** Whether it can be started as it is: of a table, some column must tell who somebody is. */
  ready: boolean
}

const day = 86_400_000
const watchers = new Set<() => void>()
let read: { key: string; text: string | null; drafts: Draft[] } = { key: '', text: null, drafts: [] }

export function useDrafts(): Draft[] {
  return useSyncExternalStore(watch, listDrafts)
}

/** Newest first. */
export function listDrafts(): Draft[] {
  const key = personalKey('import-drafts')
  const text = localStorage.getItem(key)
  if (key !== read.key || text !== read.text) read = { key, text, drafts: parse<Draft[]>(text, []).filter(({ at }) => at > Date.now() - day) }
  return read.drafts
}

export function addDraft(draft: Draft) {
  write([draft, ...listDrafts()])
}

export function changeDraft(id: string, change: Pick<Draft, 'options' | 'ready'>) {
  write(listDrafts().map((draft) => (draft.id === id ? { ...draft, ...change } : draft)))
}

export function forgetDraft(id: string) {
  write(listDrafts().filter((draft) => draft.id !== id))
}

/** Addresses of ours that were said the last time. */
export function lastOwnAddresses(): string[] {
  return parse<string[]>(localStorage.getItem(personalKey('own-addresses')), [])
}

export function rememberOwnAddresses(addresses: string[]) {
  localStorage.setItem(personalKey('own-addresses'), JSON.stringify(addresses))
}

function write(drafts: Draft[]) {
  localStorage.setItem(personalKey('import-drafts'), JSON.stringify(drafts))
  for (const tell of watchers) tell()
}

/** Another window tells by the storage itself. */
function watch(tell: () => void): () => void {
  watchers.add(tell)
  addEventListener('storage', tell)
  return () => {
    watchers.delete(tell)
    removeEventListener('storage', tell)
  }
}

function parse<T>(text: string | null, otherwise: T): T {
  try {
    return (JSON.parse(text ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}
