import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { pino } from 'pino'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { ConfigError, readConfig } from '#platform/config'
import { createLog } from '#platform/log'
import { countOutbox, createMail, smtpOptions } from '#platform/mail'
import { MailError } from '#platform/mail-failure'
import { onClose, type Scope } from '#test/scope'
import { temporaryFolder } from '#test/server'

const message = { to: 'ada@example.net', subject: 'Grüße ✓', text: 'Hello.\n.\nBye.', html: '<p>Hello.</p>' }
const mail_from = 'Rapport <rapport@example.org>'

/** A mail server, and what it took: envelope and text. */
async function startServer(scope: Scope, options: SMTPServerOptions = {}) {
  const taken: { from: string; to: string[]; source: Buffer; user: unknown; secure: boolean }[] = []
  const server = new SMTPServer({
    authOptional: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'p@ss' ? done(null, { user: username }) : done(new Error(`No such user ${username}@example.org`)),
    async onData(stream, { envelope, user, secure }, done) {
      const from = (envelope.mailFrom as { address: string }).address
      const to = envelope.rcptTo.map(({ address }) => address)
      taken.push({ from, to, source: await buffer(stream), user, secure })
      done()
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onClose(scope, () => new Promise<void>((resolve) => server.close(resolve)))
  return { taken, at: `127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

function openMail(scope: Scope, smtp_url: string) {
  const mail = createMail({ smtp_url, mail_from, data_folder: '/nowhere' }, createLog('silent'))
  onClose(scope, () => mail.close())
  return mail
}

describe('Mail over SMTP', () => {
  it('reaches the mail server whole', async (t) => {
    const { taken, at } = await startServer(t)
    const mail = openMail(t, `smtp://${at}`)
    assert.deepEqual(await mail.send({ ...message, reply_to: 'olive@example.org' }), {})
    const [{ from, to, source }] = taken as [(typeof taken)[0]]
    assert.deepEqual([from, to], ['rapport@example.org', ['ada@example.net']])
    const read = await PostalMime.parse(source)
    assert.equal(read.subject, message.subject)
    assert.equal(read.text?.trim(), message.text)
    assert.deepEqual(read.from, { address: 'rapport@example.org', name: 'Rapport' })
    assert.equal(read.replyTo?.[0]?.address, 'olive@example.org')
    assert.ok(read.headers.some(({ key, value }) => key === 'auto-submitted' && value === 'auto-generated'))
  })

  it('signs in, and sends many over few connections', async (t) => {
    let connections = 0
    const { taken, at } = await startServer(t, { onConnect: (_session, done) => (connections++, done()) })
    const mail = openMail(t, `smtp://olive:p%40ss@${at}?requireTLS=true&tls.rejectUnauthorized=false`)
    await Promise.all(Array.from({ length: 20 }, () => mail.send(message)))
    assert.equal(taken.length, 20)
    assert.ok(taken.every(({ user, secure }) => user === 'olive' && secure))
    assert.ok(connections <= 3)
  })

  it('says what is wrong, without addresses, and whether trying again can help', async (t) => {
    const plain = await startServer(t, { disabledCommands: ['STARTTLS'] })
    const usual = await startServer(t)
    const refusing = await startServer(t, {
      onRcptTo({ address }, _session, done) {
        const responseCode = address.startsWith('busy') ? 451 : 550
        done(Object.assign(new Error(`<${address}> is unknown`), { responseCode }))
      },
    })
    const cases: [url: string, expected: RegExp, permanent: boolean, to?: string][] = [
      [`smtp://olive:wrong@${usual.at}?tls.rejectUnauthorized=false&requireTLS=true`, /refused user or password/, false],
      [`smtp://olive:p%40ss@${plain.at}?requireTLS=true`, /offers no encryption/, false],
      [`smtp://${usual.at}?requireTLS=true`, /certificate is not valid/, false],
      [`smtps://${usual.at}`, /cannot be reached: check host, port and protocol/, false],
      ['smtp://127.0.0.1:1', /cannot be reached/, false],
      ['smtp://nothing.invalid', /is not found/, false],
      [`smtp://${refusing.at}`, /refused the mail\. .*550/, true],
      [`smtp://${refusing.at}`, /cannot take the mail now|refused/, false, 'busy@example.net'],
    ]
    for (const [url, expected, permanent, to = message.to] of cases) {
      await assert.rejects(openMail(t, url).send({ ...message, to }), (error) => {
        assert.ok(error instanceof MailError, String(error))
        assert.match(error.message, expected)
        assert.doesNotMatch(error.message, /example/)
        assert.equal(error.permanent, permanent, error.message)
        return true
      })
    }
    assert.equal(plain.taken.length, 0)
  })

  it('does not wait for ever for a server that says nothing', async (t) => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    onClose(t, () => void silent.close())
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const mail = openMail(t, `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`)
    const refused = assert.rejects(mail.send(message), /did not answer in time/)
    // The greeting is waited for once the connection stands.
    await once(silent, 'connection')
    for (let second = 0; second < 12; second++) {
      t.mock.timers.tick(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await refused
  })

  it('refuses what could hide another header or recipient', async (t) => {
    const { taken, at } = await startServer(t)
    const mail = openMail(t, `smtp://${at}`)
    const long = `${'a'.repeat(300)}@b`
    const bad = ['', 'ada', 'a@b@c', 'a@b, c@d', 'Ada <a@b>', 'a@b\r\nBcc: c@d', 'a b@c', 'a@b\0', long]
    for (const to of bad) await assert.rejects(mail.send({ ...message, to }), { kind: 'invalid' })
    for (const reply_to of bad) await assert.rejects(mail.send({ ...message, reply_to }), { kind: 'invalid' })
    for (const subject of ['Hello\nBcc: c@d', 'Hello\r\n\r\nBody', 'x\0']) {
      await assert.rejects(mail.send({ ...message, subject }), { kind: 'invalid' })
    }
    assert.equal(taken.length, 0)
  })
})

it('Without SMTP_URL mail goes into the outbox, for its owner alone, and the log names no one', async (t) => {
  const data_folder = await temporaryFolder('mail')
  onClose(t, () => rm(data_folder, { recursive: true, force: true }))
  const logged: string[] = []
  const log = pino({}, { write: (line: string) => logged.push(line) })
  const mail = createMail({ smtp_url: undefined, mail_from: undefined, data_folder }, log)
  assert.equal(await countOutbox(data_folder), 0)
  const { file } = await mail.send(message)
  await mail.send(message)
  assert.equal(await countOutbox(data_folder), 2)
  const read = await PostalMime.parse(await readFile(file!))
  assert.deepEqual([read.subject, read.to?.[0]?.address], [message.subject, message.to])
  assert.equal((await stat(file!)).mode & 0o777, 0o600)
  assert.equal((await stat(join(data_folder, 'outbox'))).mode & 0o777, 0o700)
  assert.equal((await readdir(join(data_folder, 'outbox'))).length, 2)
  assert.ok(logged[0]!.includes(file!))
  assert.doesNotMatch(logged.join(''), /example\.net/)
})

it('SMTP_URL says how: a password leaves this machine over TLS alone', () => {
  const of = (url: string) => {
    const { port, secure, requireTLS, ignoreTLS } = smtpOptions(url)
    return { port, secure, requireTLS, ignoreTLS }
  }
  assert.deepEqual(of('smtp://u:p@mail.example.org'), { port: 587, secure: false, requireTLS: true, ignoreTLS: false })
  assert.deepEqual(of('smtp://mail.example.org:25'), { port: 25, secure: false, requireTLS: false, ignoreTLS: false })
  assert.deepEqual(of('smtps://u:p@mail.example.org'), { port: 465, secure: true, requireTLS: true, ignoreTLS: false })
  assert.deepEqual(of('smtp://u:p@localhost'), { port: 587, secure: false, requireTLS: false, ignoreTLS: true })
  assert.deepEqual(smtpOptions('smtp://a%40b:p%3A%2F@[::1]').auth, { user: 'a@b', pass: 'p:/' })
  for (const env of [
    { SMTP_URL: 'smtp://host' },
    { SMTP_URL: 'http://host', MAIL_FROM: 'a@b' },
    { SMTP_URL: 'smtp://host?debug=true', MAIL_FROM: 'a@b' },
    { SMTP_URL: 'smtp://host', MAIL_FROM: 'Rapport' },
    { SMTP_URL: 'smtp://host', MAIL_FROM: 'a@b\r\nBcc: c@d' },
  ]) assert.throws(() => readConfig(env), ConfigError)
})
