import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app'
import { allItems, mail, mbox, organization, unique, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

async function exported(us: Organization, query = ''): Promise<string> {
  const { status, text, headers } = await app.call({ url: `/api/v1/exports/timeline.mbox${query}`, key: us.key })
  assert.deepEqual([status, headers['content-type'], headers['content-disposition']], [200, 'application/mbox', 'attachment; filename="timeline.mbox"'], text)
  return text
}

function parts(kind: string, ...each: string[]) {
  const boundary = unique('b')
  return { headers: { 'Content-Type': `multipart/${kind}; boundary="${boundary}"` }, body: `${each.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--` }
}

const nested = ({ headers, body }: ReturnType<typeof parts>) => `Content-Type: ${headers['Content-Type']}\n\n${body}`
const base64 = (headers: string, content: string | Buffer) => `${headers}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}`
const plain = (text: string) => `Content-Type: text/plain; charset=utf-8\n\n${text}`
const html = (text: string) => `Content-Type: text/html; charset=utf-8\n\n${text}`

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const forwarded = mail({ id: 'inner@x', subject: 'Inner – über', body: 'From the inside.\n\nFrom ada@x Mon Mar  2 10:00:00 2026\n>From quoted' })

/** What is hard to say again. */
const messages: (string | Buffer)[] = [
  mail({ id: 'plain@x', body: 'From here on,\n>From there on,\n>>From far.\n\n-- \nAda' }),
  mail({ id: 'long@x', body: 'A line of words that goes on. '.repeat(80) }),
  mail({ id: 'html@x', headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<p>Yes – “surely”.</p><blockquote type="cite">Will you?</blockquote>' }),
  mail({ id: 'both@x', ...parts('alternative', plain('Yes.\n\n> Will you?'), html('<p>Yes.</p>\r\n')) }),
  mail({ id: 'picture@x', ...parts('related', html('<p>See <img src="cid:pic@x"></p>'), base64('Content-Type: image/png; name="pic.png"\nContent-ID: <pic@x>', png)) }),
  mail({ id: 'files@x', ...parts('mixed', nested(parts('alternative', plain('See.'), html('<b>See.</b>'))),
    base64('Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8\'\'%C3%BCber%20%22alles%22.pdf', '%PDF-1.7 x'),
    base64('Content-Type: text/plain\nContent-Disposition: attachment; filename="notes.txt"', 'From a file.\n'),
    base64('Content-Type: image/png\nContent-Disposition: attachment; filename="same.png"', png), plain('And a second text.')) }),
  mail({ id: 'forwarded@x', ...parts('mixed', plain('See below.'), `Content-Type: message/rfc822\n\n${forwarded}`) }),
  mail({ id: 'forwarded-html@x', ...parts('mixed', html('<p>See below.</p>'), base64('Content-Type: message/rfc822', forwarded.replaceAll('\n', '\r\n'))) }),
  mail({ id: 'invitation@x', ...parts('mixed', nested(parts('alternative', plain('Come.'), 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR')),
    base64('Content-Type: application/ics; name="invite.ics"\nContent-Disposition: attachment; filename="invite.ics"', 'BEGIN:VCALENDAR\nEND:VCALENDAR')) }),
  mail({ id: 'many@x', ...parts('mixed', plain('Many.'), ...Array.from({ length: 203 }, (_, n) => base64(`Content-Disposition: attachment; filename="f${n % 2}"`, `${n % 2}`))) }),
  mail({ id: 'answer@x', from: '"Ö, the \\"great\\"" <oe@x.example>', to: 'A Group: a@x.example, =?utf-8?Q?B=C3=A9a?= <b@x.example>;', cc: 'c@bücher.example', subject: 'Re: A subject', references: '<plain@x>' }),
  mail({ id: 'empty@x', body: '' }),
  mail({ id: 'subject@x', subject: `=?utf-8?Q?=E2=80=94?= ${'a long subject '.repeat(30)}` }),
  mail({ id: 'future@x', date: 'Fri, 1 Jan 2100 10:00:00 +0000' }),
  'From: nobody here\nSubject: No id, no address, no date\n\nBut a text.\n',
  'Subject: only this\n\n',
  Buffer.from('From: Jos\xe9 <jose@x.example>\nTo: us@own.example\nSubject: Caf\xe9 cr\xe8me\nMessage-ID: <latin@x>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n'
    + 'Content-Type: text/plain; charset=iso-8859-1\n\nDeux caf\xe9s.\n', 'latin1'),
]

function mailbox(): Buffer {
  return Buffer.concat(messages.flatMap((each) => [Buffer.from('From ada@x.example Mon Mar  2 10:00:00 2026\n'),
    Buffer.isBuffer(each) ? each : Buffer.from(each.replace(/^(?=>*From )/gm, '>')), Buffer.from('\n')]))
}

/** All that there is of each mail, by its id at the source; without the ids of here. */
async function everything(us: Organization) {
  const rows = await app.database.query<{ id: string; source_id: string; files: string[] }>(`
    select id, source_id, (select array_agg(encode(sha256, 'hex') order by attachment.name, attachment.size) from attachment join file on file.org_id = attachment.org_id and file.id = file_id
      where attachment.org_id = interaction.org_id and interaction_id = interaction.id) as files
    from interaction where org_id = $1 order by source_id`, [us.organization_id])
  const threads = new Map<string, string>()
  const all = []
  for (const { id, source_id, files } of rows) {
    const { kind, direction, subject, snippet, occurred_at, has_attachments, participants, body, attachments, thread } = await us.get(`/interactions/${id}`)
    if (!threads.has(thread.id)) threads.set(thread.id, source_id)
    all.push({
      source_id, kind, direction, subject, snippet, occurred_at, has_attachments, files, thread: threads.get(thread.id),
      text: body?.text, quoted: body?.quoted, html: body?.html?.replaceAll(/attachments\/[\w-]+/g, 'attachments/…'),
      participants: participants.map(({ role, address, name }: Record<string, string>) => ({ role, address, name })),
      attachments: attachments.map(({ name, type, size, embedded, left_out }: Record<string, unknown>) => ({ name, type, size, embedded, left_out }))
        .toSorted((a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)),
    })
  }
  return all
}

test('a timeline as mbox is the same timeline elsewhere, and nothing new here', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  const options = { own_addresses: ['us@own.example'] }
  const { result } = await us.import(mailbox(), { filename: 'a.mbox', options })
  assert.deepEqual([result.created, result.rejected], [messages.length, 0])
  const text = await exported(us)
  const before = await everything(us)
  const again = await us.import(text, { filename: 'timeline.mbox', options })
  assert.deepEqual([again.result.created, again.result.unchanged, again.result.rejected], [0, messages.length, 0])
  const there = await others.import(text, { filename: 'timeline.mbox', options })
  assert.deepEqual([there.result.created, there.result.rejected], [messages.length, 0])
  assert.deepEqual(await everything(others), before)
  assert.equal(await exported(others).then(sorted), sorted(text.replaceAll('\r', '')))
})

const sorted = (text: string) => text.split(/^From .*\n/m).map((each) => each.replace(/=_(\w+)_[\w-]+/g, '=_$1')).toSorted().join('')

test('each line that would begin another message is escaped', async () => {
  const us = await organization(app)
  await us.import(mbox(mail({ body: '>From the start\n>>From then\nfrom now\n > From' })), { filename: 'a.mbox' })
  assert.match(await exported(us), /\n>From the start\n>>From then\nfrom now\n > From\n/)
})

test('it is of a contact, of some time, of what was sent; and only the own', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await others.import(mail({ subject: 'Theirs' }), { filename: 'a.eml' })
  await us.import(mbox(mail({ from: 'ada@x.example', subject: 'First' }), mail({ from: 'bob@x.example', subject: 'Second', date: 'Tue, 3 Mar 2026 10:00:00 +0000' }),
    mail({ from: 'us@own.example', to: 'ada@x.example', subject: 'Third', date: 'Wed, 4 Mar 2026 10:00:00 +0000' })),
  { filename: 'a.mbox', options: { own_addresses: ['us@own.example'] } })
  await us.post('/interactions', { kind: 'call', subject: 'Not a mail', participants: [{ address: 'ada@x.example' }] })
  const [ada] = (await us.get('/contacts?email=ada@x.example')).data
  const subjects = async (query: string) => [...(await exported(us, query)).matchAll(/^Subject: (.*)$/gm)].map(([, subject]) => subject)
  assert.deepEqual(await subjects(''), ['Third', 'Second', 'First'])
  assert.deepEqual(await subjects(`?contact_id=${ada.id}`), ['Third', 'First'])
  assert.deepEqual(await subjects('?occurred_from=2026-03-03T00:00:00Z&occurred_to=2026-03-04T00:00:00Z'), ['Second'])
  assert.deepEqual(await subjects('?direction=out'), ['Third'])
  assert.equal((await app.call({ url: '/api/v1/exports/timeline.mbox?sort=x', key: us.key })).status, 400)
})

test('of somebody who was erased the header is gone, and the mail still is one', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  await us.import(mail({ id: 'm@x', from: 'ada@x.example', to: 'bob@x.example', subject: 'To both', body: 'Text.' }), { filename: 'a.eml' })
  await app.database.query('update interaction_body set headers = null where org_id = $1', [us.organization_id])
  await others.import(await exported(us), { filename: 'a.mbox' })
  assert.deepEqual(await everything(others), await everything(us))
  assert.equal((await allItems(others, '/contacts')).length, 2)
})
