import { useInfiniteQuery } from '@tanstack/react-query'
import type { Schemas } from '@/api/client.ts'
import type { ReactNode } from 'react'
import { useMemberNames } from '@/features/people/members.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Button } from '@/ui/button.tsx'
import { useStatuses } from './statuses.ts'
import { Section } from './task-relations.tsx'
import { historyOf, type Task } from './tasks-queries.ts'

/** Who has changed what, newest first; and at its end who has made it. */
export function TaskHistory({ task }: { task: Task }) {
  const { tasks: m, actions } = useTaskMessages()
  const history = useInfiniteQuery(historyOf(task.id))
  const entries = history.data?.pages.flatMap(({ data }) => data) ?? []
  return (
    <Section title={m.history}>
      {entries.map((entry) => (
        <Entry key={entry.id} by={entry.changed_by} at={entry.created_at} what={<What entry={entry} />} />
      ))}
      {history.hasNextPage ? (
        <li>
          <Button size="sm" look="quiet" disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {actions.more}
          </Button>
        </li>
      ) : (
        <Entry by={task.created_by} at={task.created_at} what={m.made_it} />
      )}
    </Section>
  )
}

function Entry({ by, at, what }: { by: Task['created_by']; at: string; what: ReactNode }) {
  const { tasks: m } = useTaskMessages()
  const { when, moment } = useFormats()
  const names = useMemberNames()
  const name = names.get(by.id) ?? m.makers[by.kind === 'api_key' ? 'program' : 'somebody']
  return (
    <li className="flex items-start gap-2.5 py-1.5">
      <Avatar name={name} />
      <p className="min-w-0 flex-1 pt-0.5 wrap-anywhere text-ink-soft">
        <span className="font-medium text-ink">{name}</span> {what}
      </p>
      <time dateTime={at} title={moment(at)} className="shrink-0 pt-1 text-xs text-ink-faint tabular-nums">
        {when(at)}
      </time>
    </li>
  )
}

function What({ entry: { field, before, after } }: { entry: Schemas['TaskHistoryEntry'] }) {
  const { tasks: m } = useTaskMessages()
  const { date } = useFormats()
  const names = useMemberNames()
  const statuses = useStatuses() ?? []
  if (field === 'deleted_at') return after === null ? m.restored_it : m.deleted_it
  const say = (value: unknown): string => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return m.nothing
    if (field === 'status_id') return statuses.find(({ id }) => id === value)?.name ?? m.nothing
    if (field === 'priority') return m.priorities[value as Task['priority']]
    if (field === 'assignee_ids' || field === 'watcher_ids') return (value as string[]).map((id) => names.get(id) ?? m.makers.somebody).join(', ')
    if (field === 'labels') return (value as string[]).join(', ')
    if (field === 'due_on' || field === 'starts_on') return date(value as string)
    return String(value)
  }
  const label = m.fields[field as keyof typeof m.fields] ?? field
  // Ids say nothing, and a text is too long for a line.
  const isTold = !['description', 'parent_id', 'blocker_ids', 'contact_ids', 'company_ids', 'room_ids', 'message_ids', 'repeat_rule', 'repeat_mode'].includes(field)
  return isTold ? m.changed_from(label, say(before), say(after)) : m.changed_field(label)
}
