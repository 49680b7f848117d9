// A message of an export as one of ours.

import type { SlackChannel, SlackFile, SlackMessage } from './export.ts'
import { emojiOf, toMarkdown } from './mrkdwn.ts'
import type { People } from './people.ts'
import { longestMessage } from '../messages/contract.ts'

export interface ImportedMessage {
  /** Its room there, and its time. */
  source_id: string
  /** Of the message that it answers. */
  root: string | null
  user_id: string | null
  name: string | null
  text: string
  created_at: string
  edited_at: string | null
  pinned_at: string | null
  reactions: { emoji: string; user_id: string }[]
  files: SlackFile[]
}

/** What says nothing: somebody came, the topic changed. */
const silent = /^(?:(?:channel|group|mpim)_(?:join|leave|topic|purpose|name|archive|unarchive|convert_to_private|posting_permissions)|bot_(?:add|remove|enable|disable)|pinned_item|unpinned_item|tombstone|reminder_add|sh_room_created|huddle_thread|assistant_app_thread|message_deleted|message_changed|channel_canvas_updated|document_mention)$/

/** Undefined where it says nothing. Throws an Error with the reason for what is no message. */
export function readMessage(given: unknown, channel: SlackChannel, people: People): ImportedMessage | undefined {
  const message = given as SlackMessage | null
  const created_at = readTime(message?.ts)
  if (!message || !created_at) throw new Error('It is no message: it has no time (ts).')
  if (silent.test(String(message.subtype ?? ''))) return undefined
  const files = listOf<SlackFile>(message.files)
  const text = textOf(message, people)
  if (text === '' && files.length === 0) return undefined
  const { user_id, name } = people.authorOf(message)
  const answers = typeof message.thread_ts === 'string' && message.thread_ts !== message.ts
  return {
    source_id: sourceId(channel, message.ts),
    root: answers ? sourceId(channel, message.thread_ts!) : null,
    user_id,
    name,
    text,
    created_at,
    edited_at: readTime(message.edited?.ts) ?? null,
    pinned_at: !answers && listOf(message.pinned_to).length > 0 ? created_at : null,
    reactions: readReactions(message, people),
    files,
  }
}

function sourceId({ id }: SlackChannel, ts: string): string {
  return `${id} ${ts}`.slice(0, 200).toWellFormed()
}

function listOf<Item>(value: Item[] | undefined): Item[] {
  return Array.isArray(value) ? value.filter((item) => item !== null && (typeof item === 'object' || typeof item === 'string')) : []
}

function textOf(message: SlackMessage, people: People): string {
  const said = shown(message.text, people)
  const own = message.subtype === 'me_message' && said !== '' ? `_${said}_` : said
  const attached = listOf(message.attachments).map(({ pretext, title, title_link, text, fallback }) => {
    const head = title_link && title ? `[${shown(title, people).replace(/[[\]]/g, '\\$&')}](${title_link})` : shown(title, people)
    const lines = [shown(pretext, people), head && `**${head}**`, shown(text, people)].filter(Boolean)
    return quote((lines.length > 0 ? lines : [shown(fallback, people)]).join('\n'))
  })
  return cutMessage([own, ...attached].filter(Boolean).join('\n\n'))
}

/** As much of it as a message holds. */
export function cutMessage(text: string): string {
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage - 1).toWellFormed()}…`
}

function shown(text: string | undefined, people: People): string {
  return typeof text === 'string' ? toMarkdown(text, people) : ''
}

function quote(text: string): string {
  return text === '' ? '' : text.split('\n').map((line) => `> ${line}`).join('\n')
}

/** Seconds and microseconds since 1970. */
function readTime(ts: unknown): string | undefined {
  const [, seconds, fraction = ''] = (typeof ts === 'string' && /^(\d{1,11})(?:\.(\d{1,6})\d*)?$/.exec(ts)) || []
  if (seconds === undefined) return undefined
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction.padEnd(6, '0')}Z`
}

/** Of one message so many different ones are kept, as many as can be given. */
const mostReactions = 50

function readReactions(message: SlackMessage, people: People): ImportedMessage['reactions'] {
  const given = listOf(message.reactions).filter(({ name }) => typeof name === 'string' && /^[^\s\0]{1,64}$/.test(name)).slice(0, mostReactions)
  const all = given.flatMap(({ name, users }) => listOf(users).map((user) => ({ emoji: emojiOf(name) ?? name, user_id: people.idOf(String(user)) })))
  return [...new Map(all.map((each) => [`${each.emoji} ${each.user_id}`, each])).values()]
}
