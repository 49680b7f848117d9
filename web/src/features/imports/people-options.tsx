// What becomes of people whom we know already, by what they are recognized, and what all get.

import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Chip } from '@/ui/chip.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Choice } from '@/ui/choice.tsx'
import type { ImportOptions } from './drafts.ts'

const modes = ['upsert', 'create', 'update', 'skip'] as const
const keys = ['email', 'phone', 'name_company', 'id'] as const

interface Props {
  targets: string[]
  options: ImportOptions
  onChange(change: ImportOptions): void
}

export function PeopleOptions({ targets, options, onChange }: Props) {
  const { imports: m } = useMessages()
  const fields = targets.filter((target) => target.startsWith('field:'))
  const mode = options.mode ?? 'upsert'
  return (
    <section aria-labelledby="known" className="grid gap-4">
      <h2 id="known" className="text-lg font-semibold">
        {m.known}
      </h2>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">{m.known}</legend>
        {modes.map((each) => (
          <label key={each} className="flex cursor-pointer gap-2.5 rounded-lg px-3 py-2.5 ring-1 ring-line ring-inset hover:bg-hover has-checked:bg-selected has-checked:ring-accent">
            <input type="radio" name="mode" className="mt-0.5 accent-accent" checked={mode === each} onChange={() => onChange({ mode: each })} />
            <span>
              <span className="block text-sm font-medium">{m.modes[each]}</span>
              <span className="block text-xs text-ink-soft">{m.mode_hints[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="grid gap-1.5 text-sm font-medium">
          {m.recognized}
          <Choice value={options.key ?? ''} onChange={({ currentTarget }) => onChange({ key: currentTarget.value || undefined })}>
            <option value="">{m.key_auto}</option>
            {keys.map((key) => (
              <option key={key} value={key}>
                {m.keys[key]}
              </option>
            ))}
            {fields.map((field) => (
              <option key={field} value={field}>
                {field.slice(6)}
              </option>
            ))}
          </Choice>
        </label>
        <Tags tags={options.tags ?? []} onChange={(tags) => onChange({ tags: tags.length > 0 ? tags : undefined })} />
      </div>
    </section>
  )
}

function Tags({ tags, onChange }: { tags: string[]; onChange(tags: string[]): void }) {
  const m = useMessages()
  const [text, setText] = useState('')
  const add = () => {
    const tag = text.trim()
    if (tag && !tags.includes(tag)) onChange([...tags, tag])
    setText('')
  }
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor="import-tags" className="text-sm font-medium">
        {m.imports.tags_for_all}
      </label>
      <input
        id="import-tags"
        value={text}
        placeholder={m.imports.tags_hint}
        className={`${inputLook} h-8! text-sm!`}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault()
            add()
          }
          if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1))
        }}
      />
      {tags.length > 0 && (
        <p className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <Chip key={tag} removeLabel={`${m.actions.remove}: ${tag}`} onRemove={() => onChange(tags.filter((each) => each !== tag))}>
              {tag}
            </Chip>
          ))}
        </p>
      )}
    </div>
  )
}
