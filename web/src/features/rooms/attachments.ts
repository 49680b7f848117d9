// Files that go along with the next message of a room or thread: on their way to the server, and there. They stay when one looks
// elsewhere meanwhile; what is there survives a reload, and is the same in all tabs.

import { useSyncExternalStore } from 'react'
import { Problem, type Schemas } from '@/api/client.ts'
import { upload } from '@/api/upload.ts'
import { currentMessages } from '@/messages/messages.tsx'
import { toast } from '@/ui/toasts.tsx'
import type { Spot } from './history.ts'
import { keepEach } from './kept-here.ts'

export type MessageFile = Schemas['MessageFile']

export interface Attachment {
  id: number
  name: string
  size: number
  sent: number
  /** Once it is there, and since when. */
  file?: MessageFile
  at?: number
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
/** Here they are by the keys of their places. */
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
  sendWaiting()
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

function sendWaiting() {
  while (running < lanes && waiting.length > 0) void sendNext(waiting.shift()!)
}

async function sendNext({ key, room_id, id }: (typeof waiting)[number]) {
  const source = find(key, id)?.source
  // It was taken away while it waited.
  if (!source) return
  running++
  const controller = new AbortController()
  leaving.set(id, controller)
  try {
    const form = new FormData()
    form.append('file', source, source.name)
    const file = await upload<MessageFile>(`/rooms/${room_id}/files`, form, { onProgress: (sent) => change(key, id, { sent }), signal: controller.signal })
    change(key, id, { file, at: Date.now(), source: undefined })
  } catch (error) {
    // What was taken away is not there to have a problem.
    change(key, id, { problem: error instanceof Problem ? error.message : currentMessages().states.failed })
  } finally {
    leaving.delete(id)
    running--
    sendWaiting()
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

/** What is there of a place: kept in the browser. */
interface Kept {
  key: string
  there: { file: MessageFile; at: number }[]
}

const kept = keepEach<Kept>('attachments', { idOf: ({ key }) => key })

function all(): Map<string, Attachment[]> {
  return (places ??= new Map(kept.list().map(({ key }) => [key, thereIn(key).map(toAttachment)])))
}

function thereIn(key: string): Kept['there'] {
  return kept.list().find((each) => each.key === key)?.there.filter(({ at }) => Date.now() - at < keptMs) ?? []
}

function toAttachment({ file, at }: Kept['there'][number]): Attachment {
  return { id: nextId++, name: file.name, size: file.size, sent: file.size, file, at }
}

function put(key: string, attachments: Attachment[]) {
  all().set(key, attachments)
  const there = attachments.flatMap(({ file, at }) => (file ? { file, at: at! } : []))
  if (there.length > 0) kept.put({ key, there })
  else kept.drop(key)
}

/** Another tab may have attached something, or sent it. */
function follow() {
  for (const key of new Set([...all().keys(), ...kept.list().map((each) => each.key)])) {
    const there = thereIn(key)
    const before = all().get(key) ?? none
    const left = before.filter(({ file }) => !file || there.some((each) => each.file.id === file.id))
    const added = there.filter(({ file }) => !before.some((each) => each.file?.id === file.id)).map(toAttachment)
    forgetPreviews(before.filter((each) => !left.includes(each)))
    if (left.length < before.length || added.length > 0) all().set(key, [...left, ...added])
  }
  for (const tell of watchers) tell()
}

kept.watch(follow)

function watch(tell: () => void) {
  watchers.add(tell)
  return () => void watchers.delete(tell)
}

function keyOf({ room_id, thread_id }: Spot): string {
  return thread_id ?? room_id
}
