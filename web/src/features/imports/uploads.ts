// Files on their way to the server: they go on while one moves between screens.

import { useSyncExternalStore } from 'react'
import type { Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { toast } from '@/ui/toasts.tsx'

export interface Upload {
  id: number
  name: string
  sent: number
  size: number
}

let uploads: Upload[] = []
let nextId = 1
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

/** Sends each; the server makes an operation of it, which is followed from then on. */
export function sendFiles(files: Iterable<File>, options: object = {}) {
  for (const file of files) {
    void send(file, options).then(
      () => void queryClient.invalidateQueries({ queryKey: ['operations'] }),
      (error: Error) => toast(`${file.name}: ${error.message}`, { tone: 'danger' }),
    )
  }
}

/** Not fetch, which does not tell how much has been sent. */
function send(file: File, options: object): Promise<Schemas['Operation']> {
  const upload: Upload = { id: nextId++, name: file.name, sent: 0, size: file.size }
  set([...uploads, upload])
  const form = new FormData()
  form.append('options', JSON.stringify(options))
  form.append('file', file, file.name)
  return new Promise<Schemas['Operation']>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded }) => set(uploads.map((each) => (each.id === upload.id ? { ...each, sent: loaded } : each))))
    request.addEventListener('load', () => {
      if (request.status === 202) resolve(request.response)
      else reject(new Error(request.response?.detail ?? `The server answered with the status ${request.status}.`))
    })
    request.addEventListener('error', () => reject(new Error('The connection broke: nothing was imported. Try again.')))
    request.open('POST', '/api/v1/imports')
    request.send(form)
  }).finally(() => set(uploads.filter(({ id }) => id !== upload.id)))
}

function set(next: Upload[]) {
  uploads = next
  for (const watch of watchers) watch()
}
