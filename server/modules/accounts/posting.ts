// Mails to people, sent by jobs: the tokens in their links are made there, so that none waits in the queue.

import { kyselyOn, type Tx } from '#platform/db/kysely'
import type { Language, Reader } from '#platform/languages'
import { enqueue, priorities, type JobHandlers, type JobPayload } from '#platform/jobs'
import { runOn } from '#platform/tenancy'
import type { Accounts } from './accounts.ts'
import { mailInvitation, type InvitationMail } from './invitation-mail.ts'
import { emailLetter, newSignInLetter, noticeLetter, passwordLetter, type Notice } from './letters/letters.ts'
import { eraseOrganization, type Remains } from './organizations.ts'
import { emailHours, passwordLinkMinutes } from './rules.ts'
import { createToken, dropTokens } from './tokens.ts'

interface PasswordMail extends JobPayload {
  /** As it was given: whether anybody has it is found out by the job, where nobody sees how long that takes. */
  email: string
  /** What the browser that asked reads, for whoever has not said what they read. */
  language: Language | null
}

interface EmailMail extends JobPayload {
  user_id: string
  email: string
}

interface NoticeMail extends JobPayload {
  user_id: string
  notice: Notice
  /** Where it goes when it is not the address of now. */
  to?: string
}

interface SignInMail extends JobPayload {
  user_id: string
  session_id: string
}

interface Tasks {
  'accounts.mail_password_link': PasswordMail
  'accounts.mail_email_confirmation': EmailMail
  'accounts.mail_notice': NoticeMail
  'accounts.mail_new_sign_in': SignInMail
}

/** Has a mail sent that concerns a person. */
export async function post<Task extends keyof Tasks>({ pool }: Pick<Accounts, 'pool'>, task: Task, payload: Tasks[Task]) {
  // One statement, and so a transaction of its own.
  const tx = kyselyOn((query) => runOn(pool, query)) as Tx
  await enqueue(tx, task, payload, { priority: priorities.urgent })
}

/** What mails and deleted organizations have to be done for. */
export function accountJobs(accounts: Accounts, remains: Omit<Remains, 'data_folder'>): JobHandlers {
  const { pool, mail, public_url } = accounts
  return {
    'accounts.mail_invitation': (job: InvitationMail) => mailInvitation(accounts, job),

    'accounts.erase_organization': ({ org_id }: JobPayload & { org_id: string }, context) =>
      eraseOrganization({ ...remains, data_folder: accounts.data_folder }, org_id, context),

    async 'accounts.mail_password_link'({ email, language }: PasswordMail) {
      const { rows } = await pool.query<Person>(`select ${personColumns} from "user" where email = $1`, [email])
      const [user] = rows
      if (!user) return
      await dropTokens(pool, 'password', user.id)
      const token = await createToken(pool, 'password', user.id, passwordLinkMinutes * 60)
      const url = `${public_url}/password?token=${token}`
      await mail.send({ to: user.email, ...passwordLetter({ ...user, language: user.language ?? language }, { url, minutes: passwordLinkMinutes }) })
    },

    async 'accounts.mail_email_confirmation'({ user_id, email }: EmailMail) {
      const user = await findPerson(accounts, user_id)
      if (!user) return
      await dropTokens(pool, 'email', user_id)
      const token = await createToken(pool, 'email', `${user_id} ${email}`, emailHours * 3_600)
      await mail.send({ to: email, ...emailLetter(user, { url: `${public_url}/email?token=${token}`, hours: emailHours }) })
    },

    async 'accounts.mail_notice'({ user_id, notice, to }: NoticeMail) {
      const user = await findPerson(accounts, user_id)
      if (!user) return
      await mail.send({ to: to ?? user.email, ...noticeLetter(user, { notice, url: `${public_url}/password` }) })
    },

    async 'accounts.mail_new_sign_in'({ user_id, session_id }: SignInMail) {
      const user = await findPerson(accounts, user_id)
      const { rows } = await pool.query<{ created_at: Date; address: string | null; user_agent: string | null }>(
        'select created_at, address, user_agent from session where id = $1',
        [session_id],
      )
      if (!user || !rows[0]) return
      const { created_at: at, ...place } = rows[0]
      await mail.send({ to: user.email, ...newSignInLetter(user, { at, ...place, url: `${public_url}/password` }) })
    },
  }
}

interface Person extends Reader {
  id: string
  name: string
  email: string
}

const personColumns = 'id, name, email, language, time_zone'

export async function findPerson({ pool }: Pick<Accounts, 'pool'>, userId: string): Promise<Person | undefined> {
  return (await pool.query<Person>(`select ${personColumns} from "user" where id = $1`, [userId])).rows[0]
}
