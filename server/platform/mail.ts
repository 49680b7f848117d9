// Mail of Rapport itself (invitations, notices): over SMTP where SMTP_URL is set, else into the data folder's outbox,
// where a person can read it. To be called by jobs: it may take a minute, and they try again.

import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { SendMailOptions, Transporter } from 'nodemailer'
import { invalid } from '#platform/errors'
import type { Log } from '#platform/log'
import { mailFailure } from '#platform/mail-failure'

export interface Message {
  /** One address: a mail goes to one person. */
  to: string
  subject: string
  text: string
  html?: string
  reply_to?: string
  /** Its Message-ID, without brackets; a new one unless given. */
  message_id?: string
  /** Where a POST ends such mails for whoever got it, without anything more (RFC 8058). */
  unsubscribe_url?: string
  /** Whose admins may read it in the outbox; without one, only whoever may read the data folder. */
  org_id?: string
}

export interface Mail {
  /**
   * Resolves when the mail server has taken it, or with the file in the outbox. Throws `invalid` for what is no address
   * or subject, else MailError.
   */
  send(message: Message): Promise<{ file?: string }>
  /** Whether mails are sent; otherwise they are in the outbox, where others than the recipient read them. */
  sends: boolean
  close(): void
}

interface MailSettings {
  smtp_url: string | undefined
  mail_from: string | undefined
  data_folder: string
}

export function createMail(settings: MailSettings, log: Log): Mail {
  const { smtp_url, mail_from = 'Rapport <rapport@localhost>', data_folder } = settings
  let opening: Promise<Transporter> | undefined
  const open = () => (opening ??= openTransport(smtp_url))
  return {
    async send({ to, subject, text, html, reply_to, message_id, unsubscribe_url, org_id }) {
      checkAddress(to)
      if (reply_to !== undefined) checkAddress(reply_to)
      checkHeader(subject)
      // It is nobody's absence notice that is wanted in answer (RFC 3834).
      const headers = {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe_url && { 'List-Unsubscribe': `<${unsubscribe_url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      }
      const message = { from: mail_from, to, subject, text, html, replyTo: reply_to, messageId: message_id && `<${message_id}>`, headers }
      const transport = await open()
      const way: Way = {}
      const sent = await transport.sendMail({ ...message, ...noFiles, way } as SendMailOptions).catch((error) => Promise.reject(mailFailure(error, way.stream?.readableDidRead ?? false)))
      if (smtp_url) return {}
      const file = await keep(outboxOf(data_folder, org_id), (sent as { message: Buffer }).message)
      log.info({ file }, 'A mail was not sent, because SMTP_URL is not set: it is in the outbox.')
      return { file }
    },
    sends: smtp_url !== undefined,
    close: () => void opening?.then((transport) => transport.close()),
  }
}

/** How many mails lie in the outbox. */
export async function countOutbox(dataFolder: string): Promise<number> {
  const names = await readdir(outboxOf(dataFolder), { recursive: true }).catch(() => [])
  return names.filter((name) => name.endsWith('.eml')).length
}

/** Removes mails from the outbox that have been in it for so many days. */
export async function sweepOutbox(dataFolder: string, days: number) {
  const old = Date.now() - days * 86_400_000
  const entries = await readdir(outboxOf(dataFolder), { recursive: true, withFileTypes: true }).catch(noFolder)
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name)
    if ((await stat(file)).mtimeMs < old) await rm(file, { force: true })
  }
}

/** Removes all that the outbox has of an organization. */
export async function emptyOutbox(dataFolder: string, orgId: string) {
  await rm(outboxOf(dataFolder, orgId), { recursive: true, force: true })
}

function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

export interface SmtpOptions {
  host: string
  port: number
  secure: boolean
  auth: { user: string; pass: string } | undefined
  requireTLS: boolean
  ignoreTLS: boolean
  tls: { rejectUnauthorized: boolean }
}

/** What SMTP_URL says: `smtp(s)://user:password@host:port?requireTLS=true&tls.rejectUnauthorized=false`. */
export function smtpOptions(url: string): SmtpOptions {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const secure = protocol === 'smtps:'
  const here = ['localhost', '::1'].includes(host) || host.startsWith('127.')
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined
  // A password leaves this machine encrypted only. On it, the certificate of a mail server is seldom a valid one.
  const asked = searchParams.get('requireTLS')
  const requireTLS = asked === null ? !here && auth !== undefined : asked === 'true'
  return {
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    auth,
    requireTLS,
    ignoreTLS: here && !requireTLS,
    tls: { rejectUnauthorized: searchParams.get('tls.rejectUnauthorized') !== 'false' },
  }
}

/** Nothing in a message may name a file or address to be read into it. */
const noFiles = { disableFileAccess: true, disableUrlAccess: true }

/** Loaded with the first mail: it takes 25 MB. */
async function openTransport(url: string | undefined): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const timeouts = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const transport = url
    ? createTransport({ pool: true, maxConnections: 3, ...timeouts, ...smtpOptions(url) })
    : createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const transporter = transport as unknown as Transporter
  transporter.use('stream', (mail, done) => {
    const { way } = mail.data as { way?: Way }
    mail.message.processFunc((stream) => {
      if (way) way.stream = stream
      return stream
    })
    done()
  })
  return transporter
}

/** One mail on its way: what it is read from once the server has asked for it. */
interface Way {
  stream?: Readable
}

/** Where the mails of everybody are, or those that the admins of an organization may read. */
export function outboxOf(dataFolder: string, orgId = ''): string {
  return join(dataFolder, 'outbox', orgId)
}

async function keep(folder: string, message: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}.eml`
  const file = join(folder, name)
  await writeFile(`${file}.part`, message, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return file
}

/** One bare address: neither a list nor a name, in which more could hide. */
function checkAddress(address: string) {
  const part = String.raw`[^\s\p{Cc}<>()[\]\\,;:"@]+`
  if (address.length > 254 || !new RegExp(`^${part}@${part}$`, 'u').test(address)) {
    throw invalid('A mail goes to one address of the form name@example.org.')
  }
}

/** A line break in a header would begin another header. */
function checkHeader(text: string) {
  if (/\p{Cc}/u.test(text)) throw invalid('The subject of a mail must not hold line breaks or other control characters.')
}
