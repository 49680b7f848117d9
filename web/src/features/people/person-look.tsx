// How people read in the table.

import { RowLines } from '@/features/table/row-lines.tsx'
import type { RowLook } from '@/features/table/row-look.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { CellEditor } from './cell-editor.tsx'
import { Cell, cellLook } from './cells.tsx'
import type { Column } from './columns.tsx'
import type { Contact } from './people-queries.ts'

export const personLook: RowLook<Contact, Column> = { Cell, cellLook, Editor: CellEditor, Face, Lines }

function Face({ row: { name, photo_url } }: { row: Contact }) {
  return <Avatar name={name} photo={photo_url} size="lg" />
}

function Lines({ row: { name, title, company, emails, last_interaction_at } }: { row: Contact }) {
  return (
    <RowLines name={name} at={last_interaction_at}>
      {[title, company?.name].filter(Boolean).join(' · ') || emails[0]?.address || '\u00a0'}
    </RowLines>
  )
}
