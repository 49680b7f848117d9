// A message as a quote in another one.

import { linkToMessage } from './message-actions.ts'
import type { Message } from './rooms-queries.ts'

/** The beginning is enough where a link leads to the whole. */
const longestQuote = 2_000

/** Markdown. Nobody is mentioned by being quoted. */
export function quoteOf(message: Message, { linked }: { linked: boolean }): string {
  const { text, author, files } = message
  const said = withoutMentions(text.length > longestQuote ? `${text.slice(0, longestQuote).toWellFormed()}…` : text)
  const lines = [...said.split('\n'), ...files.map(({ name }) => `📎 ${name}`)].filter((line, place, all) => line !== '' || (place > 0 && place < all.length - 1))
  const who = escapeMarkdown(author.name ?? '')
  const head = linked ? `[**${who}**](${linkToMessage(message)})` : `**${who}**`
  return [head, '', ...lines].map((line) => `> ${line}`).join('\n')
}

function withoutMentions(text: string): string {
  return text.replace(/\[(@(?:\\.|[^\\\]])+)\]\(user:[0-9a-f-]{36}\)/g, '**$1**').replace(/(?<![\w@.])@(room|here)(?![\w-])/gi, '`@$1`')
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&')
}
