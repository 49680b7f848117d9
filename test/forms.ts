// multipart/form-data by hand: tests send what no well-behaved client would.

export interface Part {
  name: string
  value: string | Buffer
  filename?: string
}

/** Body and headers of the form of an import. */
export function form({
  file,
  filename = 'people.csv',
  options,
}: {
  file: string | Buffer
  filename?: string
  options?: object
}) {
  const parts: Part[] = [{ name: 'file', value: file, filename }]
  if (options) parts.unshift({ name: 'options', value: JSON.stringify(options) })
  return formOf(parts)
}

/** Body and headers of any form. */
export function formOf(parts: Part[]): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'rapport-test-boundary'
  const pieces = parts.flatMap(({ name, value, filename }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`,
    filename === undefined ? '\r\n\r\n' : `; filename="${filename}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    value,
    '\r\n',
  ])
  const body = Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string)))
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
