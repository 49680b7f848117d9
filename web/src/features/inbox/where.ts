// Where a notification leads to.

import type { useNavigate } from '@tanstack/react-router'
import { partsOf, type Line } from './lines.ts'

export function openLine(navigate: ReturnType<typeof useNavigate>, { id: place, latest: { subject } }: Pick<Line, 'id' | 'latest'>) {
  const { noun, id, room } = partsOf(place)
  const [about, subjectId] = subject.split(':') as [string, string]
  const message = about === 'message' ? subjectId : undefined
  if (noun === 'room') return navigate({ to: '/rooms/$id', params: { id }, search: { message } })
  if (noun === 'thread') return navigate({ to: '/rooms/$id', params: { id: room! }, search: { thread: id, message } })
  if (noun === 'task') return navigate({ to: '/tasks/$id', params: { id }, search: { show: 'all' } })
  if (noun === 'reminder' || noun === 'scheduled_message') return navigate({ to: '/rooms/later' })
  return about === 'import' ? navigate({ to: '/import/$id', params: { id: subjectId } }) : navigate({ to: '/operations' })
}
