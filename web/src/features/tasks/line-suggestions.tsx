import { Flag, Tag } from 'lucide-react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Kbd } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import type { LineCompletion } from './line-completions.ts'

interface Props {
  id: string
  offered: LineCompletion[]
  chosen: LineCompletion | undefined
  onComplete(completion: LineCompletion): void
}

/** What a word of the line may become. Tab takes the first, the arrows another one. */
export function LineSuggestions({ id, offered, chosen, onComplete }: Props) {
  const { tasks: m } = useTaskMessages()
  return (
    <ul id={id} role="listbox" aria-label={m.suggestions} className="absolute inset-x-2 top-full z-20 max-h-80 max-w-md overflow-y-auto rounded-lg bg-raised p-1 shadow-pop md:left-9">
      {offered.map((each, place) => (
        <li
          key={each.id}
          id={`${id}-${each.id}`}
          role="option"
          aria-selected={each === chosen}
          className={classes('flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm text-ink hover:bg-hover', each === chosen && 'bg-selected')}
          // The line keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onComplete(each)}
        >
          <span className="flex w-6 shrink-0 justify-center text-ink-soft">
            {each.sign === '!' ? <Flag size={14} /> : each.sign === '#' ? <Tag size={14} /> : <Avatar name={each.label} />}
          </span>
          <span className="truncate font-medium">{each.label}</span>
          <span className="ml-auto truncate text-xs text-ink-faint">{each.hint}</span>
          {place === 0 && !chosen && <Kbd className="max-md:hidden">Tab</Kbd>}
        </li>
      ))}
    </ul>
  )
}
