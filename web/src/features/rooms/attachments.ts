// Files that go along with the next message of a room or thread: on their way to the server, and there. They stay when one looks
// elsewhere meanwhile; what is there survives a reload.

import { useSyncExternalStore } from 'react'
import { Problem, type Schemas } from '@/api/client.ts'
import { upload } from '@/api/upload.ts'
import { personalKey } from '@/app/personal-key.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast } from '@/ui/toasts.tsx'
import type { Spot } from './history.ts'
import { keep, readKept } from './kept-here.ts'

export type MessageFile = Schemas['MessageFile']

export interface Attachment {
  id: number
  name: string
  size: number
  sent: number
  /** Once it is there. */
  file?: MessageFile
  /** Why it did not get there. */
  problem?: string
  /** To be seen of it until then, where it is a picture. */
  preview?: string
  source?: File
}

/** Of one message. */
const most = 20
/** The server keeps them for a day. */
const keptMs = 23 * 3_600_000
const lanes = 3

const none: Attachment[] = []
let nextId = 1
let running = 0
let places: Map<string, Attachment[]> | undefined
const waiting: { key: string; room_id: string; id: number }[] = []
const leaving = new Map<number, AbortController>()
const watchers = new Set<() => void>()

export function useAttachments(spot: Spot): Attachment[] {
  return useSyncExternalStore(watch, () => all().get(keyOf(spot)) ?? none)
}

export function attach(spot: Spot, chosen: File[]) {
  const key = keyOf(spot)
  const before = all().get(key) ?? []
  const room = most - before.length
  if (chosen.length > room) toast(currentMessages().attachments.too_many(most))
  const added = chosen.slice(0, room).map((source): Attachment => ({
    id: nextId++, name: source.name, size: source.size, sent: 0, source, preview: /^image\/(png|jpeg|gif|webp)$/.test(source.type) ? URL.createObjectURL(source) : undefined,
  }))
  put(key, [...before, ...added])
  waiting.push(...added.map(({ id }) => ({ key, room_id: spot.room_id, id })))
  while (running < lanes && waiting.length > 0) void sendNext()
}

/** Ends it where it is on its way. */
export function detach(spot: Spot, id: number) {
  leaving.get(id)?.abort()
  const key = keyOf(spot)
  const before = all().get(key) ?? []
  forgetPreviews(before.filter((each) => each.id === id))
  put(key, before.filter((each) => each.id !== id))
}

export function attachAgain(spot: Spot, { id, source }: Attachment) {
  detach(spot, id)
  if (source) attach(spot, [source])
}

/** They are sent with a message. */
export function takeAttachments(spot: Spot): MessageFile[] {
  const taken = all().get(keyOf(spot)) ?? []
  forgetPreviews(taken)
  put(keyOf(spot), [])
  return taken.flatMap(({ file }) => file ?? [])
}

async function sendNext() {
  const next = waiting.shift()
  const source = next && find(next.key, next.id)?.source
  if (!next || !source) return
  running++
  const { key, id } = next
  const controller = new AbortController()
  leaving.set(id, controller)
  try {
    const form = new FormData()
    form.append('file', source, source.name)
    const file = await upload<MessageFile>(`/rooms/${next.room_id}/files`, form, { onProgress: (sent) => change(key, id, { sent }), signal: controller.signal })
    change(key, id, { file, source: undefined })
  } catch (error) {
    // What was taken away is not there to have a problem.
    change(key, id, { problem: error instanceof Problem ? error.message : currentMessages().states.failed })
  } finally {
    leaving.delete(id)
    running--
    if (waiting.length > 0) void sendNext()
  }
}

function forgetPreviews(attachments: Attachment[]) {
  for (const { preview } of attachments) if (preview) URL.revokeObjectURL(preview)
}

function find(key: string, id: number): Attachment | undefined {
  return all().get(key)?.find((each) => each.id === id)
}

function change(key: string, id: number, given: Partial<Attachment>) {
  put(key, (all().get(key) ?? []).map((each) => (each.id === id ? { ...each, ...given } : each)))
}

interface Kept {
  key: string
  at: number
  files: MessageFile[]
}

function all(): Map<string, Attachment[]> {
  if (places) return places
  const kept = readKept<Kept[]>(storageKey()) ?? []
  const fresh = kept.filter(({ at }) => Date.now() - at < keptMs)
  places = new Map(fresh.map(({ key, files }) => [key, files.map((file): Attachment => ({ id: nextId++, name: file.name, size: file.size, sent: file.size, file }))]))
  return places
}

function put(key: string, attachments: Attachment[]) {
  all().set(key, attachments)
  const kept = [...all()].map(([each, list]): Kept => ({ key: each, at: Date.now(), files: list.flatMap(({ file }) => file ?? []) })).filter(({ files }) => files.length > 0)
  keep(storageKey(), kept.length > 0 ? kept : undefined)
  for (const tell of watchers) tell()
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

function keyOf({ room_id, thread_id }: Spot): string {
  return thread_id ?? room_id
}

function storageKey(): string {
  return personalKey('attachments')
}
