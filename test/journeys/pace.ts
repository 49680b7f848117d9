import assert from 'node:assert/strict'

const most = 30

/** That it takes less than so many ms, as `once` has measured it. Other tests use the processors as well: of many times one is enough. */
export async function assertWithin(ms: number, once: () => Promise<number>) {
  const waits: number[] = []
  do waits.push(await once())
  while (waits.at(-1)! >= ms && waits.length < most)
  assert.ok(waits.at(-1)! < ms, `${waits.map(Math.round).join(', ')} ms`)
}
