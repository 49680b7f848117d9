import { createMarkdown } from '#platform/markdown'

const markdown = createMarkdown({ mentions: { contact: (id) => ({ tagName: 'a', attribs: { href: `/contacts/${id}`, class: 'mention' } }) } })

/** The HTML of a note. */
export const renderMarkdown = markdown.render

/** What a reader sees of it, without its form. */
export const markdownToText = markdown.toText

/** The contacts that it mentions, by `[name](contact:<id>)`, each once. */
export function findMentions(source: string): string[] {
  return markdown.findMentions(source).ids.contact ?? []
}
