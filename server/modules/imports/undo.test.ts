import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { contents } from '#test/contents'
import { csv, finished, mail, mbox, organization, until, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const day = (n: number) => `Mon, ${n} Mar 2026 10:00:00 +0000`
const carrying = (name: string, content: string) => ({
  headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
  body: `--b\n\nSee the file.\n--b\nContent-Type: application/pdf; name=${name}\n\n${content}\n--b--`,
})

/** Also what is found. Files that nothing refers to any more go a minute later. */
async function everything({ organization_id }: Organization) {
  const found = await app.database.query<{ row: string }>(
    "select concat_ws(' ', kind, words) as row from search_entry where org_id = $1 union all select word from search_word where org_id = $1", [organization_id])
  const { file: _, ...rows } = await contents(app.database.query, organization_id)
  return { ...rows, found: found.map(({ row }) => row).toSorted() }
}

test('after the undo of an import everything is as it was before: mails, files, threads, people, cards, meetings, and what is found', async () => {
  const acme = await organization(app)
  const options = { own_addresses: ['me@own.example'] }
  await acme.import(csv(['Name', 'Email', 'Company'], ['Ada Lovelace', 'ada@x.example', 'Engines']))
  await acme.import(mbox(
    mail({ id: 'known@x', from: 'ada@x.example', to: 'me@own.example', subject: 'Plan', date: day(2), ...carrying('plan.pdf', '%PDF plan') }),
    mail({ id: 'other@x', from: 'me@own.example', to: 'ada@x.example', subject: 'Re: Plan', references: '<known@x> <unseen@x>', date: day(9) }),
  ), { filename: 'known.mbox', options })
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer()
  const imports: Record<string, string> = {
    'new.mbox': mbox(
      mail({ id: 'new@x', from: 'ada@x.example', to: 'me@own.example, zoltan@elsewhere.example', subject: 'Re: Plan', references: '<known@x> <never@x>', date: day(16) }),
      mail({ id: 'answer@x', from: 'me@own.example', to: 'ada@x.example', subject: 'AW: Plan', date: day(23), ...carrying('quixotic.pdf', '%PDF zebra') }),
      mail({ id: 'known@x', from: 'ada@x.example', to: 'me@own.example', subject: 'Another of this id', date: day(30), ...carrying('same.pdf', '%PDF plan') }),
      mail({ id: 'unseen@x', from: 'Petrarca <petrarca@new.example>', to: 'me@own.example', subject: 'Sonnet', date: day(2) }),
    ),
    'people.vcf': [
      'BEGIN:VCARD', 'VERSION:3.0', 'FN:Ada Lovelace', 'EMAIL:ada@x.example', 'EMAIL:ada@castle.example', 'TEL:+1 555', 'BDAY:1815-12-10', 'CATEGORIES:poet', 'URL:https://ada.example',
      `PHOTO;ENCODING=b:${photo.toString('base64')}`, 'NOTE:Enchantress', 'UID:ada-1', 'END:VCARD',
      'BEGIN:VCARD', 'VERSION:3.0', 'FN:Xanthippe Quill', 'ORG:Quibble & Sons', `PHOTO;ENCODING=b:${photo.toString('base64')}`, 'END:VCARD', '',
    ].join('\r\n'),
    'calendar.ics': [
      'BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:series@x', 'SUMMARY:Weekly zither', 'DTSTART:20260302T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=5', 'ORGANIZER:mailto:me@own.example',
      'ATTENDEE;CN=Ada:mailto:ada@x.example', 'ATTENDEE;CN=Vivaldi:mailto:vivaldi@new.example', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'),
  }
  const settled = async (wanted: object) => until(async () => isDeepStrictEqual(await everything(acme), wanted), 8).catch(async () => assert.deepEqual(await everything(acme), wanted))
  await until(async () => (await everything(acme)).found.some((row) => row.includes('lovelace')))
  const before = await everything(acme)
  for (const [filename, content] of Object.entries(imports)) {
    const { id, result } = await acme.import(content, { filename, options })
    assert.ok(result.created > 0, filename)
    assert.notDeepEqual(await everything(acme), before, filename)
    const undone = await finished(acme, (await acme.remove(`/imports/${id}`, 202)).id)
    assert.deepEqual([undone.status, undone.result.kept, undone.undone_at], ['succeeded', 0, null], filename)
    assert.ok((await acme.get(`/operations/${id}`)).undone_at >= undone.created_at, filename)
    await settled(before)
    // And once more, to the same.
    const again = await acme.import(content, { filename, options })
    assert.deepEqual(again.result, result, filename)
    await finished(acme, (await acme.remove(`/imports/${again.id}`, 202)).id)
    await settled(before)
  }
})
