// The options of a select, in their order: named, moved, added, taken away.

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { inputLook } from '@/ui/field.tsx'

export interface Option {
  /** What contacts have; a new one has none. */
  key?: string
  label: string
  color?: string | null
}

export function OptionsEditor({ options, onChange }: { options: Option[]; onChange(options: Option[]): void }) {
  const m = useSettingsMessages()
  const put = (place: number, label: string) => onChange(options.with(place, { ...options[place]!, label }))
  const move = (place: number, by: 1 | -1) => {
    const moved = options.toSpliced(place, 1)
    onChange(moved.toSpliced(place + by, 0, options[place]!))
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{m.fields.options}</legend>
      {options.map((option, place) => (
        <div key={option.key ?? `new-${place}`} className="flex items-center gap-1">
          <input
            required
            maxLength={100}
            autoFocus={option.label === '' && place > 0}
            aria-label={m.fields.option(place + 1)}
            value={option.label}
            onChange={({ target }) => put(place, target.value)}
            className={`${inputLook} h-8!`}
          />
          <Button look="quiet" size="sm" icon={<ArrowUp size={14} />} aria-label={m.fields.up(option.label)} disabled={place === 0} onClick={() => move(place, -1)} />
          <Button look="quiet" size="sm" icon={<ArrowDown size={14} />} aria-label={m.fields.down(option.label)} disabled={place === options.length - 1} onClick={() => move(place, 1)} />
          <Button look="quiet" size="sm" icon={<X size={14} />} aria-label={m.fields.remove_option(option.label)} onClick={() => onChange(options.toSpliced(place, 1))} />
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus size={14} />} onClick={() => onChange([...options, { label: '' }])}>
          {m.fields.add_option}
        </Button>
      </div>
    </fieldset>
  )
}
