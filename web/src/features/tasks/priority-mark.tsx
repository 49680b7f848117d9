import { useTaskMessages } from '@/messages/tasks.ts'
import type { Task } from './tasks-queries.ts'

export const priorities = ['urgent', 'high', 'medium', 'low', 'none'] as const

/** Three bars, as many of them full as it is pressing; what is urgent stands out. */
export function PriorityMark({ priority }: { priority: Task['priority'] }) {
  const { tasks: m } = useTaskMessages()
  if (priority === 'none') return <span className="w-4 shrink-0" />
  const full = { low: 1, medium: 2, high: 3, urgent: 3 }[priority]
  return (
    <svg viewBox="0 0 16 16" role="img" aria-label={m.priorities[priority]} className={`size-4 shrink-0 ${priority === 'urgent' ? 'text-danger' : 'text-ink-soft'}`}>
      <title>{m.priorities[priority]}</title>
      {[0, 1, 2].map((bar) => (
        <rect key={bar} x={2 + bar * 4.5} y={9 - bar * 3} width={3} height={5 + bar * 3} rx={1} fill="currentColor" opacity={bar < full ? 1 : 0.25} />
      ))}
    </svg>
  )
}
