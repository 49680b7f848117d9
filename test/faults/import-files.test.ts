// Files of every format, drawn by chance (`IMPORT_SEED` draws the same again): cut, paused, repeated, twice at once. What is
// there in the end is what one clean import leaves.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { seededRandom } from '../../server/demo/random.ts'
import { testApp } from '../app.ts'
import { contents } from '../contents.ts'
import { finished, organization, type Organization } from '../factories.ts'
import { formats, generateFile, textOf, type Format } from '../import-files.ts'
import { file } from '../scope.ts'

const app = await testApp(file, { worker: true })
const seed = Number(process.env.IMPORT_SEED ?? Math.floor(Math.random() * 1e9))
const counts: Record<Format, number> = { csv: 1_200, vcf: 1_100, ics: 220, mbox: 220 }

const inside = (us: Organization) => contents((text, values) => app.database.query(text, values), us.organization_id)

for (const format of formats) {
  test(`${format}: repeated, paused, and imported twice at once it is what one clean import leaves (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const generated = generateFile(format, seed, counts[format])
    const { filename, options } = generated
    const text = textOf(generated)
    const [clean, paused, both] = [await organization(app), await organization(app), await organization(app)]
    const { status, result } = await clean.import(text, { filename, options })
    assert.deepEqual([status, result.rejected], ['succeeded', 0])
    const expected = await inside(clean)

    const again = await clean.import(text, { filename, options })
    assert.deepEqual([again.status, again.result.created, again.result.rejected], ['succeeded', 0, 0])
    assert.deepEqual(await inside(clean), expected)

    const { id } = await paused.upload(text, { filename, options })
    for (let left = 3; left > 0; left--) {
      await setTimeout(random.between(0, 150))
      // It may be over by now.
      const pause = await app.call({ method: 'POST', url: `/api/v1/operations/${id}/pause`, key: paused.key })
      if (pause.status !== 200) break
      await app.call({ method: 'POST', url: `/api/v1/operations/${id}/resume`, key: paused.key })
    }
    assert.equal((await finished(paused, id)).status, 'succeeded')
    assert.deepEqual(await inside(paused), expected)

    const uploads = await Promise.all([both.upload(text, { filename, options }), both.upload(text, { filename, options })])
    for (const upload of uploads) assert.equal((await finished(both, upload.id)).status, 'succeeded')
    assert.deepEqual(await inside(both), expected)
  })

  test(`${format}: of a file that is cut off what stands before is there, and where it ends is told (seed ${seed})`, async () => {
    const random = seededRandom(seed + 1)
    for (let round = 0; round < 2; round++) {
      const us = await organization(app)
      const generated = generateFile(format, seed + round, 60)
      const whole = Buffer.from(textOf(generated))
      const cut = random.between(Buffer.byteLength(generated.head) + 1, whole.length - 1)
      const operation = await us.import(whole.subarray(0, cut), { filename: generated.filename, options: generated.options })
      if (operation.status !== 'succeeded') assert.match(operation.error.message, /A quote is opened and never closed/)
      const stored = JSON.stringify(await inside(us))
      let end = Buffer.byteLength(generated.head)
      for (const { text, name } of generated.records) {
        end += Buffer.byteLength(text)
        if (end <= cut) assert.ok(stored.includes(name), `${name} of ${format} cut at ${cut}`)
      }
      const { data } = await us.get(`/imports/${operation.id}/rejections`)
      for (const { reason } of data) assert.match(reason, /\w+ .*\.$/)
    }
  })
}
