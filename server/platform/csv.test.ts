import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvLines, escapeFormula, unescapeFormula } from '#platform/csv'

test('cells come back as they were, but for formulas, which are text', () => {
  const rows = [['a,b', 'say "hi"', 'two\nlines', 'cr\r', ' x ', '', 'ünï', '.', ':'], ['=1+1', '+SUM(A1)', '-cmd|x', '@x', '\t=x', '\n=x', '＝1+1', '+49 (30) 1-2', '-7.5']]
  const text = csvLines(rows)
  assert.ok(text.endsWith('\r\n'))
  const read = parse(text)
  assert.deepEqual(read[0], rows[0])
  assert.deepEqual(read[1], ["'=1+1", "'+SUM(A1)", "'-cmd|x", "'@x", "'\t=x", "'\n=x", "'＝1+1", '+49 (30) 1-2', '-7.5'])
  assert.deepEqual(read[1].map(unescapeFormula), rows[1])
  assert.equal(csvLines([]), '')
  assert.equal(csvLines([[null, undefined, 'x']]), ',,x\r\n')
})

test('what only looks escaped is not touched on the way out', () => {
  assert.equal(escapeFormula("'tis"), "'tis")
  assert.equal(unescapeFormula("'tis"), "'tis")
})
