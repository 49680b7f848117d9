import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import sharp from 'sharp'
import type { OperationRun } from '#platform/operation-worker'
import { createStorage } from '#platform/storage'
import { testApp, type Answer } from '#test/app'
import { contents } from '#test/contents'
import { callerWithRole, finished, organization, unique, type Organization, type Person } from '#test/factories'
import { file } from '#test/scope'
import { said, slackExport, slackUser, ts } from '#test/slack-export'
import { importSlack } from './slack-import.ts'

const app = await testApp(file, { worker: true })
const day = '2020-03-02'
const filename = 'Acme Slack export.zip'

interface Team {
  acme: Organization
  ann: Person
  ben: Person
}

async function team(): Promise<Team> {
  const acme = await organization(app)
  return { acme, ann: await callerWithRole(app, acme, 'member'), ben: await callerWithRole(app, acme, 'member') }
}

const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } }).png().toBuffer()

/** A small team, as such exports are: who left, a bot, a thread, files that are there and that are not. */
const typical = ({ ann, ben }: Team, more: Record<string, unknown> = {}) => slackExport({
  users: [slackUser('U1', 'Ann', ann.email.toUpperCase()), slackUser('U2', 'Ben', ben.email), slackUser('U3', 'Gone Gil', 'gil@gone.example'), { ...slackUser('B1', 'Robot'), is_bot: true }],
  channels: [
    { id: 'C1', name: 'general', created: 1_580_000_000, members: ['U1', 'U2', 'U3'], topic: { value: 'Everything' } },
    { id: 'C2', name: 'old', is_archived: true, members: ['U2'], purpose: { value: 'It was' } },
  ],
  groups: [{ id: 'G1', name: 'board', members: ['U1'] }, { id: 'G2', name: 'strangers', members: ['U3'] }],
  dms: [{ id: 'D1', members: ['U1', 'U2'] }, { id: 'D2', members: ['U2', 'U3'] }],
  days: {
    [`general/${day}`]: [
      said(ts(day, 1), 'U1', '<@U1> has joined', { subtype: 'channel_join' }),
      said(ts(day, 2), 'U1', '*Hello* <@U2>', { reactions: [{ name: 'tada', users: ['U2', 'U3'], count: 2 }, { name: 'ours', users: ['U1'] }], edited: { ts: ts(day, 3) }, pinned_to: ['C1'] }),
      said(ts(day, 4), 'U3', 'A question', { thread_ts: ts(day, 4), reply_count: 2 }),
      said(ts(day, 5), 'U2', 'An answer', { thread_ts: ts(day, 4) }),
      said(ts(day, 6), 'U2', 'Files', { files: [{ id: 'F1', name: 'sea.png', mimetype: 'image/png' }, { id: 'F2', name: 'lost.pdf', url_private: 'https://files.slack.com/lost.pdf' }] }),
      { type: 'message', subtype: 'bot_message', ts: ts(day, 7), username: 'Robot', text: '', attachments: [{ title: 'Build', text: 'failed' }] },
      'not a message',
    ],
    'general/2020-03-03': [said(ts('2020-03-03', 1), 'U1', 'Answered a day later', { thread_ts: ts(day, 4) }), said(ts('2020-03-03', 2), 'U2', 'Answers what is lost', { thread_ts: ts('2019-01-01', 1) })],
    [`board/${day}`]: [said(ts(day, 1), 'U1', 'Between us')],
    [`strangers/${day}`]: [said(ts(day, 1), 'U3', 'Nobody sees')],
    [`D1/${day}`]: [said(ts(day, 1), 'U1', 'Lunch?')],
    [`D2/${day}`]: [said(ts(day, 1), 'U3', 'Bye')],
    ...more,
  },
  files: { '__uploads/F1/sea.png': picture },
})

const rooms = async (by: Person, archived = false) => (await by.get(`/rooms?archived=${archived}`)).data.toSorted((a: Answer['json'], b: Answer['json']) => String(a.name).localeCompare(String(b.name)))
const texts = async (by: Person, id: string) => (await by.get(`/rooms/${id}/messages`)).data.map(({ author, text }: Answer['json']) => `${author.name}: ${text}`)

test('channels, people, threads, reactions and files are what they were, nothing is unread, and only who was in private ones sees them', async () => {
  const us = await team()
  const { acme, ann, ben } = us
  await ann.post('/rooms', { kind: 'channel', name: 'General' })
  const { result, status, failed } = await acme.import(await typical(us), { filename })
  assert.equal(status, 'succeeded')
  assert.deepEqual(result, {
    total: 13, created: 10, unchanged: 0, skipped: 1, rejected: 2, channels_created: 5, files: 1, files_missing: 1, people_matched: 2, people_unknown: 2,
  })
  assert.equal(failed, 2)
  const seen = await rooms(ann)
  assert.deepEqual(seen.map(({ name }: Answer['json']) => name), ['board', 'General', 'general-slack', null])
  const channel = seen[2]
  assert.deepEqual([channel.topic, channel.created_at.slice(0, 10)], ['Everything', '2020-01-26'])
  assert.deepEqual(await texts(ben, channel.id), [
    `The member: **Hello** [@The member](user:${ben.user_id})`, 'Gone Gil: A question', 'The member: Files\n📎 [lost.pdf](https://files.slack.com/lost.pdf)',
    'Robot: > **Build**\n> failed', 'The member: Answers what is lost',
  ])
  const [hello, question, files] = (await ben.get(`/rooms/${channel.id}/messages`)).data
  assert.deepEqual([hello.reactions.map((each: Answer['json']) => [each.emoji, each.user_ids.length]), hello.mentions.user_ids, hello.created_at, hello.pinned_at !== null, hello.edited_at !== null],
    [[['🎉', 2], ['ours', 1]], [ben.user_id], '2020-03-02T12:00:02.000002Z', true, true])
  assert.deepEqual([question.author.kind, question.thread.reply_count, question.thread.author_ids], ['outside', 2, [ann.user_id, ben.user_id]])
  assert.deepEqual((await ben.get(`/messages/${question.id}/replies`)).data.map(({ text, seq }: Answer['json']) => [text, seq]), [['An answer', 1], ['Answered a day later', 2]])
  assert.deepEqual(files.files.map(({ name, width, type }: Answer['json']) => [name, width, type]), [['sea.png', 40, 'image/png']])
  assert.equal((await app.call({ url: files.files[0].url, headers: ben.headers })).status, 200)
  for (const by of [ann, ben]) for (const room of await rooms(by)) assert.deepEqual([room.membership.unread_count, room.membership.mention_count], [0, 0])
  assert.deepEqual((await ben.get('/rooms')).threads, [])
  assert.deepEqual((await rooms(ben)).map(({ name, kind, people }: Answer['json']) => name ?? `${kind} ${people.length}`), ['Ben, Gone Gil', 'general-slack', 'direct 2'])
  assert.deepEqual((await rooms(ben, true)).map(({ name }: Answer['json']) => name), ['old'])
  assert.deepEqual((await ann.get('/rooms/search?q=lunch')).data.length, 1)
  const reasons = (await acme.get(`/imports/${(await acme.get('/operations?kind=import.slack')).data[0].id}/rejections`)).data.map(({ reason }: Answer['json']) => reason)
  assert.match(reasons.join('\n'), /It is no message[\s\S]*Nobody of strangers is a member here/)
})

test('the same export again changes nothing, and a later one adds what is new behind what is there', async () => {
  const us = await team()
  await us.acme.import(await typical(us), { filename })
  const before = await contents(app.database.query, us.acme.organization_id)
  const again = await us.acme.import(await typical(us), { filename })
  assert.deepEqual([again.result.created, again.result.unchanged, again.result.channels_created, again.result.files], [0, 10, 0, 0])
  assert.deepEqual(await contents(app.database.query, us.acme.organization_id), before)
  const later = { 'general/2020-03-09': [said(ts('2020-03-09', 1), 'U1', 'A week later'), said(ts('2020-03-09', 2), 'U1', 'And again', { thread_ts: ts(day, 4) })] }
  const { result } = await us.acme.import(await typical(us, later), { filename })
  assert.deepEqual([result.created, result.unchanged], [2, 10])
  const general = (await rooms(us.ben)).find(({ name }: Answer['json']) => name === 'general')
  assert.equal((await texts(us.ben, general.id)).at(-1), 'The member: A week later')
  assert.equal(general.membership.unread_count, 0)
})

test('what is said in public names public channels, and none of the private ones', async () => {
  const us = await team()
  const { acme, ben } = us
  await acme.import(await typical(us, { 'general/2020-03-04': [said(ts('2020-03-04', 1), 'U1', 'Not in <#C2>, <#G1|> or <#D1>')] }), { filename })
  const general = (await rooms(ben)).find(({ name }: Answer['json']) => name === 'general')
  assert.equal((await texts(ben, general.id)).at(-1), 'The member: Not in #old, #private or #private')
})

test('a dry run stores nothing, and counts what would come', async () => {
  const us = await team()
  const { result } = await us.acme.import(await typical(us), { filename, options: { dry_run: true } })
  assert.deepEqual([result.created, result.channels_created, result.rejected, result.files, result.files_missing, result.dry_run], [10, 5, 2, 1, 1, true])
  assert.deepEqual(await rooms(us.ann), [])
})

test('an undo takes back all of it, but for what somebody has said since and what that answers', async () => {
  const us = await team()
  const { acme, ann, ben } = us
  const before = await contents(app.database.query, acme.organization_id)
  const first = await acme.import(await typical(us), { filename })
  const undone = await finished(acme, (await acme.remove(`/imports/${first.id}`, 202)).id)
  assert.deepEqual([undone.status, undone.result.removed > 0, undone.result.kept], ['succeeded', true, 0])
  assert.deepEqual(await contents(app.database.query, acme.organization_id), before)
  assert.ok((await acme.get(`/operations/${first.id}`)).undone_at)
  await acme.remove(`/imports/${first.id}`, 409)

  const second = await acme.import(await typical(us), { filename })
  const general = (await rooms(ben)).find(({ name }: Answer['json']) => name === 'general')
  const question = (await ben.get(`/rooms/${general.id}/messages`)).data[1]
  await ann.post(`/rooms/${general.id}/messages`, { text: 'Said since' })
  await ann.post(`/rooms/${general.id}/messages`, { text: 'Answered since', thread_id: question.id })
  const { result } = await finished(acme, (await acme.remove(`/imports/${second.id}`, 202)).id)
  assert.equal(result.kept, 1)
  assert.deepEqual(await texts(ben, general.id), ['Gone Gil: A question', 'The member: Said since'])
  assert.deepEqual((await ben.get(`/messages/${question.id}/replies`)).data.map(({ text }: Answer['json']) => text), ['Answered since'])
  assert.equal((await ben.get(`/rooms/${general.id}`)).membership.unread_count, 1)
  assert.deepEqual((await rooms(ann)).map(({ name }: Answer['json']) => name), ['general'])
})

test('only admins bring conversations in, and take them out', async () => {
  const us = await team()
  const { id } = await us.acme.import(await typical(us), { filename })
  await us.ann.upload(await typical(us), { filename, status: 403 })
  await us.ann.remove(`/imports/${id}`, 403)
})

test('what is no export, or a hostile one, is refused with the reason, or its parts are', async () => {
  const { acme, ann } = await team()
  const users = [slackUser('U1', 'Ann', ann.email)]
  const channels = [{ id: 'C1', name: unique('c'), members: ['U1'] }, null, 7, { id: 'C2', name: '../../etc', members: 'U1' }]
  const name = (channels[0] as { name: string }).name
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const { status, result } = await acme.import(await slackExport({
    users: [...users, null, { id: 7 }] as object[],
    channels: channels as object[],
    days: {
      [`${name}/2020-01-01`]: '{"not": "a list"}', [`${name}/2020-01-02`]: 'no json', [`${name}/2020-01-03`]: deep,
      [`${name}/2020-01-04`]: [null, 7, {}, { ts: 'x' }, { ts: '99999999999999.1' }, said('1577836800.000100', 'U1', 'a\0b\ud800'), said('1577836801.000100', 'U1', 'x'.repeat(90_000)), { ts: '1577836802', text: 7, files: 'F', reactions: [{ name: 'a b', users: 7 }, null], attachments: [null, 7] }],
    },
  }), { filename })
  assert.deepEqual([status, result.created, result.rejected], ['succeeded', 2, 8])
  const { data } = await ann.get('/rooms')
  assert.deepEqual((await ann.get(`/rooms/${data[0].id}/messages`)).data.map(({ text }: Answer['json']) => text.length), [3, 40_000])

  const bombs = [{ id: 'C9', name: 'bombs', members: ['U1'] }]
  const bomb = await slackExport({ users, channels: bombs, days: { 'bombs/2020-01-01': `[${' '.repeat(70_000_000)}]` } })
  assert.ok(bomb.length < 1_000_000)
  const exploded = await acme.import(bomb, { filename })
  assert.deepEqual([exploded.status, exploded.result.rejected], ['succeeded', 1])

  const whole = await slackExport({ users, channels: [{ id: 'C3', name: 'x' }], files: { 'aa/aa/outside.json': '[]' } })
  const outside = Buffer.from(whole.toString('latin1').replaceAll('aa/aa/', '../../'), 'latin1')
  for (const wrong of [whole.subarray(0, 200), outside]) {
    const { status, error } = await acme.import(wrong, { filename })
    assert.deepEqual([status, error?.code], ['failed', 'invalid'])
  }
})

test('what is interrupted while the rooms are made goes on with those that are missing, and loses nothing of what was said in them', async () => {
  const us = await team()
  const storage = createStorage({ data_folder: app.data_folder })
  const bytes = await typical(us)
  const key = `imports/${randomUUID()}`
  await storage.write(key, Readable.from([bytes]))
  const { id } = await us.acme.import('name\nAda\n')
  let checkpoint: unknown = null
  /** Killed after so many steps. */
  const run = (steps: number) => importSlack({ storage, tenancy: app.database, limit_bytes: 1_000_000 }, {
    id, actor: { org_id: us.acme.organization_id, kind: 'system', id: us.acme.organization_id, role: 'owner' }, checkpoint, total: null,
    input: { file: key, bytes: bytes.length, kept: true }, signal: new AbortController().signal, atEnd() {},
    async step(work: (tx: never, client: never) => Promise<{ checkpoint: unknown }>) {
      if (steps-- === 0) throw new Error('killed')
      checkpoint = (await app.database.transact(us.acme.actor, (tx) => work(tx as never, undefined as never))).checkpoint
      return checkpoint
    },
  } as unknown as OperationRun<never, never>)
  await assert.rejects(run(2), /killed/)
  await assert.rejects(run(1), /killed/)
  const { created, channels_created } = await run(1_000) as { created: number; channels_created: number }
  assert.deepEqual([created, channels_created], [10, 5])
  const [{ stored }] = (await app.database.query('select count(*)::int as stored from message where org_id = $1', [us.acme.organization_id])) as [{ stored: number }]
  assert.equal(stored, 10)
})

test('what no text can hold, and what is no name, time or file, spoils nothing else', async () => {
  const { acme, ann } = await team()
  const half = '\ud83d'
  const result = await acme.import(await slackExport({
    users: [slackUser('U1', 'Ann', ann.email), { id: 'U2', real_name: `${'x'.repeat(199)}💥`, profile: { email: { toString: 1 }, real_name: `Eve\0${half}` } }, { id: 'U3', profile: 'none' }],
    channels: [
      { id: 'C1', name: `odd${half}\0`, created: 1e300, members: ['U1'], topic: 'none', purpose: { value: `\0${half}` } },
      { id: `C\0${half}`, name: 'second', created: -1e20, members: [{}, 'U1'] },
      { id: 'C'.repeat(5_000), name: 'long', members: ['U1'] },
      { id: 'C1', name: 'twice', members: ['U1'] },
    ],
    days: {
      'twice/2020-01-01': [
        said('1577836800.000100', 'U2', 'one', { thread_ts: `\0${half}`, reactions: [{ name: half, users: ['U1'] }, { name: '💥', users: ['U1'] }] }),
        said('1577836801.000100', 'U1', 'two', { attachments: [{ title: 'x', title_link: `https://x.example/\0${half}` }, { title: 'y', title_link: {} }] }),
        said('1577836802.000100', 'U1', 'three', { files: Array.from({ length: 60 }, (_, n) => ({ id: `F${n}`, name: n % 2 ? { toString: 1 } : `\0${half}.txt`, mimetype: { toString: 1 }, permalink: `https://x.example/${half}\0${'y'.repeat(1_000)}` })) }),
        said(`1577836803.${'1'.repeat(300)}`, 'U3', 'four', { username: { toString: 1 }, subtype: { toString: 1 } }),
        said('1577836804.000100', 'U3', 'five', { user_profile: { real_name: `${'z'.repeat(199)}💥` } }),
      ],
    },
    files: { '__uploads/F0/a.txt': 'A file' },
  }), { filename })
  assert.equal(result.status, 'succeeded', JSON.stringify(result.error))
  assert.deepEqual([result.result.created, result.result.rejected, result.result.files], [4, 1, 1])
  const { data } = await ann.get('/rooms')
  const room = data.find(({ name }: Answer['json']) => name === 'twice')
  const messages = (await ann.get(`/rooms/${room.id}/messages`)).data
  assert.deepEqual(messages.map(({ author }: Answer['json']) => author.name.length), [4, 10, 10, 200])
  assert.ok(messages[2].text.length <= 40_000)
})
