// What tasks keep about contacts: whom they are about.

import { sql } from 'kysely'
import type { ContactPart } from '#modules/contacts'
import { readTasksAbout } from './exporting.ts'

export const tasksPart: ContactPart = {
  tables: { task_contact: { contacts: ['contact_id'] } },
  async onMerge(tx, { into, contacts }) {
    await sql`
      insert into task_contact (org_id, task_id, contact_id)
      select distinct org_id, task_id, ${into}::uuid from task_contact where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
      on conflict do nothing
    `.execute(tx)
  },
  // Tasks are the organization's: that one was about the person goes, and their words in it are replaced.
  async onErase(tx, { contact_ids }) {
    const { rows } = await sql`
      delete from task_contact where org_id = (select current_org()) and contact_id = any(${contact_ids}::uuid[]) returning task_id
    `.execute(tx)
    return { counts: { task_contact: rows.length }, files: [] }
  },
  async *onExport({ db, contact_id }) {
    yield { path: 'tasks.jsonl', about: 'every task that is about them, one a line', content: readTasksAbout(db, contact_id) }
  },
}
