/** The values of a statement that is put together: each has its place. */
export class Values {
  readonly all: unknown[]

  constructor(...first: unknown[]) {
    this.all = first
  }

  /** Its placeholder. */
  add(value: unknown): string {
    return `$${this.all.push(value)}`
  }
}

/** What `like` takes for anything with this in it. */
export function partOf(text: string): string {
  return `%${escapeLike(text.toLowerCase())}%`
}

/** What `like` takes for anything that begins with this. */
export function beginningWith(text: string): string {
  return `${escapeLike(text.toLowerCase())}%`
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
