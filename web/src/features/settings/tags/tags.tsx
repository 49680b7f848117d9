import { Plus, Search, Trash2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { inputLook } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { EditTag, NewTag } from './tag-dialogs.tsx'
import { TagColor } from './tag-color.tsx'

export function Tags() {
  const m = useSettingsMessages()
  const [creating, setCreating] = useState(false)
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim()) || undefined
  return (
    <Section
      title={m.settings.sections.tags}
      lead={m.tags.lead}
      action={
        <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
          {m.tags.create}
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <div className="relative">
          <Search size={14} className="absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint" />
          <input type="search" aria-label={m.tags.find} placeholder={m.tags.find} maxLength={100} value={text} onChange={({ target }) => setText(target.value)} className={`${inputLook} pl-8`} />
        </div>
        <div>
          <PagedList
            name={['tags', q]}
            read={(cursor, signal) => body(api.GET('/tags', { params: { query: { cursor, q } }, signal }))}
            idOf={({ id }) => id}
            empty={<Nothing>{q ? m.tags.no_match : m.tags.none}</Nothing>}
          >
            {(tag) => <TagRow tag={tag} />}
          </PagedList>
        </div>
      </div>
      <NewTag open={creating} onClose={() => setCreating(false)} />
    </Section>
  )
}

function TagRow({ tag }: { tag: Schemas['CountedTag'] }) {
  const m = useSettingsMessages()
  const { id, name, color, contact_count } = tag
  const [asking, setAsking] = useState<'edit' | 'remove'>()
  const close = () => setAsking(undefined)
  const remove = useChange(() => api.DELETE('/tags/{id}', { params: { path: { id } } }), {
    inForm: true,
    onDone() {
      close()
      toast(m.tags.removed(name))
    },
  })
  return (
    <Row icon={<TagColor color={color} />} title={name} detail={m.people.total(contact_count)}>
      <Button size="sm" aria-label={m.tags.edit_of(name)} onClick={() => setAsking('edit')}>
        {m.actions.edit}
      </Button>
      <Button look="quiet" size="sm" icon={<Trash2 size={14} />} aria-label={m.tags.remove_of(name)} title={m.actions.remove} onClick={() => setAsking('remove')} />
      <EditTag key={tag.updated_at} tag={tag} open={asking === 'edit'} onClose={close} />
      <FormDialog title={m.tags.remove_of(name)} open={asking === 'remove'} onClose={close} submit={m.actions.remove} danger pending={remove.isPending} error={remove.error} onSubmit={() => remove.mutate()}>
        <p>{m.tags.loses(contact_count)}</p>
      </FormDialog>
    </Row>
  )
}
