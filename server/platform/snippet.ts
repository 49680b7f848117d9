/** The first 200 characters or so of a text, in one line; never half a character. */
export function snippetOf(text: string | null): string | null {
  const line = text?.slice(0, 2_000).replace(/\s+/g, ' ').trim() ?? ''
  return line.slice(0, 200).replace(/[\ud800-\udbff]$/, '') || null
}
