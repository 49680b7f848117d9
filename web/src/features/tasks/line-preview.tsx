import { CalendarDays, Clock, Flag, Repeat, Tag, User, UserRound, type LucideIcon } from 'lucide-react'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Select } from '@/ui/select.tsx'
import { DueLabel } from './due.tsx'
import { useRuleWords } from './rule-words.ts'
import type { Candidate, Chosen, ParsedLine } from './task-line.ts'

type Span = ParsedLine['spans'][number]

const icons: Record<Span['kind'], LucideIcon> = { due: CalendarDays, repetition: Repeat, priority: Flag, label: Tag, estimate: Clock, assignee: User, about: UserRound }

interface Props {
  line: ParsedLine & { text: string }
  chosen: Chosen
  onChoose(words: string, candidate: Candidate): void
}

/** What was understood of a line, while it is written; who is meant is chosen where several may be. */
export function LinePreview({ line: { text, task, spans }, chosen, onChoose }: Props) {
  const { tasks: m } = useTaskMessages()
  const { day } = useFormats()
  const sayRule = useRuleWords()
  const read = spans.filter(({ candidates }) => candidates === undefined || candidates.length > 0)
  if (read.length === 0) return null
  return (
    <div role="status" aria-label={m.understood} className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b bg-canvas px-4 py-2 text-xs text-ink-soft md:pl-11.5">
      <span className="max-w-full truncate text-sm font-medium text-ink">{task.title || text}</span>
      {read.map(({ kind, from, to, candidates }) => {
        const Icon = icons[kind]
        const words = text.slice(from, to)
        return (
          <span key={from} className="inline-flex min-w-0 items-center gap-1.5">
            <Icon size={12} className="shrink-0" />
            {kind === 'due' && task.due_on ? (
              <>
                <DueLabel task={{ due_on: task.due_on, due_at: null, category: 'todo' }} />
                {task.due_time}
                <span className="text-ink-faint">{day(`${task.due_on}T12:00`)}</span>
              </>
            ) : kind === 'repetition' && task.repeat_rule ? (
              sayRule(task.repeat_rule)
            ) : kind === 'priority' && task.priority ? (
              m.priorities[task.priority]
            ) : candidates && candidates.length > 1 ? (
              <Select
                bare
                label={m.who_is(words)}
                value={(chosen[words] ?? candidates[0]!).id}
                options={candidates.map(({ id, name }) => [id, name])}
                onChange={({ target }) => onChoose(words, candidates.find(({ id }) => id === target.value)!)}
              />
            ) : (
              <span className="truncate">{candidates?.[0]?.name ?? words.replace(/^#/, '')}</span>
            )}
          </span>
        )
      })}
    </div>
  )
}
