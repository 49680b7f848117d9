/** At most so many UTF-16 units of a text, and never half a character: PostgreSQL takes none in JSON. */
export function cutText(text: string, maxLength: number): string {
  return text.length > maxLength ? text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '') : text
}
