import { ListPlus } from 'lucide-react'
import { Group, Item } from '@/app/palette-items.tsx'
import { useMe } from '@/app/roles.ts'
import { useTaskMessages } from '@/messages/tasks.ts'
import { useWriteTask } from './write-task.ts'

/** What is written becomes a task of one's own. */
export function PaletteTasks({ line, then }: { line: string; then(action: () => void): () => void }) {
  const { tasks: m, nav } = useTaskMessages()
  const me = useMe().user?.id
  const write = useWriteTask()
  return (
    <Group heading={nav.tasks}>
      <Item value="add task" icon={<ListPlus size={16} />} onSelect={then(() => write(line, me ? { assignee_ids: [me] } : {}))}>
        {m.add_named(line)}
      </Item>
    </Group>
  )
}
