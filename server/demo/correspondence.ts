// Two years of mail of the demo, as an mbox file: scenes between somebody of the team and somebody outside.

import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Line, Scene } from './conversations.ts'
import { languagesOf, type Language } from './languages.ts'
import { team } from './names.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export interface Correspondence {
  random: Random
  people: Person[]
  /** How many conversations. */
  count: number
  /** The span in which they begin. */
  from: Date
  to: Date
}

interface Side {
  name: string
  address: string
  signature: string
}

interface Message {
  sender: Side
  receiver: Side
  copied: Side | undefined
  text: string
  file: string | undefined
  at: Date
}

const hour = 3_600_000

/** The mails in the order of their time, each as a part of an mbox file. */
export async function* writeMailbox(correspondence: Correspondence): AsyncGenerator<string> {
  const mails = makeConversations(correspondence).toSorted((a, b) => a.message.at.getTime() - b.message.at.getTime())
  for (const mail of mails) yield asMbox(await compose(mail), mail.message)
}

interface Mail {
  message: Message
  subject: string
  id: string
  /** Ids of those before it in the conversation. */
  references: string[]
  quoted: Message | undefined
  language: Language
}

function makeConversations({ random, people, count, from, to }: Correspondence): Mail[] {
  return Array.from({ length: count }, (_, place) => {
    // More of it lately: a company that grows.
    const begun = from.getTime() + (to.getTime() - from.getTime()) * random.next() ** 0.75
    const person = random.pickSkewed(people)
    const { tags, company } = person
    const told = languagesOf(company.region.domain).map((language) => ({ language, scenes: language.scenes.filter((scene) => scene.with.some((tag) => tags.includes(tag))) }))
    const { language, scenes } = random.pick(told.filter((each) => each.scenes.length > 0))
    // What may happen to anybody happens to each of them more seldom.
    const [one, another] = [random.pick(scenes), random.pick(scenes)]
    const scene = one.with.length <= another.with.length ? one : another
    return converse({ random, language, scene, person, begun, place, until: to })
  }).flat()
}

interface Begun {
  random: Random
  language: Language
  scene: Scene
  person: Person
  begun: number
  place: number
  until: Date
}

function converse({ random, language, scene, person, begun, place, until }: Begun): Mail[] {
  const words = new Map(Object.entries(language.vocabulary).map(([slot, choices]) => [slot, random.pick(choices)]))
  const say = (text: string) => fill(text, words)
  const [ours, colleague] = random.sample(team, 2).map((member) => sideOfMember(member)) as [Side, Side]
  const theirs = sideOfPerson(person)
  const subject = capitalized(say(scene.subject))
  const mails: Mail[] = []
  let at = begun
  for (const [index, line] of scene.lines.entries()) {
    const [least, most] = line.after
    at = inOfficeHours(random, at + (least + (most - least) * random.next()) * hour)
    if (at > until.getTime()) break
    const sender = { us: ours, them: theirs, colleague }[line.by]
    const message = {
      sender,
      receiver: sender === theirs ? ours : theirs,
      copied: random.chance(0.15) ? colleague : undefined,
      text: letter(random, { language, line, sender, receiver: sender === theirs ? ours : theirs, text: say(line.text) }),
      file: line.file && say(line.file),
      at: new Date(at),
    }
    mails.push({
      message,
      subject: index === 0 ? subject : `Re: ${subject}`,
      id: `<${place}.${index}.demo@${sender.address.split('@')[1]}>`,
      references: mails.map(({ id }) => id),
      quoted: mails.at(-1)?.message,
      language,
    })
  }
  return mails
}

interface Letter {
  language: Language
  line: Line
  sender: Side
  receiver: Side
  text: string
}

function letter(random: Random, { language, line, sender, receiver, text }: Letter) {
  const greeting = `${random.pick(language.greetings)} ${receiver.name.split(' ')[0]},`
  const brief = line.after[1] < 12 && text.length < 90
  const closing = brief ? sender.name.split(' ')[0] : `${random.pick(language.closings)}\n${sender.name}\n\n-- \n${sender.signature}`
  return `${greeting}\n\n${text}\n\n${closing}`
}

async function compose({ message, subject, id, references, quoted, language }: Mail): Promise<string> {
  const { sender, receiver, copied, text, file, at } = message
  const composer = new MailComposer({
    from: sender,
    to: receiver,
    ...(copied && copied !== sender && { cc: copied }),
    subject,
    date: at,
    messageId: id,
    ...(references.length > 0 && { inReplyTo: references.at(-1), references }),
    text: quoted ? `${text}\n\n${quote(quoted, language)}` : text,
    // What is in it does not matter; that there is one does.
    attachments: file ? [{ filename: file, content: `${file}, of the demo.\n` }] : [],
  })
  return (await composer.compile().build()).toString('utf8')
}

function quote({ sender, at, text }: Message, language: Language): string {
  const lines = text.split('\n').map((line) => (line === '' ? '>' : `> ${line}`))
  return `${language.wrote(at.toISOString().slice(0, 16), sender.name)}\n${lines.join('\n')}`
}

function asMbox(source: string, { sender, at }: Message): string {
  const escaped = source.replaceAll('\r\n', '\n').replaceAll(/^(>*From )/gm, '>$1')
  return `From ${sender.address} ${asctime(at)}\n${escaped.trimEnd()}\n\n`
}

function asctime(at: Date): string {
  const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${day} ${time} ${year}`
}

function sideOfMember({ name, email, title }: (typeof team)[number]): Side {
  return { name, address: email, signature: `${name} · ${title} · Alder & Pine, retrofit advisers` }
}

function sideOfPerson({ given_name, family_name, email, title, company, phone }: Person): Side {
  const name = `${given_name} ${family_name}`
  return { name, address: email, signature: `${name}\n${title}, ${company.name}, ${company.city}\n${phone}` }
}

/** `{slot}` becomes the word that was drawn for it. */
export function fill(text: string, words: Map<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name) => words.get(name) ?? slot)
}

function inOfficeHours(random: Random, at: number): number {
  const date = new Date(at)
  const days = { 0: 1, 6: 2 }[date.getUTCDay()] ?? 0
  date.setUTCDate(date.getUTCDate() + days)
  if (date.getUTCHours() < 8 || date.getUTCHours() > 18) date.setUTCHours(8 + random.between(0, 9), random.between(0, 59))
  return Math.max(date.getTime(), at)
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
