import { useRef, useState, type KeyboardEvent } from 'react'
import { useFormats, useMessages } from '@/messages/messages.tsx'
import { Button, Kbd } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import type { Until } from './until.ts'

interface Props {
  title: string
  open: boolean
  times: Until[]
  /** Whether another moment may be given. */
  free?: boolean
  onClose(): void
  onChoose(at: Date): void
}

/** A moment to come: one of a few by its number, or any. */
export function UntilDialog({ title, open, times, free, onClose, onChoose }: Props) {
  const { inbox: m, actions } = useMessages()
  const { moment } = useFormats()
  const list = useRef<HTMLUListElement>(null)
  const [given, setGiven] = useState('')
  const choose = (at: Date) => {
    onClose()
    onChoose(at)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    const numbered = times[Number(event.key) - 1]
    if ((event.target as Element).matches('input')) return
    if (step) buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length]?.focus()
    else if (numbered) choose(numbered.at)
    else return
    event.preventDefault()
  }
  const at = given === '' ? undefined : new Date(given)
  return (
    <Dialog title={title} open={open} onClose={onClose} className="w-[min(24rem,calc(100vw-2rem))]!">
      <div onKeyDown={onKeyDown}>
        <ul ref={list} className="-mx-2 grid gap-0.5">
          {times.map(({ label, at: time }, place) => (
            <li key={label}>
              <button
                type="button"
                data-first={place === 0 || undefined}
                className="flex h-10 w-full items-center gap-3 rounded-md px-2 text-left text-sm outline-none hover:bg-hover focus-visible:bg-hover focus-visible:ring-2 focus-visible:ring-accent"
                onClick={() => choose(time)}
              >
                <Kbd className="text-ink-faint">{place + 1}</Kbd>
                <span className="flex-1 font-medium">{label}</span>
                <span className="text-ink-faint">{moment(time)}</span>
              </button>
            </li>
          ))}
        </ul>
        {free && (
          <form
            className="mt-3 flex items-end gap-2 border-t pt-4"
            onSubmit={(event) => {
              event.preventDefault()
              if (at) choose(at)
            }}
          >
            <label className="grid min-w-0 flex-1 gap-1.5 text-sm font-medium">
              {m.another_time}
              <input
                type="datetime-local"
                value={given}
                onChange={({ target }) => setGiven(target.value)}
                className="h-8 min-w-0 rounded-md bg-surface px-2 text-sm font-normal ring-1 ring-line-strong ring-inset focus-visible:ring-2 focus-visible:ring-accent focus-visible:outline-none"
              />
            </label>
            <Button type="submit" disabled={!at || at <= new Date()}>
              {actions.done}
            </Button>
          </form>
        )}
      </div>
    </Dialog>
  )
}
