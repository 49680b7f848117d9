// What the timeline keeps about contacts: who took part in what.

import { sql } from 'kysely'
import type { ContactPart } from '#modules/contacts'
import { eraseTimeline } from './erasing.ts'
import { exportTimeline } from './exporting.ts'

export const timelinePart: ContactPart = {
  // Their company is the contact's, and changes with that.
  tables: { participant: { contacts: ['contact_id'], key: ['interaction_id', 'role', 'address', 'contact_id'] } },
  async onMerge(tx, { into, contacts }) {
    // Who took part as two of them took part once.
    await sql`
      delete from participant mine
      where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[]) and exists (
        select from participant other
        where other.org_id = mine.org_id and other.interaction_id = mine.interaction_id and other.role = mine.role
          and other.address is not distinct from mine.address and (other.contact_id = ${into}
            or array_position(${contacts}::uuid[], other.contact_id) < array_position(${contacts}::uuid[], mine.contact_id))
      )
    `.execute(tx)
    await sql`
      update participant set contact_id = ${into}
      where org_id = (select current_org()) and contact_id = any(${contacts}::uuid[])
    `.execute(tx)
  },
  onErase: eraseTimeline,
  onExport: exportTimeline,
}
