// The picture of a person: drop another one on it, choose one, or take it away.

import { useMutation } from '@tanstack/react-query'
import { Camera, Trash2 } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { personQuery, type Contact } from '@/features/people/people-queries.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { classes } from '@/ui/classes.ts'
import { toastProblem } from '@/ui/toasts.tsx'

export function Photo({ person }: { person: Contact }) {
  const { person: m } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const path = { params: { path: { id: person.id } } }
  const { queryKey } = personQuery(person.id)
  const upload = useMutation({
    mutationFn: (file: File) => body(api.POST('/contacts/{id}/photo', { ...path, body: { file: '' }, bodySerializer: () => formOf(file) })),
    onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
    onError: toastProblem,
  })
  const remove = useMutation({
    mutationFn: async () => void (await api.DELETE('/contacts/{id}/photo', path)),
    onMutate: () => queryClient.setQueryData(queryKey, { ...person, photo_url: null }),
    onError(error) {
      queryClient.setQueryData(queryKey, person)
      toastProblem(error)
    },
  })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) upload.mutate(file)
  }
  return (
    <div className="group relative shrink-0 in-data-drop:z-60" data-takes-files onDragOver={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={drop}>
      <button
        type="button"
        title={m.photo_hint}
        disabled={upload.isPending}
        onClick={() => input.current?.click()}
        className={classes('relative block rounded-full', over && 'ring-3 ring-accent', upload.isPending && 'animate-pulse')}
      >
        <Avatar name={person.name} photo={person.photo_url} size="xl" />
        <span className="sr-only">{m.photo_change}</span>
        <span className={classes('absolute inset-0 flex items-center justify-center rounded-full bg-black/45 text-white opacity-0 group-focus-within:opacity-100 group-hover:opacity-100', over && 'opacity-100!')}>
          <Camera size={18} />
        </span>
      </button>
      {person.photo_url && (
        <button
          type="button"
          aria-label={m.photo_remove}
          title={m.photo_remove}
          onClick={() => remove.mutate()}
          className="absolute -right-1 -bottom-1 flex size-6 items-center justify-center rounded-full bg-raised text-ink-soft opacity-0 shadow-pop group-focus-within:opacity-100 group-hover:opacity-100 hover:text-danger"
        >
          <Trash2 size={12} />
        </button>
      )}
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        aria-label={m.photo_change}
        tabIndex={-1}
        className="sr-only"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) upload.mutate(file)
          currentTarget.value = ''
        }}
      />
    </div>
  )
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file, file.name)
  return form
}
