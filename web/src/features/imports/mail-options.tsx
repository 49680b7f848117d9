// Of mail and meetings: whom contacts are made of, and which addresses are ours.

import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import type { ImportOptions } from './drafts.ts'

const policies = ['everyone', 'written_to', 'off'] as const

interface Props {
  calendar: boolean
  options: ImportOptions
  onChange(change: ImportOptions): void
}

export function MailOptions({ calendar, options, onChange }: Props) {
  const { imports: m } = useMessages()
  const [text, setText] = useState((options.own_addresses ?? []).join('\n'))
  const policy = options.create_contacts ?? 'everyone'
  return (
    <section className="grid gap-6">
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-lg font-semibold">{calendar ? m.create_from_meetings : m.create_contacts}</legend>
        {policies.map((each) => (
          <label key={each} className="flex cursor-pointer gap-2.5 rounded-lg px-3 py-2.5 ring-1 ring-line ring-inset hover:bg-hover has-checked:bg-selected has-checked:ring-accent">
            <input type="radio" name="policy" className="mt-0.5 accent-accent" checked={policy === each} onChange={() => onChange({ create_contacts: each })} />
            <span>
              <span className="block text-sm font-medium">{m[each]}</span>
              <span className="block text-xs text-ink-soft">{m.policy_hints[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1.5">
        <label htmlFor="own-addresses" className="text-lg font-semibold">
          {m.own_addresses}
        </label>
        <p id="own-addresses-hint" className="text-sm text-ink-soft">
          {m.own_addresses_hint}
        </p>
        <textarea
          id="own-addresses"
          aria-describedby="own-addresses-hint"
          rows={3}
          value={text}
          spellCheck={false}
          placeholder="ada@example.org"
          className={`${inputLook} h-auto! py-2`}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            onChange({ own_addresses: currentTarget.value.split(/[\s,;]+/).filter((word) => word.includes('@')) })
          }}
        />
      </div>
    </section>
  )
}
