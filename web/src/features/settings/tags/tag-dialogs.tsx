import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { ColorChoice } from './tag-color.tsx'

interface Props {
  open: boolean
  onClose(): void
}

export function NewTag({ open, onClose }: Props) {
  const m = useSettingsMessages()
  const [color, setColor] = useDraft<string | null>('new-tag:color', null)
  const create = useChange((name: string) => api.POST('/tags', { body: { name, color } }), {
    inForm: true,
    drafts: ['new-tag'],
    onDone() {
      setColor(null)
      close()
    },
  })
  const close = () => {
    create.reset()
    onClose()
  }
  return (
    <FormDialog title={m.tags.create} draft={formDraft('new-tag')} open={open} onClose={close} submit={m.actions.create} pending={create.isPending} error={create.error} onSubmit={(form) => create.mutate(String(form.get('name')).trim())}>
      <Field label={m.people.name} name="name" autoComplete="off" maxLength={100} required autoFocus />
      <ColorChoice chosen={color} onChange={setColor} />
    </FormDialog>
  )
}

/** With the name of another tag the two become one, which is said before. */
export function EditTag({ tag, open, onClose }: Props & { tag: Schemas['CountedTag'] }) {
  const m = useSettingsMessages()
  const draft = `tag:${tag.id}`
  const [{ name, color }, setTag] = useDraft(draft, { name: tag.name, color: tag.color })
  const other = useTagOfName(open ? name.trim() : '', tag.id)
  const change = useChange(() => api.PATCH('/tags/{id}', { params: { path: { id: tag.id } }, body: { name: name.trim(), color } }), { inForm: true, drafts: [draft], onDone: onClose })
  const close = () => {
    change.reset()
    onClose()
  }
  return (
    <FormDialog title={m.tags.edit} open={open} onClose={close} submit={other ? m.tags.merge : m.actions.save} danger={other !== undefined} disabled={name.trim() === ''} pending={change.isPending} error={change.error} onSubmit={() => change.mutate()}>
      <Field label={m.people.name} value={name} onChange={({ target }) => setTag({ name: target.value, color })} autoComplete="off" maxLength={100} required autoFocus />
      {other ? <p className="text-sm text-danger">{m.tags.becomes(tag.name, other.name)}</p> : <ColorChoice chosen={color} onChange={(chosen) => setTag({ name, color: chosen })} />}
    </FormDialog>
  )
}

/** Another tag that has this name already, in any case. */
function useTagOfName(name: string, id: string) {
  const q = useDeferredValue(name)
  const { data } = useQuery({
    queryKey: ['settings', 'tag-named', q],
    queryFn: ({ signal }) => body(api.GET('/tags', { params: { query: { q, limit: 100 } }, signal })),
    enabled: q !== '',
    staleTime: 10_000,
  })
  return data?.data.find((tag) => tag.id !== id && tag.name.toLowerCase() === q.toLowerCase())
}
