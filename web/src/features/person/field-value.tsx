// The value of a custom field, changed as its type has it.

import { ExternalLink } from 'lucide-react'
import type { Schemas } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { classes } from '@/ui/classes.ts'
import { EditableText } from '@/ui/editable-text.tsx'
import { InlineSelect } from '@/ui/inline-select.tsx'

type Field = Schemas['Field']

interface Props {
  field: Field
  value: unknown
  onSave(value: unknown): void
}

const look = 'h-7 w-full min-w-0 rounded-md bg-transparent px-1.5 hover:bg-hover focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none'

export function FieldValue({ field: { label, type, options }, value, onSave }: Props) {
  const { person: m } = useMessages()
  const text = value === null || value === undefined ? '' : String(value)
  if (type === 'boolean') {
    return (
      <InlineSelect aria-label={label} value={text} onChange={({ currentTarget }) => onSave(currentTarget.value === '' ? null : currentTarget.value === 'true')}>
        <option value="">{m.placeholder}</option>
        <option value="true">{m.yes}</option>
        <option value="false">{m.no}</option>
      </InlineSelect>
    )
  }
  if (type === 'select') {
    return (
      <InlineSelect aria-label={label} value={text} onChange={({ currentTarget }) => onSave(currentTarget.value || null)}>
        <option value="">{m.placeholder}</option>
        {options.map(({ key, label: name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </InlineSelect>
    )
  }
  if (type === 'date') {
    return (
      <input
        key={text}
        type="date"
        aria-label={label}
        defaultValue={text}
        className={classes(look, !text && 'text-ink-faint')}
        onBlur={({ currentTarget }) => currentTarget.value !== text && currentTarget.validity.valid && onSave(currentTarget.value || null)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    )
  }
  const end = type === 'url' && text && (
    <a href={text} target="_blank" rel="noopener noreferrer nofollow" aria-label={m.open(text)} className="p-1 text-ink-faint hover:text-accent">
      <ExternalLink size={13} />
    </a>
  )
  return (
    <EditableText
      label={label}
      value={text}
      type={type === 'number' ? 'number' : type === 'url' ? 'url' : 'text'}
      end={end}
      onSave={(next) => onSave(next === '' ? null : type === 'number' ? Number(next) : next)}
    />
  )
}
