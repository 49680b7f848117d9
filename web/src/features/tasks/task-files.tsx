// Files that belong to a task: those of its comments.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useRef } from 'react'
import { api, body } from '@/api/client.ts'
import { send } from '@/features/rooms/outbox.ts'
import { putRoom } from '@/features/rooms/rooms-queries.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useTaskMessages } from '@/messages/tasks.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { AddButton } from './add-line.tsx'
import { Section } from './task-relations.tsx'
import { filesOf, type Task } from './tasks-queries.ts'

export function TaskFiles({ task }: { task: Task }) {
  const { tasks: m, rooms } = useTaskMessages()
  const { bytes, when } = useFormats()
  const client = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const { data: files = [] } = useQuery(filesOf(task))
  const { mutate, isPending } = useMutation({
    async mutationFn(chosen: File[]) {
      const room = await body(api.PUT('/tasks/{id}/room', { params: { path: { id: task.id } } }))
      putRoom(room)
      const uploaded = []
      for (const file of chosen) {
        const form = new FormData()
        form.append('file', file, file.name)
        uploaded.push(await body(api.POST('/rooms/{id}/files', { params: { path: { id: room.id } }, body: { file: '' }, bodySerializer: () => form })))
      }
      send({ room_id: room.id, thread_id: null }, '', { files: uploaded })
    },
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['task', task.id] }),
  })
  return (
    <Section title={m.files}>
      {files.map(({ id, name, url, size, thumbnail_url, created_at }) => (
        <li key={id}>
          <a href={thumbnail_url ? `${url}?inline=true` : url} {...(thumbnail_url ? { target: '_blank', rel: 'noopener' } : { download: name })} className="-mx-1.5 flex min-h-9 items-center gap-2.5 rounded-md px-1.5 py-1 hover:bg-hover">
            {thumbnail_url ? <img src={thumbnail_url} alt="" loading="lazy" className="size-7 shrink-0 rounded-sm bg-line object-cover" /> : <FileText size={16} className="mx-1.5 shrink-0 text-ink-faint" />}
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="shrink-0 text-xs text-ink-faint tabular-nums">{bytes(size)} · {when(created_at)}</span>
          </a>
        </li>
      ))}
      <li className="-ml-1.5 flex min-h-8 items-center">
        {isPending ? <span role="status" className="px-1.5 text-ink-faint">{rooms.uploading}</span> : <AddButton label={m.add_file} onClick={() => picker.current?.click()} />}
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            if (target.files?.length) mutate([...target.files])
            target.value = ''
          }}
        />
      </li>
    </Section>
  )
}
