// An ordinary Slack export: 20 channels, a file for each day, threads, mentions and reactions.

import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

const channels = 20
const users = 100
const perDay = 20

/** Writes one of so many messages: always the same. Whoever has `address` wrote a hundredth of it. */
export async function writeSlackExport(path: string, { messages, address }: { messages: number; address: string }) {
  const zip = new yazl.ZipFile()
  const add = (name: string, content: () => unknown) =>
    zip.addReadStreamLazy(name, {}, (done) => done(null, Readable.from([JSON.stringify(content())])))
  const members = Array.from({ length: users }, (_, n) => `U${n}`)
  add('users.json', () => members.map((id, n) => ({ id, name: `user${n}`, profile: { real_name: `User ${n}`, email: n === 0 ? address : `user${n}@slack.example` } })))
  add('channels.json', () => Array.from({ length: channels }, (_, n) => ({ id: `C${n}`, name: `channel-${n}`, members, topic: { value: `About ${n}` } })))
  const days = Math.ceil(messages / channels / perDay)
  for (let channel = 0; channel < channels; channel++) {
    for (let day = 0; day < days; day++) add(`channel-${channel}/${dateOf(day)}.json`, () => said(day, channel))
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

const dayMs = 86_400_000
const begin = Date.UTC(2015, 0, 1)

function dateOf(day: number): string {
  return new Date(begin + day * dayMs).toISOString().slice(0, 10)
}

function said(day: number, channel: number): object[] {
  const ts = (n: number) => `${(begin + day * dayMs) / 1_000 + 32_400 + n * 600}.${String(channel).padStart(6, '0')}`
  return Array.from({ length: perDay }, (_, n) => ({
    type: 'message', ts: ts(n), user: `U${(day + n) % users}`,
    text: `<@U${(day + n + 1) % users}> the figures of *${day}* are at <https://figures.example/${day}/${n}|the usual place>:\n• ${'a line of them, as long as lines are, '.repeat(1 + (n % 5))}`,
    ...(n % 4 === 1 && { thread_ts: ts(n - 1) }),
    ...(n % 5 === 0 && { reactions: [{ name: 'tada', users: ['U1', 'U2'], count: 2 }] }),
  }))
}
