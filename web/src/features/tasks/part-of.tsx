import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTaskMessages } from '@/messages/tasks.ts'
import { Popover } from '@/ui/popover.tsx'
import { RemoveButton } from '@/ui/remove-button.tsx'
import { AddButton } from './add-line.tsx'
import { useChangeTask } from './change-task.ts'
import { TaskPicker } from './task-picker.tsx'
import type { Task } from './tasks-queries.ts'

/** The task of which this is a part: chosen, another one, none. */
export function ParentChoice({ task }: { task: Task }) {
  const { tasks: m } = useTaskMessages()
  const changeTask = useChangeTask()
  const [open, setOpen] = useState(false)
  const { parent } = task
  const set = (to: Task['parent']) => changeTask(task, { parent_id: to?.id ?? null }, { parent: to })
  return (
    <div className="group flex min-h-8 min-w-0 items-center gap-1.5">
      {parent && (
        <Link to="/tasks/$id" params={{ id: parent.id }} search={true} className="min-w-0 truncate hover:underline">
          {parent.title}
        </Link>
      )}
      <span className={parent ? 'shrink-0' : '-ml-1.5'}>
        <Popover label={m.choose_parent} open={open} onOpenChange={setOpen} className="w-80 p-3" trigger={<AddButton label={parent ? m.another : m.choose_parent} description={m.choose_parent} />}>
          <TaskPicker
            label={m.choose_parent}
            except={[task.id, ...(parent ? [parent.id] : [])]}
            onPick={({ id, title }) => {
              setOpen(false)
              set({ id, title })
            }}
          />
        </Popover>
      </span>
      {parent && <RemoveButton label={m.no_parent(parent.title)} onClick={() => set(null)} />}
    </div>
  )
}
