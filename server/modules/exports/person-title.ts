import { sql } from 'kysely'
import { listActorNames } from '#modules/accounts'
import type { Contact } from '#modules/contacts'
import type { Db } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'

/** What an archive begins with: of whom it is, who had it made, and when. */
export async function titleOf(db: Db, actor: Actor, { name, id }: Contact): Promise<string> {
  const { rows } = await sql<{ name: string; now: string }>`
    select name, to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as now from organization where id = (select current_org())
  `.execute(db)
  const names = await listActorNames(db, [actor.id])
  return `Everything that “${rows[0]!.name}” keeps in Rapport about ${name} (${id}),
as of ${rows[0]!.now} UTC, taken by ${names.get(actor.id) ?? actor.id}.`
}
