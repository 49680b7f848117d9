import type { Gap } from './mail-content.ts'

export const largestMessage = 25 * 1024 * 1024

/**
 * The bytes of a message as they come; of one that has more than `most` the beginning and the end, which has the text that
 * some programs put behind what they attach: the same, however it comes in pieces.
 */
export class BoundedMessage {
  size = 0
  #most: number
  #tailSize: number
  #head: Buffer[] = []
  #tail: Buffer[] = []
  #held = 0

  constructor(most: number) {
    this.#most = most
    this.#tailSize = Math.floor(most / 16)
  }

  add(bytes: Buffer) {
    const room = Math.max(0, this.#most - this.size)
    this.size += bytes.length
    if (room > 0) this.#head.push(bytes.subarray(0, room))
    if (bytes.length <= room) return
    this.#tail.push(bytes.subarray(room))
    this.#held += bytes.length - room
    while (this.#held - this.#tail[0]!.length > this.#tailSize) this.#held -= this.#tail.shift()!.length
  }

  /** How many bytes are missing between the two: they are whole lines then, where there are lines. */
  ends(): { head: Buffer; tail: Buffer; missing: number } {
    const head = this.#head.length === 1 ? this.#head[0]! : Buffer.concat(this.#head)
    const held = Buffer.concat(this.#tail)
    if (this.size <= this.#most + this.#tailSize) return { head, tail: held, missing: 0 }
    const lastLine = head.lastIndexOf(10) + 1
    const beginning = head.length - lastLine < 1000 ? head.subarray(0, lastLine) : head
    const tail = held.subarray(held.length - this.#tailSize)
    const end = tail.subarray(tail.indexOf(10) + 1)
    return { head: beginning, tail: end, missing: this.size - beginning.length - end.length }
  }

  join(): { raw: Buffer; gap: Gap | undefined } {
    const { head, tail, missing } = this.ends()
    return { raw: Buffer.concat([head, tail]), gap: missing > 0 ? { at: head.length, size: missing } : undefined }
  }
}
