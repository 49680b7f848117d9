/** Longer apart, and it is meant twice. */
const doubledMs = 1_000

let last = { what: '', at: 0 }

/** Whether the same was asked for just now: whoever clicks twice, or leans on a key, means it once. */
export function isDoubled(what: string): boolean {
  const at = performance.now()
  const isSame = what === last.what && at - last.at < doubledMs
  last = { what, at }
  return isSame
}
