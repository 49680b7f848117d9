import { sql } from 'kysely'
import { allow, conflict, invalid, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import { lockContact } from '../actions.ts'
import { lockAddresses } from '../addresses.ts'
import { canWriteContacts } from '../policy.ts'
import type { ContactDate, ContactDateChange, NewContactDate } from './contract.ts'
import { columns, getDate } from './queries.ts'

/** Throws not_found for the contact, conflict for a second birthday, invalid for a day that no calendar has. */
export async function createDate(tx: Tx, actor: Actor, contactId: string, input: NewContactDate): Promise<ContactDate> {
  allow(canWriteContacts(actor))
  const { kind, label = null, year = null, month, day, yearly = true } = input
  if ((kind === 'custom') !== (label !== null)) throw invalid('A custom date needs a label, and no other has one.')
  check({ year, month, day, yearly })
  await lockAddresses(tx, 'one')
  await lockContact(tx, contactId)
  const { rows } = await sql<ContactDate>`
    insert into contact_date (org_id, contact_id, kind, label, year, month, day, yearly)
    values (${actor.org_id}, ${contactId}, ${kind}, ${label?.trim() ?? null}, ${year}, ${month}, ${day}, ${yearly})
    on conflict (org_id, contact_id) where kind = 'birthday' do nothing
    returning ${columns}
  `.execute(tx)
  const [date] = rows
  if (!date) throw conflict('birthday_known', 'The contact has a birthday already: change that one.')
  await tell(tx, actor, 'contact_date.created', date)
  return date
}

/** Changes what is given. Throws not_found, and invalid as `createDate`. */
export async function changeDate(tx: Tx, actor: Actor, id: string, change: ContactDateChange): Promise<ContactDate> {
  allow(canWriteContacts(actor))
  const before = await lockDate(tx, id)
  if (change.label !== undefined && before.kind !== 'custom') throw invalid('Only a custom date has a label.')
  const after = { ...before, ...change, label: change.label?.trim() ?? before.label }
  check(after)
  const { label, year, month, day, yearly } = after
  const { rows } = await sql<ContactDate>`
    update contact_date set label = ${label}, year = ${year}, month = ${month}, day = ${day}, yearly = ${yearly}
    where org_id = (select current_org()) and id = ${id} returning ${columns}
  `.execute(tx)
  await tell(tx, actor, 'contact_date.updated', rows[0]!)
  return rows[0]!
}

/** Throws not_found. */
export async function removeDate(tx: Tx, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  const date = await lockDate(tx, id)
  await tx.deleteFrom('contact_date').where('org_id', '=', actor.org_id).where('id', '=', id).execute()
  await tell(tx, actor, 'contact_date.removed', date)
}

/** With its contact, which a merge may be about to give it another. */
async function lockDate(tx: Tx, id: string): Promise<ContactDate> {
  await lockAddresses(tx, 'one')
  const { contact_id } = await getDate(tx, id)
  await lockContact(tx, contact_id)
  const { rows } = await sql<ContactDate>`
    select ${columns} from contact_date where org_id = (select current_org()) and id = ${id} for update
  `.execute(tx)
  if (!rows[0]) throw notFound('date', id)
  return rows[0]
}

function check({ year, month, day, yearly }: Pick<ContactDate, 'year' | 'month' | 'day' | 'yearly'>) {
  if (!yearly && year === null) throw invalid('A date that does not come again needs its year.')
  // A leap year where the year is not known: then 29 February is a day.
  const shown = new Date(Date.UTC(2000, month - 1, day))
  shown.setUTCFullYear(year ?? 2000)
  if (shown.getUTCMonth() !== month - 1 || shown.getUTCDate() !== day) {
    throw invalid(`There is no day ${day} in month ${month}${year === null ? '' : ` of ${year}`}.`)
  }
}

async function tell(tx: Tx, actor: Actor, type: string, date: ContactDate) {
  await publish(tx, actor, { type, subject: `contact:${date.contact_id}`, data: { date } })
}
