import highlighter from 'highlight.js/lib/common'

/** Longer code stays as it is: 20,000 characters take some 20 ms. */
const longest = 20_000

const painted = new Map<string, string>()
const mostPainted = 300

export function paintCode(html: string): string {
  const known = painted.get(html)
  if (known !== undefined) return known
  const template = document.createElement('template')
  template.innerHTML = html
  for (const code of template.content.querySelectorAll('pre > code[class^=language-]')) {
    const language = code.className.slice('language-'.length)
    const text = code.textContent
    if (text.length > longest || !highlighter.getLanguage(language)) continue
    // Made of the text alone, which the library escapes.
    code.innerHTML = highlighter.highlight(text, { language, ignoreIllegals: true }).value
  }
  if (painted.size >= mostPainted) painted.delete(painted.keys().next().value!)
  painted.set(html, template.innerHTML)
  return template.innerHTML
}
