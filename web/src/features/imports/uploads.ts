// Files on their way to the server. One that has arrived becomes a draft; one that has not stays listed with the reason.

import { useSyncExternalStore } from 'react'
import { Problem, type Schemas } from '@/api/client.ts'
import { upload } from '@/api/upload.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { addDraft, lastOwnAddresses, type Draft } from './drafts.ts'
import { isReady } from './targets.ts'

export interface Upload {
  id: number
  file: File
  sent: number
  /** Why it did not arrive, and whether it may the next time. */
  error?: { message: string; passing: boolean }
  /** Ends it while it is on its way. */
  abort?(): void
}

/** So many at once: a browser has six connections to a server, and the screens need some. */
const lanes = 3
let nextId = 1
let uploads: Upload[] = []
const watchers = new Set<() => void>()

export function useUploads(): Upload[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => uploads,
  )
}

/** Resolves to the drafts of those that have arrived, when none is on its way any more. */
export async function sendFiles(files: File[]): Promise<Draft[]> {
  const waiting = files.map((file): Upload => ({ id: nextId++, file, sent: 0 }))
  const drafts: Draft[] = []
  set([...uploads, ...waiting])
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const draft = await deliver(next)
      if (draft) drafts.push(draft)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return drafts
}

/** Sends one again that did not arrive. */
export function retryUpload({ id, file }: Upload): Promise<Draft[]> {
  forgetUpload(id)
  return sendFiles([file])
}

/** Ends it where it is on its way. */
export function forgetUpload(id: number) {
  uploads.find((upload) => upload.id === id)?.abort?.()
  set(uploads.filter((upload) => upload.id !== id))
}

async function deliver({ id, file }: Upload): Promise<Draft | undefined> {
  // Taken off the list while it waited for its turn.
  if (!uploads.some((upload) => upload.id === id)) return undefined
  try {
    const preview = await send(id, file)
    const draft = draftOf(preview)
    addDraft(draft)
    set(uploads.filter((upload) => upload.id !== id))
    return draft
  } catch (error) {
    const message = error instanceof Problem && error.code !== 'offline' ? error.message : currentMessages().imports.broken
    change(id, { error: { message, passing: isPassing(error) }, abort: undefined })
    return undefined
  }
}

function send(id: number, file: File): Promise<Schemas['ImportPreview']> {
  const form = new FormData()
  form.append('options', '{}')
  form.append('file', file, file.name)
  const leaving = new AbortController()
  change(id, { sent: 0, abort: () => leaving.abort() })
  return upload('/imports/preview', form, { onProgress: (sent) => change(id, { sent }), signal: leaving.signal })
}

/** Whether the server may say otherwise the next time. */
function isPassing(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500 || error.status === 429
}

function draftOf(preview: Schemas['ImportPreview']): Draft {
  const { upload_id: id, filename, format, items } = preview
  const options = ['mbox', 'eml', 'ics'].includes(format) ? { own_addresses: lastOwnAddresses() } : {}
  return { id, filename, format, items, at: Date.now(), options, ready: isReady(preview, options) }
}

function change(id: number, news: Partial<Upload>) {
  set(uploads.map((upload) => (upload.id === id ? { ...upload, ...news } : upload)))
}

function set(next: Upload[]) {
  uploads = next
  const sending = uploads.some(({ error }) => !error)
  if (sending) addEventListener('beforeunload', askFirst)
  else removeEventListener('beforeunload', askFirst)
  for (const watch of watchers) watch()
}

/** Who leaves now, loses what is on its way. */
function askFirst(event: BeforeUnloadEvent) {
  event.preventDefault()
}
