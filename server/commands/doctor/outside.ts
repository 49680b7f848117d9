// What Rapport may use beside the database: Redis, a bucket for files, a mail server.

import type { Config } from '#platform/config'
import { createLog } from '#platform/log'
import { countOutbox, createMail } from '#platform/mail'
import { tryRedis } from '#platform/redis'
import { createStorage } from '#platform/storage'
import { error, messageOf, note, ok, warning, type Finding } from './finding.ts'

export async function checkRedis({ redis_url }: Config): Promise<Finding[]> {
  if (!redis_url) return []
  const { hostname } = new URL(redis_url)
  const reason = await tryRedis(redis_url)
  if (reason === undefined) return [ok('Redis', `${hostname} answers`)]
  const text = `${hostname} does not answer as it should (${reason}). Everything works, but more slowly between processes.`
  return [warning('Redis', text, 'Is REDIS_URL right, and does it run?')]
}

export async function checkFiles({ storage_url, data_folder }: Config): Promise<Finding[]> {
  if (!storage_url) return []
  const { hostname } = new URL(storage_url)
  try {
    await createStorage({ storage_url, data_folder }).list('imports')
    return [ok('Files', `the bucket ${hostname} answers`)]
  } catch (failure) {
    const mend = 'Are STORAGE_URL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY right?'
    return [error('Files', `The bucket ${hostname} cannot be read: ${messageOf(failure)}`, mend)]
  }
}

/** What lies in the outbox; with an address, whether a mail to it leaves. */
export async function checkMail(config: Config, testAddress: string | undefined): Promise<Finding[]> {
  const waiting = await countOutbox(config.data_folder)
  const count = `${waiting} mail${waiting === 1 ? '' : 's'}`
  const outbox =
    waiting > 0 ? [note('Outbox', `${count} in ${config.data_folder}/outbox, sent to nobody.`, 'Set SMTP_URL and MAIL_FROM.')] : []
  if (testAddress === undefined) return outbox
  const mail = createMail(config, createLog('silent'))
  try {
    const { file } = await mail.send({ to: testAddress, subject: 'A test from Rapport', text: 'This mail server works.' })
    return file ? [note('Mail', `SMTP_URL is not set: the mail is ${file}`)] : [ok('Mail', 'the mail server took it'), ...outbox]
  } catch (failure) {
    return [error('Mail', messageOf(failure)), ...outbox]
  } finally {
    mail.close()
  }
}
