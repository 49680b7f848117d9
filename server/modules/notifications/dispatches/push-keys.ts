// The keys with which pushes are signed (VAPID, RFC 8292): browsers' makers take them from whom a browser has subscribed to. Made when they
// are first needed, and kept: another pair would end all subscriptions. There is one, of all organizations.

import { sql } from 'kysely'
import type { Secrets } from '#platform/secrets'
import type { Db } from '#platform/db/kysely'
import type { Tenancy } from '#platform/tenancy'

export interface PushKeys {
  public_key: string
  private_key: string
}

const context = { context: 'push_key.private_key' }

/** Throws unavailable where there is no key to encrypt the private one with. */
export async function getPushKeys({ tenant, transact }: Tenancy, secrets: Secrets, orgId: string): Promise<PushKeys> {
  const stored = (await findKeys(tenant(orgId))) ?? (await transact({ org_id: orgId }, (tx) => makeKeys(tx, secrets)))
  // The key of before will not be there for ever.
  const renewed = await secrets.renew(stored.private_key, context)
  if (renewed) await transact({ org_id: orgId }, (tx) => sql`update push_key set private_key = ${renewed}`.execute(tx))
  return { ...stored, private_key: await secrets.decrypt(stored.private_key, context) }
}

async function findKeys(db: Db): Promise<PushKeys | undefined> {
  const { rows } = await sql<PushKeys>`select public_key, private_key from push_key`.execute(db)
  return rows[0]
}

/** Of two processes that make some at once, the first one's are kept. */
async function makeKeys(db: Db, secrets: Secrets): Promise<PushKeys> {
  const { default: webPush } = await import('web-push')
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  await sql`
    insert into push_key (public_key, private_key) values (${publicKey}, ${await secrets.encrypt(privateKey, context)}) on conflict do nothing
  `.execute(db)
  return (await findKeys(db))!
}
