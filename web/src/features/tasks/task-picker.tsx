import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Picker, PickerItem } from '@/ui/picker.tsx'
import { findTasksByWords, type Task } from './tasks-queries.ts'

interface Props {
  label: string
  /** Whatever it is not to be. */
  except: string[]
  onPick(task: Task): void
}

/** An open task, found by its words. */
export function TaskPicker({ label, except, onPick }: Props) {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: tasks = [], isPlaceholderData } = useQuery(findTasksByWords(q))
  const offered = q === '' ? [] : tasks.filter(({ id }) => !except.includes(id))
  return (
    <Picker autoFocus label={label} text={text} onText={setText} isFound={q !== '' && !isPlaceholderData}>
      {offered.map((task) => (
        <PickerItem key={task.id} value={task.id} onPick={() => onPick(task)}>
          {task.title}
        </PickerItem>
      ))}
    </Picker>
  )
}
