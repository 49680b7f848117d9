/** What a file is by its first bytes, where that can be told and matters; else what its sender says. */
export function contentType(bytes: Buffer, said: string): string {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (/^RIFF....WEBP/s.test(head)) return 'image/webp'
  if (head.startsWith('%PDF-')) return 'application/pdf'
  // It says to be a picture, and is none: nothing will try to show it.
  return /^image\/(?:png|jpe?g|gif|webp)$/.test(said) ? 'application/octet-stream' : said
}

/** Pictures that a browser may show: they run nothing. */
export const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
