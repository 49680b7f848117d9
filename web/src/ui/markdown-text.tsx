// Markdown as it reads. Fetched where there is some to show: the library is as large as a screen.

import MarkdownIt from 'markdown-it'

// As the server makes it of messages: no HTML of its own, and no picture, which would tell elsewhere who reads it.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image')
markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
  tokens[index]!.attrSet('target', '_blank')
  tokens[index]!.attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, index, options)
}

export function MarkdownText({ text }: { text: string }) {
  // What it makes of a text is safe: it escapes all that is not Markdown, and refuses links that run something.
  return <div dir="auto" className="prose-note" dangerouslySetInnerHTML={{ __html: markdown.render(text) }} />
}
