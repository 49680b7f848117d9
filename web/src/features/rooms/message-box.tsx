// Where a message is written: Markdown, with people, rooms and emoji completed while one writes. Enter sends.

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Hash, Megaphone } from 'lucide-react'
import { useTalkMessages } from '@/messages/talk.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import { toast } from '@/ui/toasts.tsx'
import { soughtAt, useCompletions, type Completion } from './completions.ts'
import type { Room } from './rooms-queries.ts'
import { nameFor, type Written } from './written.ts'

interface Props {
  ref?: RefObject<HTMLTextAreaElement | null>
  room: Room
  label: string
  placeholder?: string
  value: Written
  onChange(value: Written): void
  onSend(): void
  onEscape(): void
  /** The arrow upwards, where nothing is written. */
  onUp?(): void
  autoFocus?: boolean
  /** Files are pasted. */
  onFiles?(files: File[]): void
  /** Below the text. */
  children?: ReactNode
}

export const longest = 40_000

export function MessageBox({ ref, room, label, placeholder, value, onChange, onSend, onEscape, onUp, autoFocus, onFiles, children }: Props) {
  const { rooms: m, talk } = useTalkMessages()
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = ref ?? own
  const [caret, setCaret] = useState(value.text.length)
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState<number>()
  const sought = soughtAt(value.text, caret)
  const found = useCompletions(room, sought)
  const offered = sought && sought.from !== closed ? found : []
  const chosen = offered[Math.min(at, offered.length - 1)]
  /** Where the caret belongs once the text is there. */
  const wanted = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    area.current!.setSelectionRange(wanted.current, wanted.current)
    wanted.current = undefined
  })
  const write = (text: string, to: number, links = value.links) => {
    wanted.current = to
    setCaret(to)
    setAt(0)
    onChange({ text, links })
  }
  const complete = ({ text, link }: Completion) => {
    const name = link ? nameFor(value, text, link) : text
    const before = `${value.text.slice(0, sought!.from)}${name} `
    write(before + value.text.slice(caret).replace(/^ /, ''), before.length, link ? { ...value.links, [name]: link } : value.links)
    area.current!.focus()
  }
  const wrap = (mark: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current!
    const { text } = value
    onChange({ ...value, text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to) })
    wanted.current = to === from ? from + mark.length : to + 2 * mark.length
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return
    const mod = event.metaKey || event.ctrlKey
    const act = (action: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      action()
    }
    if (chosen) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) return act(() => setAt((offered.indexOf(chosen) + step + offered.length) % offered.length))
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) return act(() => complete(chosen))
      if (event.key === 'Escape') return act(() => setClosed(sought!.from))
    }
    if (event.key === 'Enter' && !event.shiftKey) return act(onSend)
    if (event.key === 'Escape') return act(onEscape)
    if (event.key === 'ArrowUp' && value.text === '' && onUp) return act(onUp)
    const mark = mod && { b: '**', i: '_', e: '`' }[event.key.toLowerCase()]
    if (mark) act(() => wrap(mark))
  }
  return (
    <div className="relative">
      {offered.length > 0 && (
        <ul id={`${id}-list`} role="listbox" aria-label={m.suggestions} className="absolute inset-x-0 bottom-full z-20 mb-1.5 max-h-80 overflow-y-auto rounded-lg bg-raised p-1 shadow-pop">
          {offered.map((each) => (
            <li
              key={`${each.kind} ${each.id}`}
              id={`${id}-${each.id}`}
              role="option"
              aria-selected={each === chosen}
              className={classes('flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm', each === chosen && 'bg-selected')}
              // The text keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => complete(each)}
            >
              <span className="flex w-6 shrink-0 justify-center text-ink-soft">
                <Sign completion={each} />
              </span>
              <span className="truncate font-medium">{each.label}</span>
              <span className="ml-auto truncate text-xs text-ink-faint">{each.hint}</span>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={area}
        dir="auto"
        autoFocus={autoFocus}
        rows={1}
        maxLength={longest}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-controls={chosen && `${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        value={value.text}
        className="field-sizing-content block max-h-[40vh] min-h-10 w-full resize-none bg-transparent px-3 py-2.5 placeholder-shown:h-10 placeholder-shown:overflow-hidden leading-5 outline-none placeholder:text-ink-faint max-md:text-lg max-md:leading-5"
        onChange={({ target }) => {
          setCaret(target.selectionStart)
          setAt(0)
          setClosed(undefined)
          onChange({ ...value, text: target.value })
        }}
        onPaste={(event) => {
          if (!onFiles) return
          const files = [...event.clipboardData.files]
          const pasted = event.clipboardData.getData('text/plain')
          const isTooLong = files.length === 0 && value.text.length + pasted.length > longest
          if (files.length === 0 && !isTooLong) return
          event.preventDefault()
          onFiles(isTooLong ? [new File([pasted], talk.pasted_name, { type: 'text/plain' })] : files)
          if (isTooLong) toast(talk.pasted)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {children}
    </div>
  )
}

function Sign({ completion: { kind, label, text } }: { completion: Completion }) {
  if (kind === 'person' || kind === 'contact') return <Avatar name={label} />
  if (kind === 'room') return <Hash size={15} />
  if (kind === 'word') return <Megaphone size={15} />
  return <span className="text-lg">{text}</span>
}
