import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testApp, type Answer } from '#test/app'
import { allEvents, callerWithRole, organization, unique, type Person } from '#test/factories'
import { file } from '#test/scope'
import { findMentions, plainText, renderMessage } from './markdown.ts'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const newRoom = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id], ...more })
const send = (by: Person, room: string, text: string, more: object = {}) => by.post(`/rooms/${room}/messages`, { text, ...more })

test('a room is read from anywhere in both directions, and every page says whether there is more', async () => {
  const room = await newRoom()
  const sent: Answer['json'][] = []
  for (let n = 1; n <= 9; n++) sent.push(await send(n % 2 ? ann : ben, room.id, `Message ${n}`))
  const page = async (query: string) => {
    const { data, before, after } = await ben.get(`/rooms/${room.id}/messages?${query}`)
    return [data.map(({ seq }: { seq: number }) => seq), before, after]
  }
  assert.deepEqual((await ben.get(`/rooms/${room.id}/messages?limit=2`)).data, sent.slice(-2))
  for (const [query, ...expected] of [
    ['', [1, 2, 3, 4, 5, 6, 7, 8, 9], null, null],
    ['limit=4', [6, 7, 8, 9], 6, null],
    ['limit=4&before=6', [2, 3, 4, 5], 2, 5],
    ['limit=4&before=2', [1], null, 1],
    ['before=1', [], null, 0],
    ['before=0', [], null, 0],
    ['limit=4&after=0', [1, 2, 3, 4], null, 4],
    ['limit=4&after=7', [8, 9], 8, null],
    ['after=9', [], 10, null],
    ['after=2147483647', [], 2_147_483_647, null],
    ['limit=4&around=5', [4, 5, 6, 7], 4, 7],
    [`limit=3&around=${sent[8].id}`, [8, 9], 8, null],
    [`limit=2&at=${sent[3].created_at}`, [4, 5], 4, 5],
    ['limit=2&at=2000-01-01T00:00:00Z', [1, 2], null, 2],
    ['limit=2&at=2200-01-01T00:00:00Z', [9], 9, null],
  ] as const) assert.deepEqual(await page(query), expected, query)
  await ben.get(`/rooms/${room.id}/messages?before=3&after=3`, 400)
  await ben.get(`/rooms/${room.id}/messages?around=${randomUUID()}`, 404)
  const elsewhere = await send(ann, (await newRoom()).id, 'Elsewhere')
  await ben.get(`/rooms/${room.id}/messages?around=${elsewhere.id}`, 404)
})

test('what is sent twice with one client_id is one message, also at the same time, and leaves no gap in the numbers', async () => {
  const room = await newRoom()
  const body = { text: 'Once', client_id: randomUUID() }
  const post = (by: Person, id: string, given: object) => app.call({ url: `/api/v1/rooms/${id}/messages`, headers: by.headers, body: given })
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(ann, room.id, body)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 201, 201, 201])
  for (const { json } of answers) assert.deepEqual(json, answers[0]!.json)
  assert.equal((await post(ben, room.id, body)).status, 201, 'an id is its sender’s own')
  assert.equal((await post(ann, (await newRoom()).id, body)).json.code, 'client_id_used')
  const { data } = await ben.get(`/rooms/${room.id}/messages`)
  assert.deepEqual(data.map(({ seq }: { seq: number }) => seq), [1, 2])
})

test('many who send at once are numbered one after the other, and told in that order', async () => {
  const room = await newRoom()
  const { cursor } = await allEvents(ben, 'now')
  await Promise.all(Array.from({ length: 16 }, (_, n) => send(n % 2 ? ann : ben, room.id, `${n}`)))
  const numbers = (messages: Answer['json'][]) => messages.map(({ seq }) => seq)
  const inOrder = Array.from({ length: 16 }, (_, n) => n + 1)
  assert.deepEqual(numbers((await ben.get(`/rooms/${room.id}/messages`)).data), inOrder)
  assert.deepEqual(numbers((await allEvents(ben, cursor)).events.map(({ data }) => data.message)), inOrder)
})

test('only who wrote a message changes it, also its owner deletes it, and what was said is then nowhere to be read', async () => {
  const room = await newRoom()
  const message = await send(ben, room.id, 'A **secret** word')
  assert.deepEqual([message.html, message.snippet, message.author.name], ['<p>A <strong>secret</strong> word</p>\n', 'A secret word', 'The member'])
  await ann.patch(`/messages/${message.id}`, { text: 'Other' }, 403)
  const changed = await ben.patch(`/messages/${message.id}`, { text: 'Another secret' })
  assert.ok(changed.edited_at)
  assert.deepEqual(await ann.get(`/messages/${message.id}`), changed)
  const other = await send(ann, room.id, 'Hers')
  await ben.remove(`/messages/${other.id}`, 403)
  await ann.remove(`/messages/${message.id}`)
  await ann.remove(`/messages/${message.id}`)
  await ben.patch(`/messages/${message.id}`, { text: 'x' }, 404)

  const everything = JSON.stringify([await ben.get(`/rooms/${room.id}/messages`), await ben.get('/rooms'), (await allEvents(ben)).events])
  assert.doesNotMatch(everything, /secret/)
  // What an owner has taken away its author does not put there again.
  await ben.post(`/messages/${message.id}/restore`, {}, 403)
  assert.deepEqual(await ann.post(`/messages/${message.id}/restore`, {}, 200), changed)
  await ben.remove(`/messages/${message.id}`)
  await ann.post(`/messages/${message.id}/restore`, {}, 403)
  assert.deepEqual(await ben.post(`/messages/${message.id}/restore`, {}, 200), changed)
})

test('in direct messages everybody deletes what they have said themselves, and nothing else, admins neither', async () => {
  const admin = await callerWithRole(app, acme, 'admin')
  const direct = await ann.post('/rooms', { kind: 'direct', user_ids: [ben.user_id, admin.user_id] })
  const message = await send(ann, direct.id, 'Between us')
  for (const by of [ben, admin]) await by.remove(`/messages/${message.id}`, 403)
  await ann.remove(`/messages/${message.id}`)
})

test('who sends again what has arrived is told so, also when they may not write there any more, as long as they see it', async () => {
  const [open, closed] = [await newRoom(), await newRoom({ visibility: 'private' })]
  const body = (n: number) => ({ text: 'Once', client_id: `0192f3a4-0000-7000-8000-00000000000${n}` })
  const again = async (room: { id: string }, n: number, text = 'Once') => {
    const { status, json } = await app.call({ url: `/api/v1/rooms/${room.id}/messages`, headers: ben.headers, body: { ...body(n), text } })
    return [status, json.id ?? json.code]
  }
  const [first, second] = [await ben.post(`/rooms/${open.id}/messages`, body(1)), await ben.post(`/rooms/${closed.id}/messages`, body(2))]
  assert.deepEqual(await again(open, 1, 'Other words'), [201, first.id])
  await ben.remove(`/messages/${first.id}`)
  assert.deepEqual(await again(open, 1), [201, first.id])
  for (const { id } of [open, closed]) await ben.remove(`/rooms/${id}/membership`)
  assert.deepEqual([await again(open, 1), await again(open, 3)], [[201, first.id], [409, 'not_in_room']])
  assert.deepEqual(await again(closed, 2), [404, 'room_not_found'])
  await ann.post(`/rooms/${closed.id}/members`, { user_ids: [ben.user_id] }, 200)
  await ann.patch(`/rooms/${closed.id}`, { archived: true })
  assert.deepEqual([await again(closed, 2), await again(closed, 4)], [[201, second.id], [409, 'room_archived']])
  assert.equal((await ann.get(`/rooms/${closed.id}/messages`)).data.length, 1)
})

test('whatever is written, it is rendered within a moment, and what comes of it runs nothing and loads nothing', () => {
  const n = 40_000
  const filled = (piece: string) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n)
  const pieces = ['|a\n|-\n', '[', '![', '[@[', '[a](', '- a\n  - b\n', 'x\n=\n', '> ', '` `` ', '*a_ ', '**a ', 'a@a.', 'http://', '[a]: <', '&amp', '<a ', '@here@', '\n> > > > ', '[@x](user:']
  for (const text of pieces.map(filled)) {
    const begun = process.cpuUsage()
    const html = renderMessage(text)
    findMentions(text)
    plainText(text)
    const ms = process.cpuUsage(begun).user / 1_000
    assert.ok(ms < 6_000, `${JSON.stringify(text.slice(0, 20))} takes ${Math.round(ms)} ms of the processor`)
    assert.doesNotMatch(html, /<(?:script|img|iframe|svg|style|link|object|form|input|meta)|\son\w+=|(?:href|src)="?\s*(?:javascript|data|vbscript):/i)
  }
  for (const text of ['[x](javascript:alert(1))', '[x](JaVa\tScript:alert(1))', '<javascript:alert(1)>', '![x](https://x.example/a.png)', '[x](data:text/html,x)', '<img src=x onerror=alert(1)>', '[x](//x.example)', '<svg/onload=alert(1)>', '[x](vbscript:x "onmouseover=alert(1)")']) {
    assert.doesNotMatch(renderMessage(text), /<(?!\/?(?:p|a|br)\b)|(?:href|src)="?(?:javascript|data|vbscript|\/\/)/i, text)
  }
})

test('a message says something, in at most 40,000 characters', async () => {
  const { id } = await newRoom()
  for (const text of ['', ' \n', 'x'.repeat(40_001)]) await ann.post(`/rooms/${id}/messages`, { text }, 400)
  const words = (from: number, step = 1) => Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(from + n * step)).join(' ').slice(0, 40_000)
  for (const text of ['x'.repeat(40_000), words(0x4e00), words(0x20000), words(0xa0).toWellFormed(), 'x1.y2-z3_'.repeat(4_000), '\u0301'.repeat(40_000), '💥'.repeat(40_000), '\ud83d'.repeat(100), `${'\u202e'.repeat(1_000)}a`]) {
    const { id: sent } = await send(ann, id, text)
    await ann.patch(`/messages/${sent}`, { text: `${text.slice(0, 30_000)}.` })
  }
  await ann.post(`/rooms/${id}/messages`, { text: 'a\0b' }, 400)
  await ann.get(`/rooms/search?q=${encodeURIComponent('\u4e01 \u{20001}')}`)
})

test('only those are mentioned who see the room', async () => {
  const stranger = await callerWithRole(app, acme, 'member')
  const guest = await callerWithRole(app, acme, 'guest')
  const text = [stranger, guest, ann, ben].map(({ user_id }) => `[@x](user:${user_id})`).join(' ')
  const open = await send(ann, (await newRoom()).id, text)
  assert.deepEqual(open.mentions, { user_ids: [ben.user_id, stranger.user_id].toSorted(), room: false })
  const closed = await send(ann, (await newRoom({ visibility: 'private', user_ids: [ben.user_id, guest.user_id] })).id, text)
  assert.deepEqual(closed.mentions.user_ids, [ben.user_id, guest.user_id].toSorted())
})

test('mentions are what a reader sees as one, and the HTML shows them', () => {
  const id = '0192f3a4-0000-7000-8000-000000000001'
  assert.deepEqual(findMentions(`[@A](user:${id}) @ROOM`), { user_ids: [id], contact_ids: [], room: true, here: false })
  for (const none of ['`@room`', '```\n@room\n```', 'me@room.example', '@roommate', '@room-1', '[x](https://@room.example)']) {
    assert.equal(findMentions(none).room, false, none)
  }
  assert.equal(
    renderMessage(`[@A](user:${id}) & @here`),
    `<p><span class="mention" data-id="${id}">@A</span> &amp; <span class="mention">@here</span></p>\n`,
  )
})
