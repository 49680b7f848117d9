import { Command } from 'cmdk'
import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Chip } from '@/ui/chip.tsx'
import { inputLook } from '@/ui/field.tsx'
import { fitsTo } from './completions.ts'

export interface Choice {
  id: string
  name: string
  icon: ReactNode
  /** At its end, and found by its beginning. */
  hint?: string
  mark?: string
}

interface Props {
  label: string
  placeholder: string
  empty: string
  choices: Choice[]
  /** Whoever or whatever is not offered. */
  except?: string[]
  chosen: string[]
  without(name: string): string
  onChange(ids: string[]): void
  className?: string
}

/** Several of many, found by name. */
export function ManyChoice({ label, placeholder, empty, choices, except = [], chosen, without: withoutOne, onChange, className = 'h-56' }: Props) {
  const [text, setText] = useState('')
  const fits = fitsTo(text)
  const offered = choices.filter(({ id, name, hint }) => !except.includes(id) && (fits(name) || hint?.startsWith(text.trim().toLowerCase()))).toSorted((one, other) => one.name.localeCompare(other.name))
  const without = (id: string) => chosen.filter((each) => each !== id)
  const turn = (id: string) => {
    onChange(chosen.includes(id) ? without(id) : [...chosen, id])
    setText('')
  }
  return (
    <Command shouldFilter={false} label={label} loop>
      <span className="mb-1.5 block text-sm font-medium">{label}</span>
      {chosen.length > 0 && (
        <div className="mb-2 flex flex-wrap gap-1">
          {chosen.map((each) => {
            const name = choices.find(({ id }) => id === each)?.name ?? ''
            return (
              <Chip key={each} onRemove={() => onChange(without(each))} removeLabel={withoutOne(name)}>
                {name}
              </Chip>
            )
          })}
        </div>
      )}
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={placeholder}
        className={inputLook}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
        }}
      />
      <Command.List className={`mt-1 overflow-y-auto ${className}`}>
        <Command.Empty className="px-2 py-6 text-center text-sm text-ink-soft">{empty}</Command.Empty>
        {offered.map(({ id, name, icon, hint, mark }) => (
          <Command.Item key={id} value={id} onSelect={() => turn(id)} className="flex h-10 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-hover">
            {icon}
            <span className={`truncate font-medium ${hint ? 'max-w-[65%] shrink-0' : ''}`}>{name}</span>
            {mark && <Chip>{mark}</Chip>}
            <span className="ml-auto truncate text-xs text-ink-faint">{hint}</span>
            <Check size={15} className={`shrink-0 text-accent ${chosen.includes(id) ? '' : 'invisible'}`} />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
