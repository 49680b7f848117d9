// Files between the lines of a text, as programs put them before there was MIME, and some still do: `begin 644 name`, lines
// that begin with the number of their bytes, `end`.

export interface UuencodedFile {
  name: string
  content: Buffer
}

/** The text without such files, and the files. What only looks like one stays where it is. */
export function takeUuencoded(text: Buffer): { text: Buffer; files: UuencodedFile[] } {
  const files: UuencodedFile[] = []
  const kept: Buffer[] = []
  let from = 0
  for (let at = findBegin(text, 0); at !== -1; at = findBegin(text, at)) {
    const found = readFile(text, at)
    if (found) {
      kept.push(text.subarray(from, at))
      files.push(found.file)
      from = found.end
    }
    at = found?.end ?? at + 1
  }
  return files.length > 0 ? { text: Buffer.concat([...kept, text.subarray(from)]), files } : { text, files }
}

/** What was encoded so as a whole; undefined when it was not. */
export function decodeUuencoded(body: Buffer): Buffer | undefined {
  return takeUuencoded(body).files[0]?.content
}

function findBegin(text: Buffer, from: number): number {
  if (from === 0 && text.indexOf('begin ') === 0) return 0
  const newline = text.indexOf('\nbegin ', Math.max(0, from - 1))
  return newline === -1 ? -1 : newline + 1
}

function readFile(text: Buffer, at: number): { file: UuencodedFile; end: number } | undefined {
  let line = readLine(text, at)
  const [, name] = /^begin [0-7]{3,4} +(\S.{0,254})$/.exec(line.text) ?? []
  if (!name) return undefined
  const pieces: Buffer[] = []
  while (line.next < text.length) {
    line = readLine(text, line.next)
    if (line.text === 'end') return { file: { name: name.trim(), content: Buffer.concat(pieces) }, end: line.next }
    const piece = decodeLine(line.text)
    if (!piece) return undefined
    pieces.push(piece)
  }
  return undefined
}

function readLine(text: Buffer, at: number): { text: string; next: number } {
  const newline = text.indexOf(10, at)
  const next = newline === -1 ? text.length : newline + 1
  return { text: text.toString('latin1', at, Math.min(next, at + 400)).trimEnd(), next }
}

/** Undefined for what is no such line. Spaces at its end, which are zeros, may have been lost on the way. */
function decodeLine(line: string): Buffer | undefined {
  if (line === '') return Buffer.alloc(0)
  const length = (line.charCodeAt(0) - 32) & 63
  const wanted = Math.ceil(length / 3) * 4
  // Some programs add a sum of the line.
  if (!/^[ -`]+$/.test(line) || line.length > wanted + 3) return undefined
  const bytes = Buffer.alloc(wanted / 4 * 3)
  const sixBits = (at: number) => ((at < line.length ? line.charCodeAt(at) : 32) - 32) & 63
  for (let at = 1, to = 0; at <= wanted; at += 4, to += 3) {
    bytes.writeUIntBE((sixBits(at) << 18) | (sixBits(at + 1) << 12) | (sixBits(at + 2) << 6) | sixBits(at + 3), to, 3)
  }
  return bytes.subarray(0, length)
}
