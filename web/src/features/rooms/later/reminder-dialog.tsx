// A reminder in words: when, as one would say it, with what that means; and of what.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useFormats, useLanguage, useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import type { Message } from '../rooms-queries.ts'
import { remind } from './reminders.ts'

interface Props {
  /** Of which; of one's own words, without. */
  message?: Message
  onClose(): void
}

export function ReminderDialog({ message, onClose }: Props) {
  const { later: m } = useMessages()
  const { moment } = useFormats()
  const { language: locale } = useLanguage()
  const [words, setWords] = useState('')
  const [text, setText] = useState('')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const asked = useDeferredValue(words.trim())
  const { data } = useQuery({
    queryKey: ['reminder-when', asked, locale],
    queryFn: ({ signal }) => body(api.POST('/reminders/parse', { body: { text: asked, zone, locale }, signal })),
    enabled: asked !== '',
    placeholderData: (before) => (asked === '' ? undefined : before),
  })
  const at = asked === '' ? undefined : data?.remind_at
  const isUnknown = asked !== '' && data?.remind_at === null
  const save = useMutation({
    mutationFn: () => remind({ message_id: message?.id, text: text.trim(), time: { when: words.trim(), zone, locale } }, moment),
    onSuccess: onClose,
  })
  return (
    <FormDialog title={m.remind} open submit={m.remind_short} disabled={!at || (!message && text.trim() === '')} pending={save.isPending} error={save.error} onClose={onClose} onSubmit={() => save.mutate()}>
      {message && <p className="truncate rounded-md bg-hover px-3 py-2 text-ink-soft">{message.snippet}</p>}
      {!message && <Field label={m.what} maxLength={1_000} value={text} onChange={({ target }) => setText(target.value)} />}
      <Field
        label={m.when}
        placeholder={m.when_example}
        maxLength={200}
        value={words}
        error={isUnknown ? m.no_time : undefined}
        hint={at ? (data?.repeat_rule ? m.at_again(moment(at)) : moment(at)) : m.when_hint}
        onChange={({ target }) => setWords(target.value)}
      />
      {message && <Field label={m.note} maxLength={1_000} value={text} onChange={({ target }) => setText(target.value)} />}
    </FormDialog>
  )
}
