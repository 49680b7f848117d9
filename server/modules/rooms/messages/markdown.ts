import { keepLatest } from '#platform/keep-latest'
import { createMarkdown } from '#platform/markdown'
import { snippetOf } from '#platform/snippet'

const markdown = createMarkdown({
  mentions: {
    contact: (id) => ({ tagName: 'a', attribs: { href: `/contacts/${id}`, class: 'mention' } }),
    user: (id) => ({ tagName: 'span', attribs: { class: 'mention', 'data-id': id } }),
  },
  words: ['room', 'here'],
})

/** To render one takes 0.1 ms, and pages of 50 are asked for again and again. */
const renderShort = keepLatest(5_000, markdown.render)
const shortLength = 2_000

/** The HTML of a message. */
export function renderMessage(text: string): string {
  return text.length > shortLength ? markdown.render(text) : renderShort(text)
}

/** What a reader sees of it. */
export const plainText = markdown.toText

export function snippetOfMessage(text: string): string {
  return snippetOf(markdown.toText(text)) ?? ''
}

export interface MessageMentions {
  user_ids: string[]
  contact_ids: string[]
  /** Everyone in the room. */
  room: boolean
  /** Those of them who are here. */
  here: boolean
}

export function findMentions(text: string): MessageMentions {
  const { ids, words } = markdown.findMentions(text)
  return { user_ids: ids.user ?? [], contact_ids: ids.contact ?? [], room: words.includes('room'), here: words.includes('here') }
}
