import { sql } from 'kysely'
import type { Db } from '#platform/db/kysely'
import { findTasks } from './queries.ts'

const page = 200

/** Each as a line of JSON, in the order in which they were made; the deleted are not among them. */
export async function* readTasksAbout(db: Db, contactId: string): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ task_id: string }>`
      select task_id from task_contact l join task t on t.org_id = l.org_id and t.id = l.task_id
      where l.org_id = (select current_org()) and l.contact_id = ${contactId} and task_id > ${after}::uuid and t.deleted_at is null
      order by task_id limit ${page}
    `.execute(db)
    for (const task of await findTasks(db, rows.map(({ task_id }) => task_id))) yield `${JSON.stringify(task)}\n`
    if (rows.length < page) return
    after = rows.at(-1)!.task_id
  }
}
