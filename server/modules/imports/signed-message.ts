// What was signed in the opaque form of S/MIME (RFC 8551, 3.5.2): a message wrapped in CMS (RFC 5652), which is BER. It is
// taken out to be read; whether the signature holds is not asked.

/** The MIME entity in it; undefined when it is encrypted, or broken. */
export function unwrapSigned(bytes: Buffer): Buffer | undefined {
  try {
    const content = children(bytes, read(bytes, 0))
    if (content[0] === undefined || bytes.toString('hex', content[0].from, content[0].to) !== signedData) return undefined
    const signed = children(bytes, children(bytes, content[1]!)[0]!)
    // Version, digest algorithms, then what is encapsulated: its type, and the octets under [0].
    const octets = children(bytes, children(bytes, signed[2]!)[1]!)[0]!
    return joinOctets(bytes, octets, 0)
  } catch {
    // Cut off, or no BER at all: then it is a file like any other.
    return undefined
  }
}

/** 1.2.840.113549.1.7.2 */
const signedData = '2a864886f70d010702'
const constructed = 0x20
const deepest = 10

interface Element {
  tag: number
  from: number
  to: number
  /** Where the next one begins. */
  end: number
}

function read(bytes: Buffer, at: number): Element {
  const tag = bytes.readUInt8(at)
  const first = bytes.readUInt8(at + 1)
  if (first === 0x80) return readIndefinite(bytes, tag, at + 2)
  const more = first > 0x80 ? first - 0x80 : 0
  if (more > 4) throw new Error('too long')
  const length = more > 0 ? bytes.readUIntBE(at + 2, more) : first
  const from = at + 2 + more
  if (from + length > bytes.length) throw new Error('cut off')
  return { tag, from, to: from + length, end: from + length }
}

/** Until two zeros, with whole elements before them. */
function readIndefinite(bytes: Buffer, tag: number, from: number, depth = 0): Element {
  if (depth > deepest) throw new Error('too deep')
  let at = from
  while (bytes.readUInt16BE(at) !== 0) {
    at = bytes[at + 1] === 0x80 ? readIndefinite(bytes, bytes[at]!, at + 2, depth + 1).end : read(bytes, at).end
  }
  return { tag, from, to: at, end: at + 2 }
}

function children(bytes: Buffer, { from, to }: Element): Element[] {
  const found: Element[] = []
  for (let at = from; at < to; at = found.at(-1)!.end) found.push(read(bytes, at))
  return found
}

/** Octets may come in pieces. */
function joinOctets(bytes: Buffer, element: Element, depth: number): Buffer {
  if (!(element.tag & constructed)) return bytes.subarray(element.from, element.to)
  if (depth > deepest) throw new Error('too deep')
  return Buffer.concat(children(bytes, element).map((piece) => joinOctets(bytes, piece, depth + 1)))
}
