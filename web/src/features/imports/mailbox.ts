// Many single messages as one mailbox, so that a thousand of them are one import. In the form mboxrd, as the command line does:
// https://www.loc.gov/preservation/digital/formats/fdd/fdd000385.shtml

const newline = 0x0a
const quote = 0x3e
const from = new TextEncoder().encode('From ')
/** The most that the server takes for one message. */
const largest = 25 * 1024 * 1024

/** The same files; but messages are joined, where there are several. `name` is what their number is called. */
export async function joinMessages(files: File[], name: (count: number) => string): Promise<File[]> {
  const messages: File[] = []
  const parts: BlobPart[] = []
  for (const file of files.filter(({ name, size }) => /\.eml$/i.test(name) && size > 0 && size <= largest)) {
    // What cannot be read is told when it is sent, alone.
    const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => undefined)
    // Some programs give a mailbox this name: it is sent as it is.
    if (!bytes || startsAt(bytes, 0)) continue
    messages.push(file)
    parts.push(fromLine(new Date(file.lastModified)), ...escaped(file, bytes), bytes.at(-1) === newline ? '\n' : '\n\n')
  }
  if (messages.length < 2) return files
  return [...files.filter((file) => !messages.includes(file)), new File(parts, name(messages.length))]
}

/** The date is what a message without one of its own gets. */
function fromLine(date: Date): string {
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ')
  return `From rapport ${weekday} ${month} ${day} ${time} ${year}\n`
}

/** One more `>` before `From `, `>From `, … at the beginning of a line. Pieces of the file itself, not copies. */
function escaped(file: File, bytes: Uint8Array): BlobPart[] {
  const parts: BlobPart[] = []
  let taken = 0
  for (let line = 0; line < bytes.length; line = bytes.indexOf(newline, line) + 1 || bytes.length) {
    let at = line
    while (bytes[at] === quote) at++
    if (!startsAt(bytes, at)) continue
    parts.push(file.slice(taken, line), '>')
    taken = line
  }
  return [...parts, file.slice(taken)]
}

function startsAt(bytes: Uint8Array, at: number): boolean {
  return from.every((byte, index) => bytes[at + index] === byte)
}
