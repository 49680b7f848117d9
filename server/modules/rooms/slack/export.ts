// A Slack export as it lies in its ZIP: who and where, and for each channel and day a file with what was said.
// https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports

import { openZip, type Zip } from '#modules/imports'
import { invalid } from '#platform/errors'
import type { Storage } from '#platform/storage'

export interface SlackUser {
  id: string
  name?: string
  real_name?: string
  profile?: { email?: string; display_name?: string; real_name?: string }
}

export interface SlackChannel {
  id: string
  kind: 'public' | 'private' | 'direct'
  name: string
  topic: string
  created: number | null
  is_archived: boolean
  /** Ids of users. */
  members: string[]
}

export interface SlackMessage {
  ts: string
  thread_ts?: string
  subtype?: string
  user?: string
  username?: string
  bot_profile?: { name?: string }
  user_profile?: { real_name?: string; display_name?: string }
  text?: string
  attachments?: { pretext?: string; title?: string; title_link?: string; text?: string; fallback?: string }[]
  reactions?: { name: string; users?: string[] }[]
  files?: SlackFile[]
  edited?: { ts?: string }
  pinned_to?: string[]
}

export interface SlackFile {
  id?: string
  name?: string
  title?: string
  mimetype?: string
  url_private?: string
  permalink?: string
}

/** A day of a channel. */
export interface SlackDay {
  channel: SlackChannel
  name: string
}

export interface SlackExport {
  users: Map<string, SlackUser>
  channels: Map<string, SlackChannel>
  days: SlackDay[]
  /** Throws invalid when it is no list of messages, or larger than we read. */
  readDay(day: SlackDay): Promise<unknown[]>
  /** Where the export holds a file of a message, if it does. */
  findFile(file: SlackFile): string | undefined
  readFile(name: string): AsyncGenerator<Buffer>
  close(): void
}

/** Some tens of thousands of messages: it is held while it is read. */
const largestJson = 64 * 1024 * 1024
const mostEntries = 100_000

/** Throws invalid for what is no Slack export. */
export async function openSlackExport(storage: Storage, file: string, bytes: number): Promise<SlackExport> {
  const zip = await openZip(storage, file, bytes, { entries: mostEntries })
  try {
    const root = findRoot(zip)
    const users = await readUsers(zip, `${root}users.json`)
    // Of one that is listed twice, the later holds: private.
    const channels = new Map((await readChannels(zip, root)).map((channel) => [channel.id, channel]))
    return {
      users,
      channels,
      days: listDays(zip, root, [...channels.values()]),
      readDay: ({ name }) => readList(zip, name),
      findFile: fileFinder(zip, root),
      readFile: (name) => zip.read(name),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The folder that holds everything; mostly none. */
function findRoot(zip: Zip): string {
  const users = zip.names.filter((name) => /^(?:[^/]+\/)?users\.json$/.test(name)).toSorted((one, other) => one.length - other.length)[0]
  const root = users?.slice(0, -'users.json'.length)
  if (root === undefined || !lists.some(({ file }) => zip.has(root + file))) {
    throw invalid('This is no Slack export: it has neither users.json nor a list of channels. Give the ZIP file as Slack made it.')
  }
  return root
}

const lists = [
  { file: 'channels.json', kind: 'public' },
  { file: 'groups.json', kind: 'private' },
  { file: 'mpims.json', kind: 'direct' },
  { file: 'dms.json', kind: 'direct' },
] as const

async function readUsers(zip: Zip, name: string): Promise<Map<string, SlackUser>> {
  const users = (await readList(zip, name)).filter((each): each is SlackUser => typeof (each as SlackUser | null)?.id === 'string')
  return new Map(users.map((user) => [user.id, user]))
}

interface ListedChannel {
  id?: unknown
  name?: unknown
  created?: unknown
  is_archived?: unknown
  members?: unknown
  topic?: { value?: unknown }
  purpose?: { value?: unknown }
}

async function readChannels(zip: Zip, root: string): Promise<SlackChannel[]> {
  const found: SlackChannel[] = []
  for (const { file, kind } of lists) {
    if (!zip.has(root + file)) continue
    for (const each of (await readList(zip, root + file)) as (ListedChannel | null)[]) {
      if (!each || typeof each.id !== 'string' || each.id.length > longestId) continue
      const { id, name, topic, purpose, members, created } = each
      found.push({
        id,
        kind,
        name: textOf(name) || id,
        topic: textOf(topic?.value) || textOf(purpose?.value),
        created: typeof created === 'number' && created > 0 && created < latest ? created : null,
        is_archived: each.is_archived === true,
        members: Array.isArray(members) ? members.filter((member): member is string => typeof member === 'string') : [],
      })
    }
  }
  return found
}

/** Theirs have eleven characters. */
const longestId = 100

/** The last moment that has four digits of a year, in seconds. */
const latest = 253_402_300_799

/** Of what may be anything. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** By channel, and then by day: what answers comes behind what it answers. */
function listDays(zip: Zip, root: string, channels: SlackChannel[]): SlackDay[] {
  const byFolder = new Map(channels.flatMap((channel) => [[channel.id, channel], [channel.name, channel]] as const))
  const days = zip.names.flatMap((name) => {
    const [, folder] = /^([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/.exec(name.slice(root.length)) ?? []
    const channel = folder && name.startsWith(root) ? byFolder.get(folder) : undefined
    return channel ? [{ channel, name }] : []
  })
  return days.toSorted((one, other) => compare(one.channel.id, other.channel.id) || compare(one.name, other.name))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Where the programs put them that fetch files along with the export. */
function fileFinder(zip: Zip, root: string) {
  const byId = new Map<string, string>()
  for (const name of zip.names) {
    const [, folder, attachment] = /(?:__uploads\/(F[A-Z0-9]+)\/[^/]+|attachments\/(F[A-Z0-9]+)-[^/]+)$/.exec(name.slice(root.length)) ?? []
    const id = folder ?? attachment
    if (id) byId.set(id, name)
  }
  return ({ id }: SlackFile) => (id === undefined ? undefined : byId.get(id))
}

async function readList(zip: Zip, name: string): Promise<unknown[]> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of zip.read(name)) {
    bytes += chunk.length
    if (bytes > largestJson) throw invalid(`${name} is larger than ${largestJson / 1024 / 1024} MB, which is more than we read at once.`)
    chunks.push(chunk)
  }
  let list: unknown
  try {
    list = parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    throw invalid(`${name} is no JSON (${(error as Error).message}).`)
  }
  if (!Array.isArray(list)) throw invalid(`${name} is no list.`)
  return list
}

/** Without what a text of ours cannot hold: NUL, and halves of surrogate pairs, which JSON can only write as escapes. */
function parse(json: string): unknown {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return JSON.parse(json)
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value))
}
