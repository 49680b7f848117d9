import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { allow, notFound } from '#platform/errors'
import { publish } from '#platform/events'
import { enqueue } from '#platform/jobs'
import type { Storage } from '#platform/storage'
import type { Tx } from '#platform/db/kysely'
import type { Actor, Tenancy } from '#platform/tenancy'
import { lockContact } from '../actions.ts'
import { lockAddresses } from '../addresses.ts'
import type { Contact } from '../contract.ts'
import { canWriteContacts } from '../policy.ts'
import { getContact } from '../queries.ts'
import { drawPhoto } from './image.ts'

/** Where the storage has a photo. */
export function photoKey(orgId: string, file: string): string {
  return `photos/${orgId}/${file}`
}

/**
 * Gives a contact the photo that is drawn from an uploaded file; the one before goes. Throws not_found, and as
 * `drawPhoto`.
 */
export async function setPhoto(
  tenancy: Tenancy,
  storage: Storage,
  actor: Actor,
  { id, file: uploaded }: { id: string; file: Buffer },
): Promise<Contact> {
  allow(canWriteContacts(actor))
  await getContact(tenancy.tenant(actor.org_id), id)
  const photo = await storePhoto(tenancy, storage, actor, uploaded)
  return tenancy.transact(actor, (tx) => changePhoto(tx, actor, { id, photo }))
}

/** Draws a photo from an uploaded file; if no contact shows it within an hour, it is removed. Throws as `drawPhoto`. */
export async function storePhoto({ transact }: Tenancy, storage: Storage, actor: Actor, uploaded: Buffer): Promise<Photo> {
  const image = await drawPhoto(uploaded)
  const hash = createHash('sha256').update(image).digest('hex').slice(0, 32)
  const file = randomUUID()
  // Before there is a file: whatever happens to us, one that nothing shows is found and removed.
  await transact({ org_id: actor.org_id }, (tx) =>
    enqueue(tx, 'contacts.remove_photo', { org_id: actor.org_id, file } as PhotoFile, { run_at: inAnHour() }))
  await storage.write(photoKey(actor.org_id, file), Readable.from([image]))
  return { file, hash }
}

/** Takes a contact's photo away. Throws not_found when it has none. */
export async function removePhoto(tx: Tx, actor: Actor, id: string) {
  allow(canWriteContacts(actor))
  await changePhoto(tx, actor, { id, photo: null })
}

export interface Photo {
  /** Its name in the storage, see `photoKey`. */
  file: string
  hash: string
}

async function changePhoto(tx: Tx, actor: Actor, { id, photo }: { id: string; photo: Photo | null }): Promise<Contact> {
  await lockAddresses(tx, 'one')
  await lockContact(tx, id)
  const before = await tx.selectFrom('contact').select('photo_hash').where('org_id', '=', actor.org_id).where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (photo === null && before.photo_hash === null) throw notFound('photo')
  // The same picture again: the new file is left for the job.
  if (photo?.hash === before.photo_hash) return getContact(tx, id)

  await tx.updateTable('contact')
    .set({ photo_file: photo?.file ?? null, photo_hash: photo?.hash ?? null, updated_at: sql`now()` })
    .where('org_id', '=', actor.org_id).where('id', '=', id).execute()
  const contact = await getContact(tx, id)
  await publish(tx, actor, { type: 'contact.updated', subject: `contact:${id}`, data: { contact } })
  return contact
}

export interface PhotoFile {
  org_id: string
  file: string
}

/** Removes a photo's file, unless a contact shows it, or one that was merged would when that is undone. */
export async function removePhotoFile({ tenant }: Tenancy, storage: Storage, { org_id, file }: PhotoFile) {
  const { rows } = await sql`
    select from contact where org_id = ${org_id} and photo_file = ${file}
    union all select from contact_merge_row where org_id = ${org_id} and photo_file = ${file}
    limit 1
  `.execute(tenant(org_id))
  if (rows.length === 0) await storage.remove(photoKey(org_id, file))
}

function inAnHour(): Date {
  return new Date(Date.now() + 3_600_000)
}
