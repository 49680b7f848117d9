// What imports keep about contacts: files that wait, with whoever is in them.

import { sql } from 'kysely'
import type { ContactPart } from '#modules/contacts'
import { conflict } from '#platform/errors'

export const importsPart: ContactPart = {
  tables: {},
  async onMerge() {},
  // What was rejected is nobody's.
  async *onExport() {},
  async onErase(tx) {
    const { rows: running } = await sql`
      select from operation
      where org_id = (select current_org()) and kind like 'import.%' and status in ('queued', 'running', 'paused') limit 1
    `.execute(tx)
    if (running.length > 0) {
      throw conflict('import_running', 'An import is under way and may bring the person back: let it end, or cancel it, first.')
    }
    // Nobody looks into each: whoever needs one uploads it again, without the person.
    const { rows: uploads } = await sql<{ id: string }>`
      delete from import_upload where org_id = (select current_org()) returning id
    `.execute(tx)
    return { counts: { import_upload: uploads.length }, files: uploads.map(({ id }) => `imports/${id}`) }
  },
}
