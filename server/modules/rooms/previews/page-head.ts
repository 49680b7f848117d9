// What a page says of itself, in its head: title, description, and of which site it is.

import { Parser } from 'htmlparser2'
import type { LinkPreview } from '../messages/contract.ts'

export type PageHead = Omit<LinkPreview, 'url'>

const longest = { title: 200, description: 300, site: 80 }

/** Undefined of a page without a title. */
export function readHead(content: Buffer, contentType: string): PageHead | undefined {
  const said = new Map<string, string>()
  let title = ''
  let isTitle = false
  const parser = new Parser({
    onopentag(name, { property, name: called, content: value }) {
      const key = (property ?? called)?.toLowerCase()
      if (name === 'meta' && key && value && !said.has(key)) said.set(key, value)
      // A picture in the page may have one as well.
      isTitle = name === 'title' && title === ''
    },
    ontext: (text) => void (isTitle && (title += text)),
    onclosetag: () => void (isTitle = false),
  })
  parser.end(decode(content, contentType))
  const shown = plain(said.get('og:title') ?? title, longest.title)
  if (shown === '') return undefined
  return {
    title: shown,
    description: plain(said.get('og:description') ?? said.get('description') ?? '', longest.description),
    site: plain(said.get('og:site_name') ?? '', longest.site),
  }
}

function decode(content: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset="?([\w-]+)/i.exec(content.subarray(0, 2_048).toString('latin1'))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(content)
  } catch {
    return content.toString('utf8')
  }
}

/** In one line, without what is no text; never half a character, which the database would not take. */
function plain(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '').trimEnd()}…` : line
}
