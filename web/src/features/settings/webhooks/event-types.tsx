import { Check, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useSettingsMessages } from '@/messages/settings.ts'
import { classes } from '@/ui/classes.ts'
import { inputLook } from '@/ui/field.tsx'
import { Button } from '@/ui/button.tsx'

const offered = ['*', 'contact.*', 'company.*', 'interaction.*', 'task.*', 'room.*', 'message.*', 'tag.*', 'field.*', 'operation.*', 'member.*']
/** As the API takes them. */
const pattern = /^(\*|[a-z_]+(\.[a-z_]+)*(\.\*)?)$/

/** Which events are sent: the usual ones by a click, any other by its name. */
export function EventTypes({ chosen, onChange }: { chosen: string[]; onChange(chosen: string[]): void }) {
  const m = useSettingsMessages()
  const [typed, setTyped] = useState('')
  const isWrong = typed !== '' && !pattern.test(typed)
  const toggle = (type: string) => onChange(chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type])
  const add = () => {
    if (!pattern.test(typed)) return
    if (!chosen.includes(typed)) onChange([...chosen, typed])
    setTyped('')
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{m.webhooks.event_types}</legend>
      <div className="flex flex-wrap gap-1.5">
        {[...offered, ...chosen.filter((each) => !offered.includes(each))].map((type) => {
          const on = chosen.includes(type)
          return (
            <button
              key={type}
              type="button"
              aria-pressed={on}
              onClick={() => toggle(type)}
              className={classes('inline-flex h-7 items-center gap-1.5 rounded-full px-2.5 text-sm ring-1 ring-inset', on ? 'bg-accent-soft text-accent-strong ring-accent/40' : 'text-ink-soft ring-line-strong hover:bg-hover')}
            >
              {on ? offered.includes(type) ? <Check size={13} /> : <X size={13} /> : <Plus size={13} />}
              {type === '*' ? m.webhooks.everything : <code className="text-xs">{type}</code>}
            </button>
          )
        })}
      </div>
      <p className="text-xs text-ink-faint">{m.webhooks.types_hint}</p>
      <div className="flex gap-2">
        <input
          aria-label={m.webhooks.other_type}
          aria-invalid={isWrong || undefined}
          placeholder="contact.updated"
          value={typed}
          maxLength={100}
          onChange={({ target }) => setTyped(target.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          className={classes(inputLook, 'h-8!')}
        />
        <Button disabled={typed === '' || isWrong} onClick={add}>
          {m.actions.add}
        </Button>
      </div>
    </fieldset>
  )
}
