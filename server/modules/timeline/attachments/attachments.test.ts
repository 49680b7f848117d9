import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { timelineJobs } from '#modules/timeline'
import { createStorage } from '#platform/storage'
import { testApp } from '#test/app'
import { mail, mbox, organization, unique, type Organization } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true })

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

function multipart(kind: string, ...parts: string[]) {
  const boundary = unique('b')
  return { type: `multipart/${kind}; boundary="${boundary}"`, body: `${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--` }
}

function attached(headers: string, bytes: Buffer | string) {
  return `${headers}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(bytes).toString('base64')}`
}

async function importMails(org: Organization, ...mails: string[]) {
  const { result } = await org.import(mbox(...mails), { filename: 'a.mbox' })
  return result
}

const inMixed = (id: string, ...parts: string[]) => {
  const { type, body } = multipart('mixed', 'Content-Type: text/plain; charset=utf-8\n\nSee the file.', ...parts)
  return mail({ id, headers: { 'Content-Type': type }, body })
}

async function only(org: Organization, id?: string) {
  const { data } = await org.get('/interactions')
  return org.get(`/interactions/${id ?? data[0].id}`)
}

const get = (org: Organization, url: string) => app.call({ url, key: org.key })

test('what a mail carries can be saved under its name, and only a harmless picture be shown', async () => {
  const org = await organization(app)
  await importMails(org, inMixed('one@x',
    attached(`Content-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"`, '%PDF-1.7 x'),
    attached(`Content-Type: image/png\nContent-Disposition: attachment; filename*=utf-8''%C3%BCber%20uns.png`, png),
    attached('Content-Type: image/png\nContent-Disposition: attachment; filename="../../evil\\".png"', '<script>alert(1)</script>'),
    attached('Content-Type: text/html\nContent-Disposition: attachment; filename="=?utf-8?Q?p=C3=A4ge?=.html"', '<script>alert(1)</script>')))
  const { body, attachments, has_attachments } = await only(org)
  assert.deepEqual([body.text, has_attachments], ['See the file.', true])
  assert.deepEqual(
    attachments.map(({ name, type, size, embedded, left_out }: Record<string, unknown>) => [name, type, size, embedded, left_out]),
    [['plan.pdf', 'application/pdf', 10, false, null], ['über uns.png', 'image/png', png.length, false, null],
      ['evil".png', 'application/octet-stream', 25, false, null], ['päge.html', 'text/html', 25, false, null]],
  )
  for (const { url, name } of attachments) {
    const { status, headers, text } = await get(org, url)
    assert.equal(status, 200)
    assert.match(headers['content-disposition']!, /^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w.%~-]+$/)
    assert.ok(headers['content-disposition']!.includes(encodeURIComponent(name)))
    assert.deepEqual([headers['x-content-type-options'], headers['content-security-policy']!.startsWith('sandbox;')], ['nosniff', true])
    if (name === 'plan.pdf') assert.equal(text, '%PDF-1.7 x')
  }
  const shown = await Promise.all(attachments.map(({ url }: { url: string }) => get(org, `${url}?inline=true`)))
  assert.deepEqual(shown.map(({ headers }) => `${headers['content-type']} ${headers['content-disposition']!.split(';')[0]}`), [
    'application/octet-stream attachment', 'image/png inline', 'application/octet-stream attachment', 'application/octet-stream attachment'])

  await org.remove(`/interactions/${(await only(org)).id}`)
  assert.equal((await get(org, attachments[0].url)).status, 404)
})

test('a picture in the text comes along with it, and is not one beside it', async () => {
  const org = await organization(app)
  const { type, body } = multipart('related',
    'Content-Type: text/html; charset=utf-8\n\n<p>Hi</p><img src="cid:logo@x"><img src="https://t.example/a.gif">',
    attached('Content-Type: image/png; name="logo.png"\nContent-ID: <logo@x>', png))
  await importMails(org, mail({ headers: { 'Content-Type': type }, body }))
  const whole = await only(org)
  const [logo] = whole.attachments
  assert.deepEqual([whole.has_attachments, logo.embedded, whole.body.text, whole.body.remote_images], [false, true, 'Hi', 1])
  assert.ok(whole.body.html.includes(`src="${logo.url}?inline=true"`))
  assert.doesNotMatch(whole.body.html, /t\.example/)
  assert.match((await org.get(`/interactions/${whole.id}?remote_images=load`)).body.html, /src="https:\/\/t\.example\/a\.gif"/)
})

test('the same file is kept once, is stored once when the mail comes again, and goes with the last mail that has it', async () => {
  const org = await organization(app)
  const part = attached('Content-Type: application/pdf; name="a.pdf"', '%PDF-1.7 the same')
  const mails = [inMixed('1@x', part), inMixed('2@x', part, part)]
  assert.equal((await importMails(org, ...mails)).created, 2)
  assert.equal((await importMails(org, ...mails)).unchanged, 2)
  const stored = () => readdir(join(app.data_folder, 'files', 'attachments', org.organization_id)).catch(() => [])
  const [only, ...others] = await stored()
  assert.deepEqual([others.length, (await app.database.query('select id from file where org_id = $1', [org.organization_id])).length], [0, 1])

  const remove = timelineJobs(app.database, createStorage({ data_folder: app.data_folder }))['timeline.remove_files']!
  const run = () => remove({ org_id: org.organization_id, files: [only!] } as never, { signal: AbortSignal.timeout(60_000), attempt: 1 })
  const forget = () => app.database.query("update file set wanted_at = now() - interval '2 hours' where org_id = $1", [org.organization_id])
  const ids = (await org.get('/interactions')).data.map(({ id }: { id: string }) => id)
  await app.database.query('delete from interaction where id = $1', [ids[0]])
  await forget()
  await run()
  assert.deepEqual(await stored(), [only], 'another mail has it')
  await app.database.query('delete from interaction where id = $1', [ids[1]])
  await app.database.query('update file set wanted_at = now() where org_id = $1', [org.organization_id])
  await run()
  assert.deepEqual(await stored(), [only], 'somebody is about to attach it')
  await forget()
  await run()
  assert.deepEqual(await stored(), [])
})

test('text is what a mail program shows: of parts in a row each, of alternatives one, of HTML alone what it says, forwarded mail', async () => {
  const org = await organization(app)
  const alternative = multipart('alternative', 'Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<p>rich</p>')
  const inner = `Content-Type: ${alternative.type}\n\n${alternative.body}`
  const { type, body } = multipart('mixed', inner, 'Content-Type: text/html\n\n<p>only <b>HTML</b></p>', 'Content-Type: text/plain\n\nfooter',
    `Content-Type: message/rfc822\n\n${mail({ id: 'inner@x', subject: '=?utf-8?Q?=C3=9Cber?=', body: 'the news' })}`)
  await importMails(org, mail({ headers: { 'Content-Type': type }, body }))
  const whole = await only(org)
  assert.match(whole.body.text, /^plain\s+only HTML\s+footer\s+-+ Forwarded message -+\nFrom: Ada <ada@example\.net>\nDate: .*\nSubject: Über\nTo: us@example\.org\n\nthe news$/)
  assert.match(whole.body.html, /<p>rich<\/p>[^]*only <b>HTML<\/b>[^]*footer[^]*the news/)
  assert.deepEqual(whole.attachments.map(({ type }: { type: string }) => type), ['message/rfc822'])

  const flowed = 'Content-Type: text/plain; format=flowed'
  const reply = await organization(app)
  await importMails(reply, mail({ headers: { 'Content-Type': flowed.slice(14) }, body: 'One long \nline.\n\n  stuffed\n\nOn Mon, 2 Mar 2026, Ann <a@b.de> wrote:\n> quoted \n> text' }))
  const said = await only(reply)
  assert.deepEqual([said.body.text, said.body.quoted], [
    'One long line.\n\n stuffed\n\nOn Mon, 2 Mar 2026, Ann <a@b.de> wrote:\n> quoted text', 'On Mon, 2 Mar 2026, Ann <a@b.de> wrote:\n> quoted text'])
})
