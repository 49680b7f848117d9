// Notes are Markdown. What is kept is the source; HTML is made of it each time that it is shown.

import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
// A picture from elsewhere would tell its server who reads the note.
markdown.disable('image')
const isSafeLink = markdown.validateLink.bind(markdown)
markdown.validateLink = (url) => mention.test(url) || isSafeLink(url)

const mention = /^contact:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i

/** The HTML of a note. Markdown can make nothing of what is taken away here, unless there is a mistake in its library. */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(markdown.render(source), {
    allowedTags: ['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong',
      's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    allowedAttributes: { a: ['href', 'title', 'rel', 'target', 'class'], ol: ['start'], code: ['class'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: { a: (_, { href = '', title }) => ({ tagName: 'a', attribs: { ...linkTo(href), ...(title && { title }) } }) },
  })
}

/** Who is mentioned in it, by `[name](contact:<id>)`, each once. */
export function findMentions(source: string): string[] {
  const links = markdown.parse(source, {}).flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')
  return [...new Set(links.flatMap((link) => mention.exec(String(link.attrGet('href')))?.[1]?.toLowerCase() ?? []))]
}

/** What a reader sees of it, without its form. */
export function markdownToText(source: string): string {
  const pieces = markdown.parse(source, {}).flatMap(({ children, content }) => children?.map(textOf) ?? [content, ' '])
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

function textOf({ type, content }: { type: string; content: string }): string {
  return type.endsWith('break') ? ' ' : content
}

function linkTo(href: string): Record<string, string> {
  const id = mention.exec(href)?.[1]
  if (id) return { href: `/contacts/${id.toLowerCase()}`, class: 'mention' }
  // What has no scheme would lead somewhere in Rapport itself.
  if (!/^(?:https?|mailto|tel):/i.test(href)) return {}
  return { href, rel: 'noopener noreferrer nofollow', target: '_blank' }
}
