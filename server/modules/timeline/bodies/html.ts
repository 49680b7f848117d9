// The HTML of a mail, made safe to show: it runs nothing, loads nothing from elsewhere unless asked to, and leads out of
// Rapport only by links that say nothing of us. It is kept as it was sent, so that a better rule holds for old mail too.

import { Parser } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'

export interface ShownHtml {
  html: string
  /** Pictures that would be loaded from elsewhere; their servers would learn who reads, when and where. */
  remote_images: number
}

interface Showing {
  /** Where an embedded picture is, by its Content-ID. */
  embedded: ReadonlyMap<string, string>
  /** Leaves pictures from elsewhere in. */
  load_remote: boolean
}

export function showHtml(sent: string, { embedded, load_remote }: Showing): ShownHtml {
  let remote = 0
  const sourceOf = (src: string): string | undefined => {
    if (/^cid:/i.test(src)) return embedded.get(decodeCid(src.slice(4)))
    if (!/^(?:https?:)?\/\//i.test(src)) return undefined
    remote++
    return load_remote ? src.replace(/^\/\//, 'https://') : undefined
  }
  const html = sanitizeHtml(cutDeep(sent), {
    allowedTags: tags,
    allowedAttributes: { '*': attributes, a: [...attributes, 'href', 'name', 'target', 'rel'], img: [...attributes, 'src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => {
        if (attribs.background) remote++
        const { style, href, src, rel: _, target: __, ...rest } = attribs
        const kept: Record<string, string> = rest
        const styles = style && safeStyle(style)
        if (styles) kept.style = styles
        if (tagName === 'img') {
          const source = src === undefined ? undefined : sourceOf(src.trim())
          if (source) kept.src = source
        }
        if (tagName === 'a' && href && /^\s*(?:https?|mailto|tel):/i.test(href)) {
          Object.assign(kept, { href: href.trim(), target: '_blank', rel: 'noopener noreferrer nofollow' })
        }
        return { tagName, attribs: kept }
      },
    },
  })
  return { html, remote_images: remote }
}

/** What nests more than 300 levels deep ends there: nobody wrote that, and the parser's time is quadratic in it. */
function cutDeep(html: string): string {
  let depth = 0
  const parser = new Parser({ onopentag: () => depth++, onclosetag: () => depth-- })
  for (let at = 0; at < html.length; at += 1_024) {
    parser.write(html.slice(at, at + 1_024))
    if (depth > 300) return html.slice(0, at)
  }
  return html
}

const tags = [
  ...sanitizeHtml.defaults.allowedTags, 'img', 'font', 'center', 'big', 'strike', 'del', 'ins', 'tt', 'details', 'summary',
]

const attributes = [
  'style', 'title', 'dir', 'lang', 'align', 'valign', 'width', 'height', 'border', 'cellpadding', 'cellspacing', 'bgcolor',
  'color', 'face', 'size', 'colspan', 'rowspan', 'start', 'type',
]

const properties = new RegExp('^(?:color|background-color|font(?:-(?:family|size|style|weight|variant))?|line-height|' +
  'letter-spacing|text-(?:align|decoration|indent|transform)|vertical-align|white-space|(?:margin|padding)(?:-(?:top|right|' +
  'bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?|border-(?:radius|collapse|spacing)|' +
  '(?:min-|max-)?(?:width|height)|display|list-style-type|direction|table-layout|word-(?:break|wrap)|overflow-wrap|' +
  'mso-[a-z-]+)$')

/** What cannot load, cover or run anything: nothing with a function, an escape or a comment in it. */
function safeStyle(style: string): string {
  return style.slice(0, 10_000).split(';').filter((declaration) => {
    const [property = '', ...value] = declaration.split(':')
    const text = value.join(':')
    return properties.test(property.trim().toLowerCase()) && /^[^\\@<>{}/*]*$/.test(text) &&
      !/(?<!\brgba?|\bhsla?)\(|expression|javascript|fixed|absolute/i.test(text)
  }).map((declaration) => declaration.trim()).join('; ')
}

function decodeCid(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
