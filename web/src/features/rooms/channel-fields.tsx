import { useState } from 'react'
import { useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { Switch } from '@/ui/switch.tsx'

interface Props {
  name?: string
  topic?: string
  isPrivate?: boolean
}

export function ChannelFields({ name = '', topic = '', isPrivate: wasPrivate = false }: Props) {
  const { rooms: m } = useMessages()
  const [isPrivate, setPrivate] = useState(wasPrivate)
  return (
    <>
      <Field label={m.name} name="name" required maxLength={80} defaultValue={name} placeholder={m.name_example} autoComplete="off" />
      <Field label={m.topic} name="topic" maxLength={1_000} defaultValue={topic} placeholder={m.topic_hint} autoComplete="off" />
      <div className="flex items-center justify-between gap-4">
        <div>
          <p className="text-sm font-medium">{m.private}</p>
          <p className="text-sm text-ink-faint">{isPrivate ? m.private_hint : m.public_hint}</p>
        </div>
        <Switch label={m.private} checked={isPrivate} onChange={setPrivate} />
        <input type="hidden" name="visibility" value={isPrivate ? 'private' : 'public'} />
      </div>
    </>
  )
}

export function readChannel(form: FormData): { name: string; topic: string; visibility: 'public' | 'private' } {
  return { name: String(form.get('name')).trim(), topic: String(form.get('topic')).trim(), visibility: form.get('visibility') === 'private' ? 'private' : 'public' }
}
