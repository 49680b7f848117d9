import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { csv, mail, mbox, organization, until, type Organization } from '#test/factories'
import { file } from '#test/scope'
import type { SearchResult } from './contract.ts'

const app = await testApp(file, { worker: true })

const search = (us: Organization, q: string, more = ''): Promise<SearchResult> => us.get(`/search?q=${encodeURIComponent(q)}${more}`)
const titles = async (us: Organization, q: string, kind = 'contact') =>
  (await search(us, q)).groups.find((group) => group.kind === kind)?.data.map(({ title }) => title) ?? []
const marked = (text: string, marks: number[][]) => marks.map(([from, to]) => text.slice(from, to))

test('a contact is found by anything that is known of it, from the moment that it is', async () => {
  const us = await organization(app)
  await us.post('/contacts', {
    name: 'Zoë Müller-Ångström', title: 'Countess', company: { name: 'Analytical Engines' }, tags: ['poet'],
    emails: [{ address: 'zoe.m@example.net' }], phones: [{ number: '+44 20 7946-0958' }], links: [{ url: 'https://engine.example/zoe' }], fields: { City: 'Łódź' },
  })
  await us.post('/contacts', { name: 'Somebody else' })
  for (const q of ['zoe', 'ZOË', 'mul', 'angstrom', 'muller zoe', 'countess', 'analytical eng', 'poet', 'zoe.m@example.net', 'zoe.m', '7946', '442079460958', 'engine.example', 'lodz']) {
    assert.deepEqual(await titles(us, q), ['Zoë Müller-Ångström'], q)
  }
  for (const q of ['zoe else', 'unheard', '%', "'; drop table contact; --", '&|!:*()', ' ']) {
    assert.deepEqual(await titles(us, q), [], q)
  }
  assert.deepEqual((await search(us, 'engines')).groups.map(({ kind }) => kind), ['contact', 'company'])
})

test('what was changed is found as it is now, and not as it was', async () => {
  const us = await organization(app)
  const { id } = await us.post('/contacts', { name: 'Before', tags: ['one'], emails: [{ address: 'old@x.org' }], company: { name: 'First' } })
  await us.patch(`/contacts/${id}`, { name: 'Afterwards', tags: ['two'], emails: [{ address: 'new@x.org' }], company: { name: 'Second' } })
  for (const q of ['before', 'one', 'old', 'first']) assert.deepEqual(await titles(us, q), [], q)
  for (const q of ['afterwards', 'two', 'new', 'second']) assert.deepEqual(await titles(us, q), ['Afterwards'], q)
  await us.remove(`/contacts/${id}`)
  assert.deepEqual(await titles(us, 'afterwards'), [])
  await us.post(`/contacts/${id}/restore`, {}, 200)
  assert.deepEqual(await titles(us, 'afterwards'), ['Afterwards'])
})

test('a mistyped word finds what it may have meant, and says so', async () => {
  const us = await organization(app)
  for (const name of ['Ada Lovelace', 'John Smith', 'Michael Faraday', 'Grace Hopper']) await us.post('/contacts', { name })
  const expected: [string, string, string][] = [
    ['lovelcae', 'Ada Lovelace', 'lovelace'], ['jhon', 'John Smith', 'john'], ['micheal', 'Michael Faraday', 'michael'],
    ['hoper grace', 'Grace Hopper', 'hopper'], ['faradya', 'Michael Faraday', 'faraday'],
  ]
  for (const [q, name, word] of expected) {
    const { groups, meant } = await search(us, q)
    assert.deepEqual([groups[0]?.data.map(({ title }) => title), meant?.includes(word)], [[name], true], q)
  }
  assert.equal((await search(us, 'grace')).meant, null)
  assert.deepEqual((await search(us, 'qqqqqqq')).groups, [])
})

test('mail is found by subject, people and text, the newest first, with what was found marked', async () => {
  const us = await organization(app)
  await us.import(
    mbox(
      mail({ subject: 'The engine', body: 'It runs, at last.', date: 'Mon, 2 Mar 2026 10:00:00 +0000' }),
      mail({ subject: 'Re: The Engine', from: 'Charles Babbage <cb@x.org>', body: `${'Much was said before. '.repeat(6)}The éngine is loud.`, date: 'Tue, 3 Mar 2026 10:00:00 +0000' }),
    ),
    { filename: 'a.mbox' },
  )
  assert.deepEqual(await titles(us, 'engine', 'mail'), ['Re: The Engine', 'The engine'])
  assert.deepEqual(await titles(us, 'babbage', 'mail'), ['Re: The Engine'])
  const hit = (await search(us, 'engine loud', '&kind=mail')).groups[0]!.data[0]!
  assert.deepEqual(marked(hit.title, hit.title_marks), ['Engine'])
  assert.deepEqual(marked(hit.excerpt!, hit.excerpt_marks), ['éngine', 'loud'])
  assert.match(hit.excerpt!, /^…/)
})

test('scripts without spaces are found by a part', async () => {
  const us = await organization(app)
  await us.post('/contacts', { name: '佐藤美咲' })
  await us.post('/contacts', { name: 'Νίκος Παπαδόπουλος' })
  await us.post('/contacts', { name: 'สมชาย ใจดี', title: 'ผู้จัดการฝ่ายขาย' })
  await us.post('/contacts', { name: 'مُحَمَّد أحمد' })
  for (const q of ['美咲', '佐藤', '藤美咲', '佐藤美咲', '美']) assert.deepEqual(await titles(us, q), ['佐藤美咲'], q)
  for (const q of ['咲美', '佐美', '咲佐']) assert.deepEqual(await titles(us, q), [], q)
  for (const q of ['παπαδοπ', 'ΝΊΚΟΣ', 'νικοσ']) assert.deepEqual(await titles(us, q), ['Νίκος Παπαδόπουλος'], q)
  for (const q of ['ชาย', 'ใจดี', 'สมชายใจดี', 'จัดการ', 'ฝ่ายขาย สมชาย']) assert.deepEqual(await titles(us, q), ['สมชาย ใจดี'], q)
  for (const q of ['محمد', 'احمد']) assert.deepEqual(await titles(us, q), ['مُحَمَّد أحمد'], q)
  const [hit] = (await search(us, '藤美')).groups[0]!.data
  assert.deepEqual(marked(hit!.title, hit!.title_marks), ['藤美'])
  await us.post('/tasks', { title: '来週は東京都で会う' })
  assert.deepEqual(await titles(us, '東京都', 'task'), ['来週は東京都で会う'])
  assert.deepEqual(await titles(us, '京東', 'task'), [])
})

test('what an import has brought is found soon, by whoever asks for it, and by nobody else', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await us.import(csv(['Name', 'Email'], ...Array.from({ length: 500 }, (_, n) => [`Imported Person${n}`, `p${n}@import.example`])))
  await until(async () => (await titles(us, 'person499'))[0])
  const { groups } = await search(us, 'imported', '&limit=5')
  assert.deepEqual([groups[0]!.data.length, groups[0]!.has_more], [5, true])
  assert.deepEqual(await titles(others, 'imported'), [])
  assert.deepEqual((await search(others, 'improted')).groups, [])
})

test('among hundreds the newest are found first, however frequent the words are, and the one of that name before those that only have it', async () => {
  const us = await organization(app)
  const age = (n: number) => new Date(Date.UTC(2026, 0, 1) - n * 3_600_000).toUTCString()
  // Numbered from the newest on: all have the first word, each sixtieth the second, the oldest the third.
  const words = (n: number) => ['usual', ...(n % 60 === 0 ? ['seldom'] : []), ...(n === 299 ? ['ancient'] : [])]
  await us.import(mbox(...Array.from({ length: 300 }, (_, n) => mail({ subject: `Number ${n}`, body: words(n).join(' '), date: age(n) }))), { filename: 'a.mbox' })
  await us.import(csv(['Name', 'Email', 'Tags'], ...Array.from({ length: 400 }, (_, n) => [n === 399 ? 'Fiona Baker' : `Person ${n}`, `p${n}@x.example`, 'baker'])))
  await until(async () => (await titles(us, 'ancient', 'mail'))[0])
  await until(async () => (await titles(us, 'fiona'))[0])
  assert.deepEqual(await titles(us, 'usual', 'mail'), Array.from({ length: 10 }, (_, n) => `Number ${n}`))
  assert.deepEqual(await titles(us, 'seldom', 'mail'), [0, 60, 120, 180, 240].map((n) => `Number ${n}`))
  assert.deepEqual(await titles(us, 'ancient usual', 'mail'), ['Number 299'])
  assert.equal((await titles(us, 'baker'))[0], 'Fiona Baker')
  assert.equal((await titles(us, 'person')).length, 10)
})

test('of what is gone no word is left', async () => {
  const us = await organization(app)
  const { id } = await us.post('/contacts', { name: 'Xanthippe Unforgotten' })
  await us.post('/contacts', { name: 'Xanthippe Other' })
  await app.database.query('delete from contact where id = $1', [id])
  const words = await app.database.query('select word from search_word where org_id = $1 order by word', [us.organization_id])
  assert.deepEqual(words.map(({ word }) => word), ['other', 'xanthippe'])
  const entries = await app.database.query('select 1 from search_entry where org_id = $1', [us.organization_id])
  assert.equal(entries.length, 1)
})
