import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api, type Schemas } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Row } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { EditField } from './edit-field.tsx'
import { fieldIcons } from './field-types.ts'
import { RemoveField } from './remove-field.tsx'

interface Props {
  field: Schemas['Field']
  first: boolean
  last: boolean
}

export function FieldRow({ field, first, last }: Props) {
  const m = useSettingsMessages()
  const { id, key, label, type, options, position } = field
  const [asking, setAsking] = useState<'edit' | 'remove'>()
  const close = () => setAsking(undefined)
  const move = useChange((to: number) => api.PATCH('/fields/{id}', { params: { path: { id } }, body: { position: to } }))
  const Icon = fieldIcons[type]
  return (
    <Row
      icon={<Icon size={17} strokeWidth={1.7} />}
      title={label}
      detail={
        <>
          {m.fields.types[type]} · <code className="text-xs">{key}</code>
          {options.length > 0 && ` · ${options.map((option) => option.label).join(', ')}`}
        </>
      }
    >
      <Button look="quiet" size="sm" icon={<ArrowUp size={14} />} aria-label={m.fields.up(label)} disabled={first || move.isPending} onClick={() => move.mutate(position - 1)} />
      <Button look="quiet" size="sm" icon={<ArrowDown size={14} />} aria-label={m.fields.down(label)} disabled={last || move.isPending} onClick={() => move.mutate(position + 1)} />
      <Button size="sm" aria-label={m.fields.edit_of(label)} onClick={() => setAsking('edit')}>
        {m.actions.edit}
      </Button>
      <Button look="quiet" size="sm" icon={<Trash2 size={14} />} aria-label={m.fields.remove_of(label)} onClick={() => setAsking('remove')} />
      <EditField key={field.updated_at} field={field} open={asking === 'edit'} onClose={close} />
      <RemoveField field={field} open={asking === 'remove'} onClose={close} />
    </Row>
  )
}
