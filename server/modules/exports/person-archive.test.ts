import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import sharp from 'sharp'
import { fromBuffer, type Entry } from 'yauzl'
import { testApp } from '#test/app'
import { callerWithRole, mail, organization, until, type Organization } from '#test/factories'
import { formOf } from '#test/forms'
import { file } from '#test/scope'
import { zipFiles } from './person-archive.ts'

const app = await testApp(file, { worker: true })

/** The files of an archive, by their paths. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))))
  zip.readEntry()
  zip.on('entry', (entry: Entry) => zip.openReadStream(entry, async (error, stream) => {
    assert.ifError(error)
    files.set(entry.fileName, await text(stream))
    zip.readEntry()
  }))
  await once(zip, 'end')
  return files
}

async function taken(us: Organization, id: string): Promise<Map<string, string>> {
  const { statusCode, rawPayload, headers } = await app.http.inject({ url: `/api/v1/contacts/${id}/export`, headers: us.headers })
  assert.deepEqual([statusCode, headers['content-type'], headers['content-disposition']], [200, 'application/zip', `attachment; filename="contact-${id}.zip"`])
  return unzip(rawPayload)
}

const report = (name: string) => `--b\nContent-Type: text/plain\n\nHello.\n--b\nContent-Type: application/pdf; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\nthe report\n--b--`

test('the archive of a person has all that is kept of them, in plain words, and that it was taken is in the audit log', async () => {
  const us = await organization(app)
  const ada = await us.post('/contacts', { name: 'Ada Lovelace', emails: [{ address: 'ada@x.org' }], fields: { motto: 'on' }, tags: ['poet'] })
  const old = await us.post('/contacts', { name: 'A. King', emails: [{ address: 'king@x.org' }] })
  const bob = await us.post('/contacts', { name: 'Bob', emails: [{ address: 'bob@x.org' }] })
  await us.post('/contacts/merges', { into: ada.id, contact_ids: [old.id] })
  await us.post(`/contacts/${ada.id}/dates`, { kind: 'birthday', month: 12, day: 10, year: 1815 })
  await us.post(`/contacts/${ada.id}/relationships`, { contact_id: bob.id, kind: 'friend' })
  await us.post('/notes', { text: '# Poetical\n\nscience', contact_ids: [ada.id] })
  await us.post('/notes', { text: 'Of Bob alone', contact_ids: [bob.id] })
  const value = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).png().toBuffer()
  await app.call({ method: 'POST', url: `/api/v1/contacts/${ada.id}/photo`, key: us.key, ...formOf([{ name: 'file', filename: 'x', value }]) })
  await us.import(mail({ from: 'ada@x.org', subject: 'Report', headers: { 'Content-Type': 'multipart/mixed; boundary=b' }, body: report('../../etc/pass:wd.pdf') }), { filename: 'a.eml' })
  await us.import(mail({ from: 'bob@x.org', subject: 'Of Bob alone' }), { filename: 'b.eml' })

  const files = await taken(us, ada.id)
  const places = [...files.keys()].map((path) => path.replace(/\d{4}-\d\d-\d\d \w{6}/, 'DAY'))
  assert.deepEqual(places.map((path) => path.replace(/(DAY ).*\.pdf$/, '$1….pdf')), [
    'contact.json', 'photo.webp', 'contact.vcf', 'timeline.jsonl', 'notes/DAY.md', 'attachments/DAY ….pdf', 'tasks.jsonl', 'README.txt'])
  const contact = JSON.parse(files.get('contact.json')!)
  assert.deepEqual([contact.name, contact.fields, contact.dates[0].kind, contact.relationships[0].contact.name, contact.merged[0].name], ['Ada Lovelace', { motto: 'on' }, 'birthday', 'Bob', 'A. King'])
  assert.match(files.get('contact.vcf')!, /FN:Ada Lovelace[^]*BDAY/)
  assert.deepEqual(files.get('timeline.jsonl')!.trim().split('\n').map((line) => JSON.parse(line).subject ?? 'note').toSorted(), ['Report', 'note'])
  assert.equal([...files].find(([path]) => path.startsWith('notes/'))![1], '# Poetical\n\nscience')
  assert.match([...files].find(([path]) => path.startsWith('attachments/'))![1], /^the report/)
  assert.match(files.get('README.txt')!, /Ada Lovelace[^]*notes\/ \(1\): [^]*attachments\/ \(1\)/)
  assert.doesNotMatch([...files.values()].join(''), /Of Bob alone/)

  const [entry] = (await us.get(`/audit?subject=contact:${ada.id}&type=contact.exported`)).data
  assert.equal(entry.actor.id, us.actor.id)
})

test('a file that the storage has lost is told of, and the others are there', async () => {
  const us = await organization(app)
  const ada = await us.post('/contacts', { name: 'Ada', emails: [{ address: 'ada@x.org' }] })
  await us.import(mail({ from: 'ada@x.org', headers: { 'Content-Type': 'multipart/mixed; boundary=b' }, body: report('lost.pdf') }), { filename: 'a.eml' })
  await rm(join(app.data_folder, 'files', 'attachments', us.organization_id), { recursive: true })
  const files = await taken(us, ada.id)
  assert.match([...files.keys()].join(), /attachments\/\S+ \S+ lost\.pdf\.missing\.txt,tasks\.jsonl,README\.txt/)
})

test('whom there is not, and who is another organization’s, has no archive, and guests have none', async () => {
  const [us, others] = [await organization(app), await organization(app)]
  const { id } = await us.post('/contacts', { name: 'Ada' })
  await others.get(`/contacts/${id}/export`, 404)
  const guest = await callerWithRole(app, us, 'guest')
  await guest.get(`/contacts/${id}/export`, 403)
})

test('whoever stops reading stops the rest, and what cannot be read breaks the archive off', async () => {
  let ended = false
  async function* endless() {
    try {
      for (let n = 0; ; n++) yield { path: `${n}.txt`, about: '', content: 'x'.repeat(100_000) }
    } finally {
      ended = true
    }
  }
  const output = zipFiles(endless())
  await once(output, 'data')
  output.destroy()
  await until(async () => ended)

  async function* broken() {
    yield { path: 'a.txt', about: '', content: 'a' }
    throw new Error('The disk is gone.')
  }
  await assert.rejects(text(zipFiles(broken())), /The disk is gone/)
})

test('an archive of thousands of files keeps none of those that are in it already', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held: number[] = []
  const many = async function* () {
    for (let n = 0; n <= 2_000; n++) {
      if (n % 1_000 === 0) {
        // Buffers go after what held them: in the next round.
        collect()
        await setImmediate()
        collect()
        held.push(process.memoryUsage().arrayBuffers / 2 ** 20)
      }
      yield { path: `attachments/${n}.txt`, about: '', content: Readable.from([Buffer.alloc(20_000, String(n))]) }
    }
  }
  await finished(zipFiles(many()).resume())
  assert.ok(held[2]! - held[0]! < 20, `${held.map((mb) => mb.toFixed(0)).join(', ')} MB of 0, 20 and 40 MB of files`)
})
