import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery } from '#modules/search'
import { testApp } from '#test/app'
import { allItems, callerWithRole, organization, unique, type Person } from '#test/factories'
import { form } from '#test/forms'
import { file } from '#test/scope'

const app = await testApp(file)
const acme = await organization(app)
const [ann, ben, cat] = [await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member'), await callerWithRole(app, acme, 'member')]
const guest = await callerWithRole(app, acme, 'guest')
const newRoom = (more: object = {}) => ann.post('/rooms', { kind: 'channel', name: unique('channel'), user_ids: [ben.user_id], ...more })
const send = (by: Person, room: { id: string }, text: string, more: object = {}) => by.post(`/rooms/${room.id}/messages`, { text, ...more })
const find = async (by: Pick<Person, 'get'>, q: string) =>
  (await by.get(`/rooms/search?q=${encodeURIComponent(q)}`)).data.map(({ message }: { message: { text: string } }) => message.text)

test('a message is found at once by its words, in any language and case, also when the last is unfinished', async () => {
  const room = await newRoom()
  for (const text of ['Das **Café** öffnet um acht', '会議は明日です', 'The quarterly report is ready']) await send(ann, room, text)
  for (const q of ['cafe', 'CAFÉ offnet', 'öff', 'acht caf']) assert.deepEqual(await find(ben, q), ['Das **Café** öffnet um acht'], q)
  assert.deepEqual(await find(ben, '会議'), ['会議は明日です'])
  assert.deepEqual(await find(ben, 'quart'), ['The quarterly report is ready'])
  assert.deepEqual(await find(ben, 'quart report'), [], 'only the last may be unfinished')
  const [{ excerpt, excerpt_marks }] = (await ben.get('/rooms/search?q=cafe')).data
  assert.deepEqual([excerpt, excerpt_marks], ['Das Café öffnet um acht', [[4, 8]]])
})

test('what was found is shown and marked, with whatever accents it was asked for', async () => {
  const room = await newRoom()
  for (const [said, q, marked] of [
    ['Die Größe stimmt', 'größe', 'Größe'], ['In der Hauptstraße', 'hauptstrasse', 'Hauptstraße'], ['W Łodzi', 'lodz', 'Łodz'], ['저는 한국어를 공부합니다', '한국어', '한국어'],
    ['Un café', 'cafe\u0301', 'café'], ['ひらがなです', 'がな', 'がな'], ['ＷＩＤＥ letters', 'wide', 'ＷＩＤＥ'],
  ] as const) {
    await send(ann, room, `${'so '.repeat(200)}${said}`)
    const [{ excerpt, excerpt_marks }] = (await ben.get(`/rooms/search?q=${encodeURIComponent(`${q} in:${room.id}`)}`)).data
    assert.deepEqual(excerpt_marks.map(([from, to]: number[]) => excerpt.slice(from, to)), [marked], q)
  }
})

test('in scripts without spaces a part of a sentence is found, its letters in their order, and marked', async () => {
  const room = await newRoom()
  for (const [said, q, wrong] of [
    ['วันนี้เราจะประชุมเรื่องงบประมาณที่สำนักงาน', 'งบประมาณ', 'ประงบมาณ'], ['ພວກເຮົາຈະປະຊຸມຢູ່ຫ້ອງການມື້ນີ້', 'ຫ້ອງການ', 'ການຫ້ອງ'], ['យើងនឹងប្រជុំនៅការិយាល័យថ្ងៃនេះ', 'ការិយាល័យ', 'យល័យការិ'],
    ['ဒီနေ့ရုံးမှာအစည်းအဝေးရှိတယ်', 'အစည်းအဝေး', 'အဝေးအစည်း'], ['来週は東京都で会います', '東京', '京東'], ['来週は東京都で会います', '東京都', '都東京'], ['我们明天在北京开会', '北京开会', '京北'], ['𠮷野家で会う', '𠮷野家', '野𠮷'],
    ['株式会社ｶﾞﾗｽと話す', 'ガラス', 'ラスガ'], ['カタカナとガラス', 'ｶﾞﾗｽ', 'ｽﾗｶﾞ'], ['サーバー会議', 'サーバー', 'バーサー'],
  ] as const) {
    const { id } = await send(ann, room, said)
    const ask = async (words: string) => (await ben.get(`/rooms/search?q=${encodeURIComponent(`${words} in:${room.id}`)}`)).data
    const hit = (await ask(q)).find(({ message }: { message: { id: string } }) => message.id === id)
    assert.ok(hit, q)
    const marked = hit.excerpt_marks.map(([from, to]: number[]) => hit.excerpt.slice(from, to).normalize('NFKC'))
    assert.deepEqual(marked, [q.normalize('NFKC')], q)
    assert.deepEqual(await ask(wrong), [], wrong)
    assert.equal((await ask([...q.normalize('NFKC')][0]!)).some(({ message }: { message: { id: string } }) => message.id === id), true, `the first of ${q}`)
  }
  await send(ann, room, '京都と東京')
  assert.equal((await find(ben, `東京都 in:${room.id}`)).includes('京都と東京'), false)
})

test('a line that ends within a word, a space or one that nobody sees do not hide it, and what stands far behind is shown', async () => {
  const room = await newRoom()
  await send(ann, room, '山田　太郎さんが東\n京に来る')
  for (const q of ['山田太郎', '山田 太郎', '東京']) assert.equal((await find(ben, `${q} in:${room.id}`)).length, 1, q)
  await send(ann, room, 'ប្រជុំ\u200Bនៅ\u200Bការិយាល័យ')
  for (const q of ['នៅការិយាល័យ', 'ប្រជុំ\u200Bនៅ']) assert.equal((await find(ben, `${q} in:${room.id}`)).length, 1, q)
  await send(ann, room, `${'ก'.repeat(400)}งบประมาณ${'ก'.repeat(400)}`)
  const [{ excerpt, excerpt_marks }] = (await ben.get(`/rooms/search?q=${encodeURIComponent(`งบประมาณ in:${room.id}`)}`)).data
  assert.deepEqual(excerpt_marks.map(([from, to]: number[]) => excerpt.slice(from, to)), ['งบประมาณ'])
  await send(ann, room, '用iPhone打电话')
  for (const q of ['iphone', 'iPhone打电']) assert.equal((await find(ben, `${q} in:${room.id}`)).length, 1, q)
})

test('signs that many leave out, and forms of a letter, make no difference, neither in what is said nor in what is asked', async () => {
  for (const [said, q, marked] of [
    ['ذهب الولد إلى المَدْرَسَةِ صباحا', 'المدرسة', 'المَدْرَسَةِ'], ['ذهب الولد إلى المدرسة صباحا', 'المَدْرَسَةِ', 'المدرسة'], ['سافر أحمد أمس', 'احمد', 'أحمد'], ['قال محـــمد نعم', 'محمد', 'محـــمد'],
    ['אני אומר שָׁלוֹם לכולם', 'שלום', 'שָׁלוֹם'], ['אני אומר שלום לכולם', 'שָׁלוֹם', 'שלום'], ['ο κύριος ΣΑΣ ήρθε', 'σας', 'ΣΑΣ'], ['μιλάω για σας σήμερα', 'ΣΑΣ', 'σας'], ['Ο Νίκος ήρθε', 'νικοσ', 'Νίκος'],
    ['मैं हिन्दी बोलता हूँ', 'हिन्दी', 'हिन्दी'], ['Это Москва сейчас', 'москва', 'Москва'],
  ] as const) {
    const room = await newRoom()
    await send(ann, room, said)
    const [hit] = (await ben.get(`/rooms/search?q=${encodeURIComponent(`${q} in:${room.id}`)}`)).data
    assert.ok(hit, q)
    assert.deepEqual(hit.excerpt_marks.map(([from, to]: number[]) => hit.excerpt.slice(from, to)), [marked], q)
  }
  for (const q of ['\u0301', '\u0640']) await find(ben, q)
})

test('what was written before words were found in any language is found once it was indexed anew', async () => {
  const { id } = await send(ann, await newRoom(), 'ข้อความเก่ามาก')
  await app.database.query('update message_words set words = $2 where message_id = $1', [id, ''])
  assert.deepEqual(await find(ben, 'เก่ามาก'), [])
  await app.database.query("insert into search_change (org_id, kind, id) values ($1, 'message', $2)", [acme.organization_id, id])
  await app.database.query('select index_waiting(200)')
  assert.deepEqual(await find(ben, 'เก่ามาก'), ['ข้อความเก่ามาก'])
})

test('who is mentioned is found by name, and not by how a mention is written', async () => {
  const room = await newRoom()
  await send(ann, room, `Ask [@Benedict](user:${ben.user_id})`)
  assert.equal((await find(ben, `benedict in:${room.id}`)).length, 1)
  for (const q of ['user', ben.user_id.slice(0, 8)]) assert.deepEqual(await find(ben, `${q} in:${room.id}`), [], q)
})

test('nobody finds what they may not see, nor what was changed or deleted', async () => {
  const [open, closed] = [await newRoom(), await newRoom({ visibility: 'private' })]
  const word = unique('xylophone').replace('-', '')
  await send(ann, open, `${word} open`)
  await send(ann, closed, `${word} closed`)
  const gone = await send(ann, open, `${word} gone`)
  const changed = await send(ann, open, `${word} changed`)
  await ann.remove(`/messages/${gone.id}`)
  await ann.patch(`/messages/${changed.id}`, { text: 'Nothing of it' })
  assert.deepEqual(await find(ben, word), [`${word} closed`, `${word} open`])
  assert.deepEqual([await find(cat, word), await find(acme, word), await find(guest, word)], [[`${word} open`], [`${word} open`], []])
  assert.deepEqual(await find(await organization(app), word), [])
  await ann.post(`/messages/${gone.id}/restore`, {}, 200)
  assert.deepEqual(await find(cat, word), [`${word} gone`, `${word} open`])
  await ann.remove(`/rooms/${closed.id}/members/${ben.user_id}`)
  assert.ok(!(await find(ben, word)).includes(`${word} closed`))
})

test('a day is one that there is, to both ends of the calendar, and a comment is found with its task', async () => {
  await send(ann, await newRoom(), 'An edge of time')
  for (const q of ['after:9999-12-31', 'before:0001-01-01', 'before:9999-12-31 after:0001-01-01']) await find(ben, q)
  for (const q of ['after:2026-02-31', 'before:0000-01-01', 'before:2026-13-01', 'after:10000-01-01', 'after:']) {
    const { status } = await app.call({ url: `/api/v1/rooms/search?q=${encodeURIComponent(q)}`, headers: ben.headers })
    assert.ok(q === 'after:' ? status < 500 : status === 400, q)
  }
  const task = await ann.post('/tasks', { title: 'Edges' })
  const { id } = await ann.put(`/tasks/${task.id}/room`, {})
  await send(ann, { id }, 'A cornerstone')
  const [group] = (await ben.get('/search?q=cornerstone')).groups
  assert.deepEqual([group.kind, group.data[0].subtitle], ['message', 'Edges'])
})

test('filters say who, where, when and what else, with words or without, page by page', async () => {
  const [here, there] = [await newRoom({ name: unique('Long name') }), await newRoom()]
  const old = await send(ann, here, 'An old zebra')
  await app.database.query("update message set created_at = '2026-03-10T12:00:00Z' where id = $1", [old.id])
  await send(ben, here, 'A zebra at https://zoo.example')
  await send(ann, there, 'Another zebra')
  const { body, headers } = form({ file: 'x', filename: 'x.txt' })
  const { json: uploaded } = await app.call({ method: 'POST', url: `/api/v1/rooms/${there.id}/files`, body, headers: { ...headers, ...ann.headers } })
  const answered = await send(ann, there, 'With a file', { file_ids: [uploaded.id] })
  await send(ben, there, 'An answer', { thread_id: answered.id })
  await ben.put(`/messages/${answered.id}/pin`, {}, 200)
  const inHere = `in:"${here.name}"`
  for (const [q, ...expected] of [
    [`zebra ${inHere}`, 'A zebra at https://zoo.example', 'An old zebra'],
    [`zebra in:#${there.name.toUpperCase()}`, 'Another zebra'],
    [`zebra ${inHere} in:${there.name}`, 'Another zebra', 'A zebra at https://zoo.example', 'An old zebra'],
    [`from:me ${inHere}`, 'An old zebra'],
    [`zebra from:${ben.email}`, 'A zebra at https://zoo.example'],
    [`zebra from:nobody`],
    [`zebra has:link`, 'A zebra at https://zoo.example'],
    [`has:file in:${there.name}`, 'With a file'],
    [`has:thread has:pin in:${there.name}`, 'With a file'],
    [`has:image in:${there.name}`],
    ['zebra before:2026-03-11', 'An old zebra'],
    ['zebra before:2026-03-10'],
    ['zebra after:2026-03-10', 'Another zebra', 'A zebra at https://zoo.example'],
    ['zebra after:2026-03-09 before:2026-03-11', 'An old zebra'],
    [`answer in:${there.name}`, 'An answer'],
  ] as const) assert.deepEqual(await find(ann, q), expected, q)
  assert.deepEqual((await allItems(ann, '/rooms/search?q=zebra', 1)).map(({ message }) => message.text), ['Another zebra', 'A zebra at https://zoo.example', 'An old zebra'])
  for (const wrong of ['has:nothing', 'before:yesterday', 'after:2026-13-01']) await ann.get(`/rooms/search?q=${wrong}`, 400)
})

test('the box over everything finds messages too, with their filters, and of nobody else’s rooms', async () => {
  const [open, closed] = [await newRoom(), await newRoom({ visibility: 'private' })]
  const word = unique('quokka').replace('-', '')
  await ann.post('/contacts', { name: word })
  const root = await send(ann, open, `A **${word}**, from afar`)
  await send(ben, closed, `${word} among us`, {})
  const answer = await send(ben, open, `${word} answered`, { thread_id: root.id })
  const box = async (by: Pick<Person, 'get'>, q: string) => (await by.get(`/search?q=${encodeURIComponent(q)}`)).groups
  const kinds = (groups: { kind: string; data: { id: string }[] }[]) => groups.map(({ kind, data }) => `${kind} ${data.length}`)
  assert.deepEqual(kinds(await box(ann, word)), ['contact 1', 'message 3'])
  assert.deepEqual(kinds(await box(cat, word)), ['contact 1', 'message 2'])
  assert.deepEqual(await box(guest, word), [])
  assert.deepEqual(kinds(await box(ann, `${word} in:${closed.name}`)), ['message 1'])
  const [{ data: [hit], has_more }] = (await ann.get(`/search?q=${word}%20in:${open.name}&kind=message&limit=1`)).groups
  assert.deepEqual(
    { ...hit, at: undefined },
    { id: answer.id, room_id: open.id, thread_id: root.id, title: answer.author.name, title_marks: [], subtitle: `#${open.name}`, excerpt: `${word} answered`, excerpt_marks: [[0, word.length]], photo_url: null, at: undefined, contact_id: null },
  )
  assert.equal(has_more, true)
  await ann.post(`/rooms/${closed.id}/members`, { user_ids: [guest.user_id] }, 200)
  assert.deepEqual(kinds(await box(guest, word)), ['message 1'], 'a guest finds what was said where they are, and nobody’s contacts')
  await ann.get('/search?q=has:nothing', 400)
})

test('what a query says is read as people write it', () => {
  assert.deepEqual(readQuery('Lunch FROM:@ada in:"long name" https://a.example notfrom:x from:'), {
    words: 'Lunch https://a.example notfrom:x from:', from: ['@ada'], in: ['long name'], has: [], before: [], after: [],
  })
})
