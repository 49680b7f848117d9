import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAttemptAt, waitWanted } from './retrying.ts'

const now = new Date('2026-11-25T12:00:00Z')

test('a receiver that is busy says when to come back, in seconds or by a date; others are not asked', () => {
  assert.equal(waitWanted(429, '120', now), 120_000)
  assert.equal(waitWanted(503, 'Wed, 25 Nov 2026 12:05:00 GMT', now), 300_000)
  for (const text of [undefined, '', 'soon', '-5', '1e9', '1.5x', 'Wed, 25 Nov 2026 11:00:00 GMT']) assert.equal(waitWanted(429, text, now), 0, text)
  for (const status of [200, 301, 400, 500]) assert.equal(waitWanted(status, '120', now), 0)
})

test('it is tried no sooner than that, nor sooner than by itself, and not after more than a day', () => {
  const seconds = (wanted_ms: number) => (nextAttemptAt(2, now, wanted_ms)!.getTime() - now.getTime()) / 1_000
  assert.equal(seconds(1_000_000), 1_000)
  assert.ok(seconds(1_000) >= 270 && seconds(1_000) <= 300)
  assert.equal(seconds(Number.MAX_SAFE_INTEGER), 86_400)
  assert.equal(nextAttemptAt(8, now, 1_000), undefined)
})
