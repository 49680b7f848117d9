// Files on their way to the server, and drafts: what has arrived and waits for somebody to say how to import it. The server
// keeps a draft's file for a day; what was chosen is kept here, so that it can be left and found again.

import { useSyncExternalStore } from 'react'
import type { Schemas } from '@/api/client.ts'
import { toast } from '@/ui/toasts.tsx'

export interface Upload {
  id: number
  name: string
  sent: number
  size: number
}

export type ImportOptions = Partial<Schemas['ImportOptions']>

export interface Draft {
  /** Of the upload. */
  id: string
  filename: string
  format: string
  items: number | null
  at: number
  options: ImportOptions
}

interface State {
  uploads: Upload[]
  drafts: Draft[]
}

const day = 86_400_000
const key = 'import-drafts'
let nextId = 1
let state: State = { uploads: [], drafts: readDrafts() }
const watchers = new Set<() => void>()

export function useUploads(): State {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => state,
  )
}

/** Sends each, and makes a draft of it; of one that cannot be read it says why. */
export async function sendFiles(files: Iterable<File>): Promise<Draft[]> {
  const sent = await Promise.all(
    [...files].map((file) =>
      send(file).catch((error: Error) => {
        toast(`${file.name}: ${error.message}`, { tone: 'danger' })
      }),
    ),
  )
  return sent.filter((draft) => draft !== undefined)
}

export function changeDraft(id: string, options: ImportOptions) {
  setDrafts(state.drafts.map((draft) => (draft.id === id ? { ...draft, options } : draft)))
}

export function forgetDraft(id: string) {
  setDrafts(state.drafts.filter((draft) => draft.id !== id))
}

/** Addresses of ours that were said the last time. */
export function lastOwnAddresses(): string[] {
  return read<string[]>('own-addresses') ?? []
}

export function rememberOwnAddresses(addresses: string[] = []) {
  localStorage.setItem('own-addresses', JSON.stringify(addresses))
}

/** Not fetch, which does not tell how much has been sent. */
function send(file: File): Promise<Draft> {
  const upload: Upload = { id: nextId++, name: file.name, sent: 0, size: file.size }
  set({ uploads: [...state.uploads, upload] })
  const form = new FormData()
  form.append('options', '{}')
  form.append('file', file, file.name)
  return new Promise<Draft>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) =>
      set({ uploads: state.uploads.map((each) => (each.id === upload.id ? { ...each, sent: loaded } : each)) }))
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(keepDraft(request.response))
      else reject(new Error(request.response?.detail ?? `The server answered with the status ${request.status}.`))
    })
    request.addEventListener('error', () => reject(new Error('The connection broke: nothing was imported. Try again.')))
    request.open('POST', '/api/v1/imports/preview')
    request.send(form)
  }).finally(() => set({ uploads: state.uploads.filter(({ id }) => id !== upload.id) }))
}

function keepDraft({ upload_id, filename, format, items }: Schemas['ImportPreview']): Draft {
  const ours = ['mbox', 'eml', 'ics'].includes(format) ? { own_addresses: lastOwnAddresses() } : {}
  const draft: Draft = { id: upload_id, filename, format, items, at: Date.now(), options: ours }
  setDrafts([draft, ...state.drafts])
  return draft
}

function readDrafts(): Draft[] {
  return (read<Draft[]>(key) ?? []).filter(({ at }) => at > Date.now() - day)
}

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function setDrafts(drafts: Draft[]) {
  localStorage.setItem(key, JSON.stringify(drafts))
  set({ drafts })
}

function set(change: Partial<State>) {
  state = { ...state, ...change }
  for (const watch of watchers) watch()
}
