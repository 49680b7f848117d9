// A real mail server, and what it took.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { until } from './factories.ts'
import { onClose, type Scope } from './scope.ts'

export interface MailServer {
  /** Settings with which an app sends through it. */
  env: { SMTP_URL: string; MAIL_FROM: string }
  /** Everything that came, oldest first. */
  mails: ReceivedMail[]
  /** How many of the next ones it does not take. */
  refuse: number
  /** Called when it has a mail, with the port from which it came, and before it says so. What is false leaves the sender without an answer. */
  taken: (port: number) => boolean | Promise<boolean>
  /** The next mail to this address whose subject matches, and that was not given before. */
  mailTo(address: string, subject: RegExp): Promise<ReceivedMail>
}

export interface ReceivedMail extends Email {
  recipient: string
  /** The token of the link in it. */
  token: string
}

export async function startMailServer(scope: Scope): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const taking: Pick<MailServer, 'taken' | 'refuse'> = { refuse: 0, taken: () => true }
  const given = new Set<ReceivedMail>()
  const server = new SMTPServer({
    authOptional: true,
    async onData(stream, { envelope, id, remotePort }, done) {
      const mail = await PostalMime.parse(await buffer(stream))
      if (taking.refuse > 0) {
        taking.refuse--
        return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      }
      const token = /[?&]token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? ''
      mails.push({ ...mail, recipient: envelope.rcptTo[0]!.address, token })
      if (await taking.taken(remotePort)) done()
      else for (const connection of server.connections) if (connection.id === id) connection.close()
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onClose(scope, () => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(taking, {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Rapport <rapport@example.org>' },
    mails,
    async mailTo(address: string, subject: RegExp) {
      const mail = await until(async () => mails.find((each) => !given.has(each) && each.recipient === address && subject.test(each.subject ?? '')))
      given.add(mail)
      return mail
    },
  })
}
