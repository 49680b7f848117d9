import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'

/**
 * What these users and api keys of the organization are called now; of an operation, whoever had started it. Ids of other
 * things are left out.
 */
export async function listActorNames(db: Db, ids: string[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => uuid.test(id))
  if (known.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    with asked as (
      select id, id as named from unnest(${known}::uuid[]) as id
      union all
      select id, (created_by->>'id')::uuid from operation
      where org_id = (select current_org()) and id = any(${known}::uuid[]) and created_by->>'kind' <> 'system'
    )
    select asked.id, name from asked join api_key on org_id = (select current_org()) and api_key.id = named
    union all
    select asked.id, name from asked join member on org_id = (select current_org()) and user_id = named join "user" on "user".id = named
  `.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
