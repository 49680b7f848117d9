// What a label and a status are changed by: the name and the colour.

import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { ColorChoice } from '../tags/tag-color.tsx'

interface NameAndColor {
  name: string
  color: string | null
}

export function NameAndColorFields({ value: { name, color }, onChange }: { value: NameAndColor; onChange(value: NameAndColor): void }) {
  const { people } = useSettingsMessages()
  return (
    <>
      <Field label={people.name} value={name} onChange={({ target }) => onChange({ name: target.value, color })} autoComplete="off" maxLength={100} required autoFocus />
      <ColorChoice chosen={color} onChange={(chosen) => onChange({ name, color: chosen })} />
    </>
  )
}
