// What is dropped: files, and folders with all that lies in them.
// https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryEntry

/** `mbox`: what macOS calls the file inside its “Inbox.mbox” folders. As the command line has it. */
const importable = /\.(?:(?:csv|tsv|xlsx|xlsm|vcf|vcard|ics|ical|mbox)(?:\.gz)?|eml|zip)$|^mbox$/i

/** To be called while the event is handled: afterwards it carries nothing. Of folders only what can be imported is taken. */
export function readDrop(transfer: DataTransfer): Promise<File[]> {
  const files = [...transfer.files]
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(files)
  return Promise.all(entries.filter((entry) => entry !== null).map(readEntry)).then((found) => found.flat())
}

async function readEntry(entry: FileSystemEntry): Promise<File[]> {
  if (isFolder(entry)) {
    const children = (await readFolder(entry)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const found = await Promise.all(children.filter((child) => isFolder(child) || importable.test(child.name)).map(readEntry))
    return found.flat()
  }
  return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** It is told in parts, until one is empty. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return entries
    entries.push(...part)
  }
}
