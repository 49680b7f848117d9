// One condition of the filter: how a field is asked for, and with what.

import { useState, type FormEvent } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { inputLook } from '@/ui/field.tsx'
import { Select } from '@/ui/select.tsx'
import { opsOf, takesValue, type Condition, type FilterColumn, type FilterOp } from './filter.ts'
import { useOptions, ValueInput, type Option } from './value-input.tsx'

interface Props {
  column: FilterColumn
  condition?: Condition
  onApply(condition: Condition): void
}

export function ConditionEditor({ column, condition, onApply }: Props) {
  const m = useMessages()
  const options = useOptions(column)
  const [op, setOp] = useState<FilterOp>(condition?.op ?? opsOf[column.kind][0]!)
  const [text, setText] = useState(() => [condition?.value ?? []].flat().map(String))
  const isComplete = !takesValue(op) || text.some((each) => each.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    const values = text.map((each) => each.trim()).filter(Boolean).map((each) => typed(column, each))
    onApply({ field: column.id, op, ...(takesValue(op) && { value: op === 'any_of' ? values : values[0] }) })
  }
  return (
    <form onSubmit={submit} className="grid gap-2.5">
      <Select label={column.title} value={op} onChange={({ target }) => setOp(target.value as FilterOp)} options={opsOf[column.kind].map((each) => [each, m.filter.ops[each]])} />
      {takesValue(op) &&
        (op === 'any_of' && options ? <Several label={column.title} options={options} chosen={text} onChoose={setText} /> : <ValueInput autoFocus column={column} value={text[0] ?? ''} onChange={(value) => setText([value])} />)}
      <Button type="submit" look="primary" disabled={!isComplete}>
        {m.filter.apply}
      </Button>
    </form>
  )
}

function Several({ label, options, chosen, onChoose }: { label: string; options: Option[]; chosen: string[]; onChoose(keys: string[]): void }) {
  const m = useMessages()
  const [q, setQ] = useState('')
  const found = options.filter(({ label }) => label.toLowerCase().includes(q.trim().toLowerCase()))
  return (
    <fieldset className="grid gap-1.5">
      <legend className="sr-only">{label}</legend>
      {options.length > 8 && <input autoFocus className={inputLook} aria-label={m.actions.search} placeholder={m.actions.search} value={q} onChange={({ target }) => setQ(target.value)} />}
      <div className="max-h-52 overflow-y-auto">
        {found.map(({ key, label }) => (
          <label key={key} className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-1.5 hover:bg-hover">
            <input
              type="checkbox"
              className="size-3.5 accent-accent"
              checked={chosen.includes(key)}
              onChange={({ target }) => onChoose(target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))}
            />
            <span className="truncate">{label}</span>
          </label>
        ))}
        {found.length === 0 && <p className="px-1.5 py-2 text-ink-faint">{m.palette.nothing}</p>}
      </div>
    </fieldset>
  )
}

function typed({ kind }: FilterColumn, text: string): string | number | boolean {
  if (kind === 'number' || kind === 'count') return Number(text)
  return kind === 'boolean' ? text === 'true' : text
}
