// How often somebody may try to sign in. Counted before each try, by what the request says and never by what is there, so
// that a known address and an unknown one are the same. What was right is given back.

import { tooMany } from '#platform/errors'
import { createAttemptLimit, networkOf, type AttemptLimit, type LimitStore } from '#platform/limits'

export interface SignInLimits {
  /** A password for an address. Throws too_many. */
  password(attempt: PasswordAttempt): Promise<Attempt>
  /** A password that whoever has this session gives again. Throws too_many. */
  confirmation(sessionId: string): Promise<Attempt>
  /** A one-time token (a link in a mail), or a code. Throws too_many. */
  token(address: string): Promise<Attempt>
  /** The beginning of a sign-in, which the database remembers for some minutes. Throws too_many. */
  beginning(address: string): Promise<void>
  /** A mail to somebody who is not signed in. Throws too_many; `false` when this person has had enough of them. */
  mail(address: string, email: string): Promise<boolean>
}

interface PasswordAttempt {
  email: string
  /** Where it comes from. */
  address: string
  /** Somebody has signed in to this account with this browser before: others cannot lock them out. */
  known_device: boolean
}

export interface Attempt {
  /** It was right. */
  succeeded(): Promise<void>
}

const minutes = 60

export function createSignInLimits(store?: LimitStore): SignInLimits {
  const limit = (name: string, points: number, seconds: number) => createAttemptLimit({ name, points, seconds }, store)
  const here = limit('sign_in_here', 5, 15 * minutes)
  const address = limit('sign_in_address', 50, 15 * minutes)
  const account = limit('sign_in_account', 50, 60 * minutes)
  const confirmations = limit('confirmations', 5, 15 * minutes)
  const tokens = limit('tokens', 20, 10 * minutes)
  const beginnings = limit('beginnings', 100, 10 * minutes)
  const mailsFrom = limit('mails_from', 20, 60 * minutes)
  const mailsTo = limit('mails_to', 5, 60 * minutes)
  return {
    async password({ email, address: given, known_device }) {
      const from = networkOf(given)
      const taken: [AttemptLimit, string][] = [[here, `${email} ${from}`], [address, from]]
      if (!known_device) taken.push([account, email])
      await takeAll(taken)
      return { succeeded: async () => void (await Promise.all(taken.map(([each, key]) => each.giveBack(key, each === here ? 'all' : undefined)))) }
    },
    async confirmation(sessionId) {
      await takeAll([[confirmations, sessionId]])
      return { succeeded: () => confirmations.giveBack(sessionId, 'all') }
    },
    async token(given) {
      const from = networkOf(given)
      await takeAll([[tokens, from]])
      return { succeeded: () => tokens.giveBack(from) }
    },
    beginning: (given) => takeAll([[beginnings, networkOf(given)]]),
    async mail(given, email) {
      await takeAll([[mailsFrom, networkOf(given)]])
      return (await mailsTo.take(email)) === 0
    },
  }
}

async function takeAll(limits: [AttemptLimit, string][]) {
  const waits = await Promise.all(limits.map(([limit, key]) => limit.take(key)))
  const seconds = Math.max(...waits)
  if (seconds > 0) throw tooMany(`Too many attempts: try again in ${inWords(seconds)}.`, seconds)
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
}
