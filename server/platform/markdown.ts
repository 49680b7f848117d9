// What people write is Markdown. What is kept is the source; HTML is made of it each time that it is shown.

import MarkdownIt from 'markdown-it'
import sanitizeHtml, { type Attributes, type Tag } from 'sanitize-html'

export interface MarkdownOptions {
  /** What a link `[name](scheme:<uuid>)` becomes, by its scheme: it mentions something of ours. */
  mentions: Record<string, (id: string) => Tag>
  /** Words that mention somebody by themselves: `@room`. */
  words?: readonly string[]
}

export interface Mentions {
  /** Each once, in lower case; by scheme. */
  ids: Record<string, string[]>
  /** Those of the words that stand in it. */
  words: string[]
}

export interface Markdown {
  /** Safe to show: it runs nothing, loads nothing, and leads nowhere that it does not say. */
  render(source: string): string
  /** Whom it mentions, but in code. */
  findMentions(source: string): Mentions
  /** What a reader sees of it, without its form. */
  toText(source: string): string
}

export function createMarkdown({ mentions, words = [] }: MarkdownOptions): Markdown {
  const mention = new RegExp(`^(${Object.keys(mentions).join('|')}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`, 'i')
  const word = new RegExp(`(?<![\\w@.])@(${words.join('|')})(?![\\w-])`, 'gi')
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
  // A picture from elsewhere would tell its server who reads it.
  markdown.disable('image')
  const isSafeLink = markdown.validateLink.bind(markdown)
  markdown.validateLink = (url) => mention.test(url) || isSafeLink(url)
  if (words.length > 0) {
    markdown.renderer.rules.text = (tokens, index) =>
      markdown.utils.escapeHtml(tokens[index]!.content).replace(word, '<span class="mention">$&</span>')
  }

  const show = (tagName: string, { href = '', title }: Attributes): Tag => {
    const [, scheme, id] = mention.exec(href) ?? []
    if (id) return mentions[scheme!.toLowerCase()]!(id.toLowerCase())
    return { tagName, attribs: { ...linkTo(href), ...(title && { title }) } }
  }
  const inlines = (source: string) => markdown.parse(source, {}).flatMap(({ children }) => children ?? [])

  return {
    // Markdown can make nothing of what is taken away here, unless there is a mistake in its library.
    render: (source) =>
      sanitizeHtml(markdown.render(source), {
        allowedTags: ['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong',
          's', 'a', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
        allowedAttributes: { a: ['href', 'title', 'rel', 'target', 'class'], ol: ['start'], code: ['class'], span: ['class', 'data-id'], th: ['align'], td: ['align'] },
        allowedSchemes: ['http', 'https', 'mailto', 'tel'],
        allowProtocolRelative: false,
        transformTags: { a: show, th: alignCell, td: alignCell },
      }),
    findMentions(source) {
      const tokens = inlines(source)
      const ids: Record<string, string[]> = {}
      for (const token of tokens) {
        const [, scheme, id] = (token.type === 'link_open' && mention.exec(String(token.attrGet('href')))) || []
        if (id) (ids[scheme!.toLowerCase()] ??= []).push(id.toLowerCase())
      }
      const found = tokens.filter(({ type }) => type === 'text').flatMap(({ content }) => [...content.matchAll(word)].map(([, name]) => name!.toLowerCase()))
      return {
        ids: Object.fromEntries(Object.entries(ids).map(([scheme, all]) => [scheme, [...new Set(all)]])),
        words: words.length > 0 ? [...new Set(found)] : [],
      }
    },
    toText(source) {
      const pieces = markdown.parse(source, {}).flatMap(({ children, content }) => children?.map(textOf) ?? [content, ' '])
      return pieces.join('').replace(/\s+/g, ' ').trim()
    },
  }
}

function textOf({ type, content }: { type: string; content: string }): string {
  return type.endsWith('break') ? ' ' : content
}

/** A page lets nobody bring styles. */
function alignCell(tagName: string, { style = '' }: Attributes): Tag {
  const [, align] = /^text-align:(left|center|right)$/.exec(style) ?? []
  return { tagName, attribs: align ? { align } : {} }
}

function linkTo(href: string): Record<string, string> {
  // What has no scheme would lead somewhere in Rapport itself.
  if (!/^(?:https?|mailto|tel):/i.test(href)) return {}
  return { href, rel: 'noopener noreferrer nofollow', target: '_blank' }
}
