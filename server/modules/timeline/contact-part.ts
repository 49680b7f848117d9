// What the timeline keeps about contacts: who took part in what.

import { sql } from 'kysely'
import type { ContactPart } from '#modules/contacts'
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
  async onErase(tx, { contact_id, addresses }) {
    // What passed between us and nobody else goes, its files with it (leave_files in 0060_interactions.sql); of what
    // others took part in, only the files that came from them.
    const { rows: interactions } = await sql`
      delete from interaction i using participant mine
      where i.org_id = (select current_org()) and mine.org_id = i.org_id and mine.interaction_id = i.id and mine.contact_id = ${contact_id}
        and not exists (${others(contact_id)})
      returning i.id
    `.execute(tx)
    const { rows: attachments } = await sql`
      delete from attachment using participant mine
      where attachment.org_id = (select current_org()) and mine.org_id = attachment.org_id
        and mine.interaction_id = attachment.interaction_id and mine.contact_id = ${contact_id} and mine.role in ('from', 'organizer')
      returning attachment.id
    `.execute(tx)
    // The header of a mail may call them by another name.
    await sql`
      update interaction_body set headers = null from participant mine
      where interaction_body.org_id = (select current_org()) and mine.org_id = interaction_body.org_id
        and mine.interaction_id = interaction_body.interaction_id and mine.contact_id = ${contact_id}
    `.execute(tx)
    await sql`
      update participant set name = null
      where org_id = (select current_org()) and (contact_id = ${contact_id} or (contact_id is null and address = any(${addresses})))
    `.execute(tx)
    return { counts: { interaction: interactions.length, attachment: attachments.length }, files: [] }
  },
  onExport: exportTimeline,
}

/** Contacts beside this one who took part in the interaction `i`. */
function others(contactId: string) {
  return sql`
    select from participant other
    where other.org_id = i.org_id and other.interaction_id = i.id and other.contact_id is not null and other.contact_id <> ${contactId}`
}
