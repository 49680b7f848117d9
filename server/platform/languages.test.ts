import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptedLanguage, momentFor, shortMomentFor } from '#platform/languages'

test('of the languages that a browser asks for, the one that it wants most and that we write', () => {
  const asked = [undefined, '', '*', 'fr', 'de', 'de-AT,de;q=0.9,en;q=0.8', 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en;q=0.1, de;q=0.2', 'de;q=0, en', 'x'.repeat(9_000)]
  assert.deepEqual(asked.map(acceptedLanguage), [null, null, null, null, 'de', 'de', 'en', 'de', 'en', null])
})

test('a moment is written by language and clock of whoever reads it', () => {
  const at = new Date('2026-11-24T13:05:00Z')
  assert.equal(momentFor({ language: null, time_zone: null }, at), '24 November 2026 at 13:05 UTC')
  assert.equal(momentFor({ language: 'de', time_zone: 'Europe/Berlin' }, at), '24. November 2026 um 14:05 MEZ')
  assert.equal(shortMomentFor({ language: 'en', time_zone: 'Asia/Tokyo' }, at), '24 Nov, 22:05')
})
