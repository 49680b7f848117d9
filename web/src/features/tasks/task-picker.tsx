import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useDeferredValue, useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { inputLook } from '@/ui/field.tsx'
import { findTasksByWords, type Task } from './tasks-queries.ts'

interface Props {
  label: string
  /** Whatever it is not to be. */
  except: string[]
  onPick(task: Task): void
}

/** An open task, found by its words. */
export function TaskPicker({ label, except, onPick }: Props) {
  const { palette, tasks: m } = useMessages()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: tasks = [], isPlaceholderData } = useQuery(findTasksByWords(q))
  return (
    <Command shouldFilter={false} label={label}>
      <span className="mb-1.5 block text-sm font-medium">{label}</span>
      <Command.Input autoFocus value={text} onValueChange={setText} placeholder={m.find} className={inputLook} />
      <Command.List className="mt-1 max-h-64 overflow-y-auto">
        {q !== '' && !isPlaceholderData && <Command.Empty className="px-2 py-4 text-center text-sm text-ink-soft">{palette.nothing}</Command.Empty>}
        {q !== '' &&
          tasks.filter(({ id }) => !except.includes(id)).map((task) => (
            <Command.Item key={task.id} value={task.id} onSelect={() => onPick(task)} className="flex min-h-9 cursor-pointer items-center rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-hover">
              <span className="truncate">{task.title}</span>
            </Command.Item>
          ))}
      </Command.List>
    </Command>
  )
}
