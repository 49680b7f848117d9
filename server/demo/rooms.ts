// What the team of the demo says to each other, as a Slack export: channels, a private one, direct messages.

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { team } from './names.ts'
import { sharedFiles, type FileId } from './pictures.ts'
import { conversations, type Name, type Said } from './talk.ts'

/** Writes the export. Its last working day is the one before `to`. */
export async function writeRooms(path: string, to: Date) {
  const zip = new yazl.ZipFile()
  const add = (name: string, content: unknown) => zip.addBuffer(Buffer.from(JSON.stringify(content)), name)
  const of = (...kinds: string[]) => conversations.filter(({ kind }) => kinds.includes(kind))
  add('users.json', team.map(({ name, email }) => ({ id: idOf(name), name, profile: { real_name: name, email } })))
  const created = secondsOf(daysBefore(to, 200), '09:00')
  for (const [file, kind] of [['channels.json', 'public'], ['groups.json', 'private'], ['dms.json', 'direct']] as const) {
    add(file, of(kind).map(({ id, name, topic, members }) => ({ id, name, created, topic: { value: topic ?? '' }, members: members.map((each) => idOf(each)) })))
  }
  for (const { id, kind, name, said } of conversations) {
    for (const [day, messages] of Map.groupBy(toMessages(said, to), ({ ts }) => new Date(Number(ts) * 1_000).toISOString().slice(0, 10))) {
      add(`${kind === 'direct' ? id : name}/${day}.json`, messages)
    }
  }
  for (const [id, { name, draw }] of Object.entries(sharedFiles)) zip.addBuffer(await draw(), `__uploads/${id}/${name}`)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

interface SlackLine {
  ts: string
  [field: string]: unknown
}

/** Each with its answers, in the order of their times. */
function toMessages(said: readonly Said[], to: Date): SlackLine[] {
  const lines = said.flatMap(({ answers = [], pinned, ...message }) => {
    const ts = tsOf(message, to)
    const root = { ...toLine(message, to), ...(pinned && { pinned_to: ['here'] }), ...(answers.length > 0 && { thread_ts: ts }) }
    return [root, ...answers.map((answer) => ({ ...toLine(answer, to), thread_ts: ts }))]
  })
  return lines.toSorted((one, other) => Number(one.ts) - Number(other.ts))
}

function toLine(message: Omit<Said, 'answers' | 'pinned'>, to: Date): SlackLine {
  return {
    type: 'message',
    ts: tsOf(message, to),
    user: idOf(message.by),
    text: message.text.replace(/@(\w+)/g, (word, name: string) => (isName(name) ? `<@${idOf(name)}>` : word)),
    files: (message.files ?? []).map(toFile),
    reactions: Object.entries(message.reactions ?? {}).map(([name, users]) => ({ name, users: users.map((each) => idOf(each)), count: users.length })),
  }
}

function toFile(id: FileId) {
  const { name, type } = sharedFiles[id]
  return { id, name, mimetype: type }
}

function isName(name: string): name is Name {
  return team.some((each) => firstName(each.name) === name)
}

function firstName(name: string): string {
  return name.split(' ')[0]!.toLowerCase()
}

function idOf(name: string): string {
  return `U${firstName(name).toUpperCase()}`
}

/** So many working days before. */
function daysBefore(to: Date, count: number): Date {
  const day = new Date(to)
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() - 1)
    if (day.getUTCDay() % 6 !== 0) left--
  }
  return day
}

function secondsOf(day: Date, at: string): number {
  return Date.parse(`${day.toISOString().slice(0, 10)}T${at}:00Z`) / 1_000
}

function tsOf({ day, at }: Pick<Said, 'day' | 'at'>, to: Date): string {
  return `${secondsOf(daysBefore(to, day), at)}.000100`
}
