// The command as a user runs it, on a real server.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createInstallation, type Installation } from '#test/installation'

describe('rapport import', () => {
  let rapport: Installation
  let url: string
  let key: string
  before(async () => {
    rapport = await createInstallation()
    url = await rapport.start()
  })
  after(() => rapport.remove())

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    return (await response.json()) as T
  }

  test('before there is an organization it says how to make one', async () => {
    const people = await rapport.write('early.csv', 'Name,Email\nAda,ada@example.com\n')
    const { code, stderr } = await rapport.run(['import', people])
    assert.equal(code, 1)
    assert.match(stderr, /^There is no organization yet: make one with `rapport setup`.*\n$/)
  })

  test('without a key the only organization’s owner imports, with a key that is revoked at the end', async () => {
    key = await createOrganization(rapport, 'setup', 'Acme')
    const people = await rapport.write('people.csv', 'Name,Email\nAda,ada@example.com\nBob,not-an-address\n')
    const entries = [1, 2, 3].map((id) => `From x Sat Nov 21 10:00:00 2026\n${mail(`m${id}`)}\n`)
    const mailbox = await rapport.write('inbox.mbox', entries.join(''))
    const messages = await Promise.all([4, 5].map((id) => rapport.write(`m${id}.eml`, mail(`m${id}`))))
    const broken = await rapport.write('broken.eml', 'this is no message\n')

    const files = [people, mailbox, ...messages, broken]
    const { code, stdout } = await rapport.run(['import', ...files, '--create-contacts', 'off'])
    assert.match(stdout, /Importing into “Acme”/)
    assert.match(stdout, /people\.csv +2 rows in .*: 1 created, 1 rejected\n/)
    assert.match(stdout, /\n +line 3: “not-an-address” is not an e-mail address/)
    assert.match(stdout, /inbox\.mbox +3 messages in .*: 3 created\n/)
    assert.match(stdout, /3 \.eml files +3 messages in .*: 2 created, 1 rejected\n.*broken\.eml: not an e-mail message/)
    assert.match(stdout, /People +1 created, 1 rejected\n +Mail +5 created, 1 rejected\n$/)
    assert.equal(code, 0)

    const { data: operations } = await get<{ data: unknown[] }>('/operations')
    assert.equal(operations.length, 3)
    const { data: keys } = await get<{ data: ApiKey[] }>('/api-keys')
    const borrowed = keys.filter(({ name }) => name === 'rapport import')
    assert.equal(borrowed.length, 1)
    assert.ok(borrowed[0]!.revoked_at)
    assert.ok(Date.parse(borrowed[0]!.expires_at!) < Date.now() + 3_600_000)
  })

  test('the same files again change nothing, and a message is the same alone and among others', async () => {
    const nameless = 'From: ada@example.com\nTo: me@example.org\n\nFrom here on\n>From there, no Message-ID'
    const lone = await rapport.write('nameless.eml', nameless)
    const people = join(rapport.folder, 'people.csv')
    const first = await rapport.run(['import', lone], { RAPPORT_API_KEY: key })
    assert.match(first.stdout, /nameless\.eml +1 message in .*: 1 created/)
    const form = new FormData()
    form.set('file', new Blob([nameless]), 'nameless.eml')
    const headers = { authorization: `Bearer ${key}` }
    const uploaded = await fetch(`${url}/api/v1/imports`, { method: 'POST', headers, body: form })
    assert.equal(uploaded.status, 202)
    const again = [people, join(rapport.folder, 'm4.eml'), lone]
    const { stdout } = await rapport.run(['import', ...again], { RAPPORT_API_KEY: key })
    assert.match(stdout, /people\.csv +2 rows in .*: 1 skipped, 1 rejected/)
    assert.match(stdout, /2 \.eml files +2 messages in .*: 2 skipped/)

    const { data: operations } = await get<{ data: { id: string; result: { created: number } }[] }>('/operations')
    assert.deepEqual(operations.slice(0, 3).map(({ result }) => result.created), [0, 0, 0])
  })

  test('every format is taken, with a mapping, tags and a dry run, and an import is undone by its id', async () => {
    const env = { RAPPORT_API_KEY: key }
    const people = await rapport.write('list.txt', 'Kuka~Minne~Nr\nAino~aino@example.com~7\n')
    const options = ['--delimiter', '~', '--map', 'Kuka=name', '--map', 'Nr=field:Customer number', '--tag', 'fair', '--mode', 'create']
    const dry = await rapport.run(['import', people, ...options, '--dry-run'], env)
    assert.match(dry.stdout, /list\.txt +1 row in .*: 1 created \(a dry run: nothing was stored\)\n$/)
    const cards = await rapport.write('ada.vcf', 'BEGIN:VCARD\nFN:Card\nEMAIL:card@example.com\nEND:VCARD\n')
    const events = await rapport.write('calendar.ics', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260302T100000Z\nATTENDEE:mailto:card@example.com\nEND:VEVENT\nEND:VCALENDAR\n')
    const { stdout, code } = await rapport.run(['import', cards, events], env)
    assert.equal(code, 0)
    assert.match(stdout, /ada\.vcf +1 row in .*: 1 created\n/)
    assert.match(stdout, /calendar\.ics +1 event in .*: 1 created\n/)
    assert.match(stdout, /People +1 created\n +Meetings +1 created\n$/)
    const made = await rapport.run(['import', people, ...options], env)
    const { data: [aino] } = await get<{ data: { name: string; tags: string[]; fields: object }[] }>('/contacts?email=aino@example.com')
    assert.deepEqual([aino!.name, aino!.tags, aino!.fields], ['Aino', ['fair'], { 'Customer number': '7' }])
    const [, id] = /To undo it: rapport import undo (\S+)\n/.exec(made.stdout)!
    const undone = await rapport.run(['import', 'undo', id!], env)
    assert.deepEqual([undone.code, undone.stdout], [0, 'Undone: 1 removed, 0 set back.\n'])
    assert.deepEqual((await get<{ data: unknown[] }>('/contacts?email=aino@example.com')).data, [])
    const again = await rapport.run(['import', 'undo', id!], env)
    assert.deepEqual([again.code, /undone already/.test(again.stderr)], [1, true])
    for (const wrong of [['--map', 'Kuka'], ['--mode', 'destroy'], ['--colour', 'red']]) {
      assert.equal((await rapport.run(['import', people, ...wrong], env)).code, 1)
    }
  })

  test('every format is written, and everything about one person as a ZIP: whole or not at all', async () => {
    const env = { RAPPORT_API_KEY: key }
    const path = (name: string) => join(rapport.folder, name)
    const beginnings = {
      'contacts.csv': /^(\ufeff)?"?Rapport ID/, 'contacts.vcf': /^BEGIN:VCARD\r\nVERSION:4\.0/, 'timeline.jsonl': /^\{"id":/, 'mails.mbox': /^From \S+@/, 'meetings.ics': /^BEGIN:VCALENDAR/,
    }
    const { code, stdout, stderr } = await rapport.run(['export', ...Object.keys(beginnings).map(path)], env)
    assert.equal(code, 0, stderr)
    for (const [name, beginning] of Object.entries(beginnings)) {
      assert.match(await readFile(path(name), 'utf8'), beginning, name)
      assert.match(stdout, new RegExp(`${name} +[\\d.]+ MB`))
    }
    const archive = await rapport.run(['export', '--contact', 'card@example.com', path('card.zip')], env)
    assert.deepEqual([archive.code, archive.stderr], [0, ''])
    const bytes = await readFile(path('card.zip'), 'latin1')
    for (const name of ['contact.json', 'timeline.jsonl', 'README.txt']) assert.ok(bytes.includes(name), name)
    const nobody = await rapport.run(['export', '--contact', 'nobody@example.com', path('nobody.zip')], env)
    assert.deepEqual([nobody.code, nobody.stderr], [1, 'No contact has the address nobody@example.com.\n'])
    assert.deepEqual((await readdir(rapport.folder)).filter((name) => /nobody|\.part$/.test(name)), [])
  })

  test('missing, empty and unknown files are told one line each, and the others go on', async () => {
    const empty = await rapport.write('empty.csv', '')
    const zip = await rapport.write('people.xlsx', 'PK\x03\x04 and so on')
    const folder = join(rapport.folder, 'folder')
    await mkdir(folder)
    const good = await rapport.write('folder/good.csv', 'Name\nÅsa\n')
    await rapport.write('folder/notes.pdf', 'nothing for us')
    const { code, stdout, stderr } = await rapport.run(['import', 'nowhere.csv', empty, zip, folder, good])
    assert.equal(code, 1)
    assert.deepEqual(stderr.trim().split('\n').map((line) => line.trim()), [
      'nowhere.csv does not exist.',
      `${empty} is empty: there is nothing in it to import. Save or download it anew.`,
      'people.xlsx: The file is damaged or cut off (End of central directory record signature not found. Either not a zip file, or file is truncated.).',
    ])
    assert.equal(stdout.match(/good\.csv +1 row in/g)?.length, 1)
  })

  test('an interrupted import gives its key back and says that the server goes on', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `Person ${index},p${index}@example.com\n`)
    const many = await rapport.write('many.csv', `Name,Email\n${rows.join('')}`)
    const child = rapport.spawn(['import', many])
    let stderr = ''
    child.stderr!.on('data', (chunk) => (stderr += chunk))
    let operation: Operation | undefined
    while (!operation?.done) {
      const { data } = await get<{ data: Operation[] }>('/operations?limit=1')
      operation = data.find(({ finished_at }) => finished_at === null)
    }
    child.kill('SIGINT')
    await once(child, 'close')
    assert.equal(child.exitCode, 130)
    assert.match(stderr, new RegExp(`many\\.csv goes on in the server.*\\n.*/api/v1/operations/${operation.id}`))
    const { data: keys } = await get<{ data: ApiKey[] }>('/api-keys')
    assert.deepEqual(keys.filter((entry) => entry.name === 'rapport import' && !entry.revoked_at), [])
  })

  test('a revoked or mistyped key is refused with one line', async () => {
    const people = join(rapport.folder, 'people.csv')
    const { code, stderr } = await rapport.run(['import', people], { RAPPORT_API_KEY: 'rk_wrong' })
    assert.equal(code, 1)
    assert.match(stderr, /^RAPPORT_API_KEY is unknown to this server, expired or revoked.*\n$/)
  })

  test('with two organizations it asks for a key', async () => {
    await createOrganization(rapport, 'organization create', 'Beta')
    const { code, stderr } = await rapport.run(['import', join(rapport.folder, 'people.csv')])
    assert.equal(code, 1)
    assert.match(stderr, /^There are 2 organizations: set RAPPORT_API_KEY.*\n$/)
  })

  test('without a server it says where it looked', async () => {
    await rapport.stop()
    const { code, stderr } = await rapport.run(['import', join(rapport.folder, 'people.csv')], { RAPPORT_URL: url })
    assert.equal(code, 1)
    assert.match(stderr, /^No Rapport answers at http:.* \(connection refused\): start it with `npm start`.*\n$/)
  })
})

interface Operation {
  id: string
  done: number
  finished_at: string | null
}

interface ApiKey {
  name: string
  revoked_at: string | null
  expires_at: string | null
}

async function createOrganization(rapport: Installation, command: string, organization: string): Promise<string> {
  const owner = ['--name', 'Owner', '--email', `${organization.toLowerCase()}@example.org`]
  const { stdout, stderr } = await rapport.run([...command.split(' '), ...owner, '--organization', organization])
  return /rk_[\w-]{43}/.exec(stdout)?.[0] ?? assert.fail(stderr)
}

function mail(id: string): string {
  const headers = ['From: Ada <ada@example.com>', 'To: me@example.org', `Message-ID: <${id}@example.com>`, `Subject: ${id}`]
  return `${headers.join('\n')}\nDate: Sat, 21 Nov 2026 10:00:00 +0000\n\nHello ${id}\n`
}
