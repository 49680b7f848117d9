import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const closed = { additionalProperties: false } as const

export const Note = Type.Object(
  {
    id,
    text: Type.String({ description: 'Markdown, as it was written.' }),
    html: Type.String({ description: 'What the Markdown says, safe to show.' }),
    contact_ids: Type.Array(id, { description: 'Whom it is about.' }),
    company_ids: Type.Array(id),
    mentioned_ids: Type.Array(id, { description: 'Contacts whom it links to.' }),
    pinned: Type.Boolean(),
    created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
    created_at: time,
    updated_at: time,
    deleted_at: Type.Union([time, Type.Null()]),
  },
  { title: 'Note' },
)
export type Note = Static<typeof Note>

export const NotePage = pageOf(Note, 'NotePage')

const changeable = {
  contact_ids: Type.Optional(Type.Array(id, { maxItems: 100, description: 'Whom it is about.' })),
  company_ids: Type.Optional(Type.Array(id, { maxItems: 100 })),
  pinned: Type.Optional(Type.Boolean()),
}

const text = Type.String({
  minLength: 1, maxLength: 100_000, pattern: '\\S', description: 'Markdown. `[Ada](contact:<id>)` mentions a contact.',
})

export const NewNote = Type.Object(
  { text, ...changeable },
  { ...closed, title: 'NewNote', description: 'About at least one contact or company.' },
)
export type NewNote = Static<typeof NewNote>

export const NoteChange = Type.Object(
  { text: Type.Optional(text), ...changeable },
  { ...closed, title: 'NoteChange', description: 'What is left out stays; a list that is given replaces the one before.' },
)
export type NoteChange = Static<typeof NoteChange>

export const NoteQuery = Type.Object(
  {
    ...pageQuery,
    contact_id: Type.Optional(id),
    company_id: Type.Optional(id),
    pinned: Type.Optional(Type.Literal(true, { description: 'Only those that are pinned.' })),
  },
  closed,
)
export type NoteQuery = Static<typeof NoteQuery>
