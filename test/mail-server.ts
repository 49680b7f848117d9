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
  let refuse = 0
  const given = new Set<ReceivedMail>()
  const server = new SMTPServer({
    authOptional: true,
    async onData(stream, { envelope }, done) {
      const mail = await PostalMime.parse(await buffer(stream))
      if (refuse > 0) {
        refuse--
        return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      }
      const token = /[?&]token=([\w.-]+)/.exec(mail.text ?? '')?.[1] ?? ''
      mails.push({ ...mail, recipient: envelope.rcptTo[0]!.address, token })
      done()
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onClose(scope, () => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Rapport <rapport@example.org>' },
    mails,
    get refuse() {
      return refuse
    },
    set refuse(count) {
      refuse = count
    },
    async mailTo(address, subject) {
      const mail = await until(async () => mails.find((each) => !given.has(each) && each.recipient === address && subject.test(each.subject ?? '')))
      given.add(mail)
      return mail
    },
  }
}
