// The columns of the board: those who administer give them names, colours and an order.

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useStatuses, type Status } from '@/features/tasks/statuses.ts'
import { CategoryMark } from '@/features/tasks/task-check.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Button } from '@/ui/button.tsx'
import { Loading } from '../paged-list.tsx'
import { Group, Panel, Row } from '../section.tsx'
import { EditStatus, NewStatus, RemoveStatus } from './status-dialogs.tsx'
import { useStatusChange } from './use-status-change.ts'

export function Statuses() {
  const { task_settings: m } = useSettingsMessages()
  const statuses = useStatuses()
  const mayChange = isAtLeast(useMe().role, 'admin')
  const [creating, setCreating] = useState(false)
  return (
    <Group
      title={m.statuses}
      hint={mayChange ? m.statuses_hint : m.statuses_locked}
      action={mayChange && (
        <Button look="primary" size="sm" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
          {m.create_status}
        </Button>
      )}
    >
      {statuses ? (
        <Panel>
          {statuses.map((status, place) => (
            <StatusRow key={status.id} status={status} statuses={statuses} place={place} mayChange={mayChange} />
          ))}
        </Panel>
      ) : (
        <Loading />
      )}
      <NewStatus open={creating} onClose={() => setCreating(false)} />
    </Group>
  )
}

function StatusRow({ status, statuses, place, mayChange }: { status: Status; statuses: Status[]; place: number; mayChange: boolean }) {
  const { task_settings: m, actions } = useSettingsMessages()
  const { tasks } = useTaskMessages()
  const { id, name, category, color } = status
  const [asking, setAsking] = useState<'edit' | 'remove'>()
  const close = () => setAsking(undefined)
  const move = useStatusChange((after_id: string | null) => api.PATCH('/task-statuses/{id}', { params: { path: { id } }, body: { after_id } }))
  // Tasks need one to begin in, and one to end in.
  const isNeeded = (category === 'todo' || category === 'done') && statuses.filter((each) => each.category === category).length === 1
  return (
    <Row icon={<CategoryMark category={category} color={color} />} title={name} detail={name === tasks.categories[category] ? undefined : tasks.categories[category]}>
      {mayChange && (
        <>
          <Button look="quiet" size="sm" icon={<ArrowUp size={14} />} aria-label={m.up(name)} disabled={place === 0 || move.isPending} onClick={() => move.mutate(statuses[place - 2]?.id ?? null)} />
          <Button look="quiet" size="sm" icon={<ArrowDown size={14} />} aria-label={m.down(name)} disabled={place === statuses.length - 1 || move.isPending} onClick={() => move.mutate(statuses[place + 1]!.id)} />
          <Button size="sm" aria-label={m.edit_of(name)} onClick={() => setAsking('edit')}>
            {actions.edit}
          </Button>
          <Button look="quiet" size="sm" icon={<Trash2 size={14} />} aria-label={m.remove_of(name)} title={isNeeded ? m.needed : undefined} disabled={isNeeded} onClick={() => setAsking('remove')} />
          <EditStatus key={status.updated_at} status={status} open={asking === 'edit'} onClose={close} />
          {asking === 'remove' && <RemoveStatus status={status} others={statuses.filter((each) => each.id !== id)} onClose={close} />}
        </>
      )}
    </Row>
  )
}
