// What accounts tidy up by themselves: what signing in leaves behind, and mails that nobody fetched.

import { sweepOutbox } from '#platform/mail'
import type { Recurring } from '#platform/jobs'
import type { Accounts } from './accounts.ts'
import { deviceDays, outboxDays } from './rules.ts'

/** Times are UTC. */
export function accountHousekeeping(accounts: Accounts): readonly Recurring[] {
  return [
    // Hourly: anybody can begin a sign-in, and each leaves a row.
    { task: 'accounts.sweep_sign_ins', cron: '47 * * * *', run: ({ signal }) => sweepSignIns(accounts, signal) },
    { task: 'accounts.sweep_outbox', cron: '7 4 * * *', run: () => sweepOutbox(accounts.data_folder, outboxDays) },
  ]
}

/** Each is over by the clock already, and refused; only the rows are left. */
const over = {
  verification: 'expires_at < now()',
  session: `expires_at < now() or last_seen_at < now() - interval '14 days'`,
  device: `last_seen_at < now() - interval '${deviceDays} days'`,
}

/** Rows at once: a transaction of some tens of milliseconds. */
const batch = 5_000

export async function sweepSignIns({ pool }: Pick<Accounts, 'pool'>, signal?: AbortSignal) {
  for (const [table, condition] of Object.entries(over)) {
    const query = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${batch}))`
    for (let gone = batch; gone === batch && !signal?.aborted; ) gone = (await pool.query(query)).rowCount ?? 0
  }
}
