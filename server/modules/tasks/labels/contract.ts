import { Type, type Static } from 'typebox'
import { pageOf, pageQuery } from '#platform/pages'
import { closed, id, nullable, time } from '../contract.ts'

export const color = nullable(Type.String({ pattern: '^#[0-9a-f]{6}$' }))
export const name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })

export const Label = Type.Object({ id, name: Type.String(), color, created_at: time, updated_at: time }, { title: 'Label' })
export type Label = Static<typeof Label>

export const CountedLabel = Type.Object(
  { ...Label.properties, open_task_count: Type.Integer({ description: 'Open tasks that have it, as of now.' }) },
  { title: 'CountedLabel' },
)
export type CountedLabel = Static<typeof CountedLabel>

export const LabelPage = pageOf(CountedLabel, 'LabelPage')

export const NewLabel = Type.Object({ name, color: Type.Optional(color) }, { ...closed, title: 'NewLabel' })
export type NewLabel = Static<typeof NewLabel>

export const LabelChange = Type.Object({ name: Type.Optional(name), color: Type.Optional(color) }, { ...closed, title: 'LabelChange' })
export type LabelChange = Static<typeof LabelChange>

export const LabelQuery = Type.Object(
  { ...pageQuery, q: Type.Optional(Type.String({ maxLength: 100, description: 'Only those that have this in their name.' })) },
  closed,
)
