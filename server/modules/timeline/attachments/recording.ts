import { sql } from 'kysely'
import type pg from 'pg'
import { stage } from '#platform/db/staging'
import type { Tx } from '#platform/db/kysely'

export interface NewAttachment {
  name: string
  type: string
  size: number
  cid: string | null
  /** Shown in the text, not beside it. */
  embedded: boolean
  /** The file that `storeFiles` gave, and its hash in hexadecimal digits. */
  file: { id: string; sha256: string } | null
  /** Why there is no file. */
  left_out: string | null
}

/** Stores the attachments of what is new in `recorded`, in its order. */
export async function addAttachments(tx: Tx, client: pg.PoolClient, batch: NewAttachment[][]) {
  const rows = batch.flatMap((attachments, place) => attachments.map(({ file, ...attachment }, position) => ({
    ...attachment, place, position, file_id: file?.id ?? null, sha256: file && `\\x${file.sha256}`,
  })))
  if (rows.length === 0) return
  await stage({ tx, client }, 'attached', columns, rows)
  // Another import may have stored the same in the same moment: the first one's file is everybody's, and the other goes.
  await sql`
    with stored as (
      insert into file (org_id, id, sha256, size)
      select distinct on (sha256) current_org(), file_id, sha256, size from attached where sha256 is not null order by sha256
      on conflict (org_id, sha256) do update set wanted_at = now()
      returning id, sha256
    )
    insert into attachment (org_id, interaction_id, position, file_id, left_out, name, type, size, cid, embedded)
    select current_org(), recorded.id, position, stored.id, left_out, name, type, size, cid, embedded
    from attached join recorded using (place) left join stored using (sha256)
    where is_new order by place, position
  `.execute(tx)
}

const columns = {
  place: 'int', position: 'int', file_id: 'uuid', sha256: 'bytea', left_out: 'text', name: 'text', type: 'text', size: 'bigint',
  cid: 'text', embedded: 'boolean',
}
