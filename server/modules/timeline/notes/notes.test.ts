import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allEvents, allItems, callerWithScope, organization } from '#test/factories'
import { file } from '#test/scope'
import { renderMarkdown } from './markdown.ts'

const app = await testApp(file)
const acme = await organization(app)
const ada = await acme.post('/contacts', { name: 'Ada', company: { name: 'Engines' } })
const bob = await acme.post('/contacts', { name: 'Bob' })

test('a note is on the timeline of whom it is about and whom it mentions, and each change is told as a fresh fetch shows it', async () => {
  const { cursor } = await allEvents(acme)
  const text = `**Met** [Bob](contact:${bob.id}) at the fair.\n\n- one`
  const note = await acme.post('/notes', { text, contact_ids: [ada.id] })
  assert.deepEqual([note.text, note.contact_ids, note.company_ids, note.mentioned_ids, note.pinned], [text, [ada.id], [], [bob.id], false])
  assert.match(note.html, new RegExp(`<strong>Met</strong> <a href="/contacts/${bob.id}" class="mention">Bob</a> at the fair`))
  for (const path of [`/contacts/${ada.id}`, `/contacts/${bob.id}`, `/companies/${ada.company.id}`]) {
    const [entry] = (await acme.get(`${path}/timeline`)).data
    assert.deepEqual([entry.id, entry.kind, entry.snippet], [note.id, 'note', 'Met Bob at the fair. one'])
  }
  // What was only said about somebody is no contact with them.
  assert.equal((await acme.get(`/contacts/${ada.id}`)).last_interaction_at, null)

  const changed = await acme.patch(`/notes/${note.id}`, { text: 'Nothing.', pinned: true, company_ids: [ada.company.id] })
  assert.deepEqual([changed.text, changed.contact_ids, changed.company_ids, changed.mentioned_ids], ['Nothing.', [ada.id], [ada.company.id], []])
  assert.deepEqual(await acme.get(`/notes/${note.id}`), changed)
  assert.deepEqual((await acme.get(`/contacts/${bob.id}/timeline`)).data, [])
  await acme.remove(`/notes/${note.id}`)
  await acme.remove(`/notes/${note.id}`)
  const deleted = await acme.get(`/notes/${note.id}`)
  assert.ok(deleted.deleted_at)
  for (const path of ['/notes', '/interactions', `/contacts/${ada.id}/timeline`]) assert.deepEqual((await acme.get(path)).data, [])
  const restored = await acme.post(`/notes/${note.id}/restore`, {}, 200)
  assert.deepEqual(restored, { ...changed, updated_at: restored.updated_at })
  assert.equal((await acme.get(`/contacts/${ada.id}/timeline`)).data.length, 1)

  const { events } = await allEvents(acme, cursor)
  assert.deepEqual(
    events.map(({ type, subject, data }) => [type, subject, data.note]),
    [['created', note], ['updated', changed], ['deleted', deleted], ['restored', restored]]
      .map(([type, data]) => [`note.${type}`, `interaction:${note.id}`, data]),
  )
  assert.deepEqual(events.at(-1).data.interaction, await acme.get(`/interactions/${note.id}`))
})

test('notes are listed newest first, of a contact, of a company, and those that are pinned', async () => {
  const org = await organization(app)
  const eve = await org.post('/contacts', { name: 'Eve', company: { name: 'Looms' } })
  const dan = await org.post('/contacts', { name: 'Dan' })
  const made: { id: string; text: string }[] = []
  for (let n = 0; n < 7; n++) {
    const about = n === 6 ? { company_ids: [eve.company.id] } : { contact_ids: [n % 2 ? eve.id : dan.id] }
    made.unshift(await org.post('/notes', { text: `Note ${n}`, pinned: n % 3 === 0, ...about }))
  }
  const listed = async (query: string) => (await allItems(org, `/notes?${query}`, 2)).map(({ id }) => id)
  const ids = (choose: (n: number) => boolean) => made.filter(({ text }) => choose(Number(text.slice(5)))).map(({ id }) => id)
  assert.deepEqual(await listed(''), ids(() => true))
  assert.deepEqual(await listed(`contact_id=${eve.id}`), ids((n) => n % 2 === 1))
  assert.deepEqual(await listed(`company_id=${eve.company.id}`), ids((n) => n % 2 === 1 || n === 6))
  assert.deepEqual(await listed('pinned=true'), ids((n) => n % 3 === 0))
  assert.deepEqual(await listed(`pinned=true&contact_id=${dan.id}`), ids((n) => n === 0))
  await org.get(`/notes?contact_id=${eve.id}&company_id=${eve.company.id}`, 400)
})

test('a note is about somebody we know, says something, and is written by who may', async () => {
  const unknown = '00000000-0000-7000-8000-000000000000'
  await acme.post('/notes', { text: 'x' }, 400)
  for (const text of ['', ' \n', 'x'.repeat(100_001)]) await acme.post('/notes', { text, contact_ids: [ada.id] }, 400)
  await acme.post('/notes', { text: 'x', contact_ids: [unknown] }, 404)
  await acme.post('/notes', { text: 'x', company_ids: [unknown] }, 404)
  await acme.post('/notes', { text: 'x', contact_ids: [ada.id], html: '<b>' }, 400)
  await acme.get(`/notes/${unknown}`, 404)
  const call = await acme.post('/interactions', { kind: 'call', participants: [{ contact_id: ada.id }] })
  await acme.get(`/notes/${call.id}`, 404)
  await acme.patch(`/notes/${call.id}`, { text: 'x' }, 404)
  const note = await acme.post('/notes', { text: `[x](contact:${unknown})`, contact_ids: [ada.id] })
  assert.deepEqual(note.mentioned_ids, [])
  await acme.patch(`/interactions/${note.id}`, { text: 'x' }, 409)
  assert.equal((await acme.patch(`/interactions/${note.id}`, { pinned: true })).pinned, true)
  const reader = await callerWithScope(app, acme, 'read')
  await reader.post('/notes', { text: 'x', contact_ids: [ada.id] }, 403)
})

test('the HTML of a note runs, loads and leads to nothing that it should not', () => {
  const hostile = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '[x](data:text/html,<script>)',
    '[x](JaVaScRiPt:alert(1))', '[x](vbscript:x)', '![x](https://tracker.example/a.gif)', '<a href="javascript:x">y</a>',
    '[x](//evil.example)', '[x]( "onmouseover=alert(1)")', '`<script>`', '[x](contact:<script>)', '<https://a"onclick=x>',
  ]
  for (const source of hostile) {
    const html = renderMarkdown(source)
    const tags = (html.match(/<[^>]*>/g) ?? []).join('')
    assert.doesNotMatch(tags, /<(?!\/?(?:p|a|code|strong|em)\b)|<[^>]*\son\w+=|href="(?!https?:|mailto:|\/contacts\/)|<[^>]*\ssrc=/i, `${source} → ${html}`)
  }
  assert.equal(renderMarkdown('see https://x.example'),
    '<p>see <a href="https://x.example" rel="noopener noreferrer nofollow" target="_blank">https://x.example</a></p>\n')
  assert.match(renderMarkdown('| sum |\n| ---: |\n| 7 |'), /<td align="right">7<\/td>/)
  assert.ok(renderMarkdown('> '.repeat(50_000) + '['.repeat(50_000)).length < 10_000_000)
})
