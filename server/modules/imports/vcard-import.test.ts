import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp } from '#test/app'
import { allItems, csv, finished, organization, type Caller } from '#test/factories'
import { file } from '#test/scope'

const app = await testApp(file, { worker: true, env: { UPLOAD_LIMIT_MB: '40' } })

const vcf = { filename: 'people.vcf' }
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const only = async (caller: Caller) => (await caller.get('/contacts')).data[0]

test('a card of version 2.1: quoted-printable with its charset, soft line breaks, bare types, base64', async () => {
  const acme = await organization(app)
  const { result, error } = await acme.import(card(
    'VERSION:2.1',
    'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.;',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=',
    '=C3=BCller',
    'ORG;ENCODING=QUOTED-PRINTABLE:M=C3=BCller=3B GmbH;Einkauf',
    'TEL;WORK;VOICE:+49 30 1',
    'TEL;CELL:+49 151 2',
    'TEL;HOME;FAX:+49 30 3',
    'EMAIL;PREF;INTERNET:joerg@x.example',
    'EMAIL;INTERNET:old@x.example',
    'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Stra=C3=9Fe 1=0D=0AHinterhof;Berlin;;10115;Germany',
    'AGENT:',
    'BEGIN:VCARD',
    'FN:Somebody inside',
    'END:VCARD',
    'NOTE:folded',
    ' here',
  ), vcf)
  assert.equal(result?.created, 1, JSON.stringify(error))
  const { name, given_name, family_name, company, phones, emails, fields } = await only(acme)
  assert.deepEqual([name, given_name, family_name, company.name], ['Jörg Müller', 'Jörg', 'Müller', 'Müller'])
  assert.deepEqual(phones, [{ number: '+49 30 1', label: 'work' }, { number: '+49 151 2', label: 'mobile' }, { number: '+49 30 3', label: 'home fax' }])
  assert.deepEqual(emails.map(({ address }: { address: string }) => address), ['joerg@x.example', 'old@x.example'])
  assert.deepEqual(fields, { 'Address (home)': 'Straße 1\nHinterhof\n10115 Berlin\nGermany', Note: 'foldedhere', Department: 'GmbH, Einkauf' })
})

test('each property of version 2.1 may be in a charset of its own', async () => {
  const acme = await organization(app)
  const japanese = Buffer.concat([Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:'), Buffer.from([0x8e, 0x52, 0x93, 0x63]), Buffer.from('\r\nEND:VCARD\r\n')])
  const western = Buffer.from(card('VERSION:2.1', 'FN;CHARSET=ISO-8859-1:Jörg', 'TITLE:Maître'), 'latin1')
  await acme.import(Buffer.concat([japanese, western]), vcf)
  assert.deepEqual((await allItems(acme, '/contacts')).map(({ name, title }) => [name, title]), [['Jörg', 'Maître'], ['山田', null]])
})

test('cards of versions 3 and 4: groups and their labels, escapes, dates without a year, uris', async () => {
  const acme = await organization(app)
  await acme.import(card(
    'VERSION:3.0', 'FN:Ada Lovelace', 'N:Lovelace;Ada;;;', 'ORG:Engines\\, Ltd.;R&D', 'TITLE:Countess',
    'item1.EMAIL;type=INTERNET:ada@x.example', 'item1.X-ABLabel:Castle', 'item2.URL:http\\://ada.example', 'item2.X-ABLabel:_$!<HomePage>!$_',
    'CATEGORIES:poet,math\\,s', 'NOTE:one\\ntwo\\; three', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10', 'NICKNAME:Enchantress',
  ) + card(
    'VERSION:4.0', 'FN;PREF=2:Second', 'FN;PREF=1:Simon', 'KIND:individual', 'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-1;ext=5',
    'EMAIL;TYPE=work:mailto:simon@x.example', 'BDAY:--0203', 'ANNIVERSARY:20090808T1430-0500', 'IMPP:xmpp:simon@chat.example',
  ) + card('VERSION:3.0', 'FN:Zoe', 'BDAY:1604-05-17') + card('VERSION:3.0', 'FN:Zora', 'BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-02-29'), vcf)
  const [ada, simon, zoe, zora] = await allItems(acme, '/contacts')
  assert.deepEqual(ada.emails, [{ address: 'ada@x.example', label: 'Castle', primary: true, shared: false }])
  assert.deepEqual([ada.company.name, ada.tags], ['Engines, Ltd.', ['math,s', 'poet']])
  assert.deepEqual(ada.links, [{ url: 'http://ada.example', label: 'homepage' }])
  assert.deepEqual(ada.fields, { Note: 'one\ntwo; three', Nickname: 'Enchantress', Department: 'R&D' })
  assert.deepEqual([simon.name, simon.phones, simon.emails[0].label], ['Simon', [{ number: '+1-555-1 ext. 5', label: 'home' }], 'work'])
  assert.deepEqual(simon.fields, { Xmpp: 'simon@chat.example' })
  const days = async (id: string) => (await acme.get(`/contacts/${id}/dates`)).data.map(({ kind, year, month, day }: Record<string, unknown>) => [kind, year, month, day])
  assert.deepEqual(await days(ada.id), [['birthday', null, 12, 10]])
  // Apple's for no year.
  assert.deepEqual([await days(zoe.id), await days(zora.id)], [[['birthday', null, 5, 17]], [['birthday', null, 2, 29]]])
  assert.deepEqual((await days(simon.id)).toSorted(), [['anniversary', 2009, 8, 8], ['birthday', null, 2, 3]])
})

test('a card is known again by its UID, though name and address have changed; again the same changes nothing', async () => {
  const acme = await organization(app)
  const before = card('VERSION:3.0', 'UID:urn:uuid:a-b-c', 'FN:Ada Byron', 'EMAIL:ada@old.example')
  const after = card('VERSION:3.0', 'UID:a-b-c', 'FN:Ada Lovelace', 'EMAIL:ada@new.example')
  assert.equal((await acme.import(before, vcf)).result.created, 1)
  assert.equal((await acme.import(before, vcf)).result.unchanged, 1)
  assert.equal((await acme.import(after, vcf)).result.updated, 1)
  const ada = await only(acme)
  assert.deepEqual([ada.name, ada.emails.length], ['Ada Lovelace', 2])
  assert.deepEqual((await acme.import(after + after, vcf)).result, { total: 2, created: 0, updated: 0, unchanged: 1, rejected: 0, repeated: 1 })
})

test('cards that are broken are mended or rejected with the reason, and the others are stored', async () => {
  const acme = await organization(app)
  const text = [
    'BEGIN:VCARD', 'FN:No end',
    card('FN:Note with', 'NOTE:a line', 'that nobody escaped', 'and: another'),
    card('VERSION:3.0'),
    card('KIND:group', 'FN:A list', 'MEMBER:urn:uuid:x'),
    card('FN:Strange mail', 'EMAIL:/o=Exchange/cn=Recipients'),
    card('FN:Not a day', 'BDAY:spring'),
    card(`FN:${'x'.repeat(1_000)}`),
    card('FN:N\0l'),
    card('\tFN:begins with a fold'),
    'begin : vcard', 'fn:lower case', 'end : vcard',
    card('FN:no colon', 'NOTE'),
    'BEGIN:VCARD', 'FN:Cut off',
  ].join('\n')
  const { result, id, status } = await acme.import(text, vcf)
  assert.deepEqual([status, result.created, result.rejected], ['succeeded', 9, 3])
  const rejections = await allItems(acme, `/imports/${id}/rejections`)
  assert.deepEqual(rejections.map(({ reason }) => reason.slice(0, 30)), [
    'It has neither a name nor an e', 'It is a group of people, not a', 'It has no END:VCARD: the file ',
  ])
  const contacts = await allItems(acme, '/contacts')
  assert.deepEqual(contacts.find(({ name }) => name === 'Strange mail').fields, { 'E-mail': '/o=Exchange/cn=Recipients' })
  assert.deepEqual(contacts.find(({ name }) => name === 'Not a day').fields, { Birthday: 'spring' })
  assert.equal(contacts.find(({ name }) => name === 'Note with').fields.Note, 'a line\nthat nobody escaped')
  assert.match((await acme.import('FN:no card\n', vcf)).error.message, /no card in the file/)
})

test('a card that does not end is rejected, and takes no memory with it', async () => {
  const acme = await organization(app)
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(14 * 1024 * 1024)}`
  const folded = `NOTE:${'x'.repeat(70)}${`\r\n ${'x'.repeat(70)}`.repeat(190_000)}`
  const { result, id } = await acme.import(card('FN:Large', photo) + card('FN:Folded', folded) + card('FN:Ada'), vcf)
  assert.deepEqual([result.created, result.rejected], [1, 2])
  for (const { reason } of await allItems(acme, `/imports/${id}/rejections`)) assert.match(reason, /larger than 12 MB/)
})

test('a picture in a card becomes the photo of a contact that has none, and an undo takes it away', async () => {
  const acme = await organization(app)
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } }).jpeg().toBuffer()
  const folded = picture.toString('base64').replaceAll(/.{70}/g, '$&\r\n ')
  await acme.import(csv(['Name', 'Email'], ['Known', 'known@x.example']))
  const before = await only(acme)
  const { id, result } = await acme.import(
    card('VERSION:2.1', 'FN:Known', 'EMAIL:known@x.example', `PHOTO;JPEG;BASE64:\r\n ${folded}`, '') +
    card('VERSION:4.0', 'FN:New', `PHOTO:data:image/jpeg;base64,${folded}`) +
    card('VERSION:3.0', 'FN:None', 'PHOTO;VALUE=uri:http://127.0.0.1/secret.png') +
    card('VERSION:3.0', 'FN:Other', `PHOTO;ENCODING=b:${Buffer.from('no picture').toString('base64')}`), vcf)
  assert.deepEqual([result.created, result.updated, result.rejected], [3, 1, 0])
  const photos = (await allItems(acme, '/contacts')).map(({ name, photo_url }) => [name, photo_url !== null])
  assert.deepEqual(photos, [['Known', true], ['New', true], ['None', false], ['Other', false]])
  const { id: undo } = await acme.remove(`/imports/${id}`, 202)
  assert.deepEqual((await finished(acme, undo)).result, { total: 4, removed: 3, restored: 1, kept: 0 })
  assert.deepEqual(await allItems(acme, '/contacts'), [before])
})

test('web sites and profiles become links, each once; what leads nowhere stays a field; undo takes them back', async () => {
  const acme = await organization(app)
  const lines = [
    'VERSION:4.0', 'UID:links', 'FN:Lin Ks', 'URL;TYPE=work:https://lin.example/a', 'URL:lin.example/a', 'URL:https://lin.example/a', 'URL:call me',
    'X-SOCIALPROFILE;type=linkedin:https://linkedin.example/in/lin', 'X-SOCIALPROFILE;TYPE=twitter;x-user=lin:x-apple:lin', 'SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://social.example/@lin',
    'URL:javascript:alert(1)',
  ]
  await acme.import(card(...lines), vcf)
  const { id, links, fields } = await only(acme)
  assert.deepEqual(links, [
    { url: 'https://lin.example/a', label: 'work' },
    { url: 'https://linkedin.example/in/lin', label: 'Linkedin' },
    { url: 'https://social.example/@lin', label: 'Mastodon' },
  ])
  assert.deepEqual(fields, { Website: 'call me', 'Website (2)': 'javascript:alert(1)', Twitter: 'lin' })
  const again = await acme.import(card('VERSION:4.0', 'UID:links', 'FN:Lin Ks', 'URL:https://lin.example/a', 'URL:https://new.example'), vcf)
  assert.equal(again.result.updated, 1)
  assert.deepEqual((await only(acme)).links.map(({ url }: { url: string }) => url), [...links.map(({ url }: { url: string }) => url), 'https://new.example'])
  await finished(acme, (await acme.remove(`/imports/${again.id}`, 202)).id)
  assert.deepEqual((await acme.get(`/contacts/${id}`)).links, links)
})
