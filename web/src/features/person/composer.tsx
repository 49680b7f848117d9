// Writing down what happened: a note, a call, a meeting.

import { useMutation } from '@tanstack/react-query'
import { CalendarDays, Phone, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useCommands } from '@/app/commands.ts'
import { dropDraft, hasDraft, useDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { useKeys } from '@/app/shortcuts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { classes } from '@/ui/classes.ts'
import { toastProblem } from '@/ui/toasts.tsx'
import { MarkdownBox } from './markdown-box.tsx'
import { idOf, type About } from './timeline-queries.ts'
import { WrittenForm, type Written } from './written-form.tsx'

const kinds = [['note', StickyNote, 'n'], ['call', Phone, 'c'], ['meeting', CalendarDays, 'm']] as const
type Kind = (typeof kinds)[number][0]

/** Calls and meetings are with people; what is to be remembered may be of a company. */
export function Composer({ about, onReveal }: { about: About; onReveal(): void }) {
  const { person: m } = useMessages()
  const id = idOf(about)
  const offered: readonly (typeof kinds)[number][] = 'contact_id' in about ? kinds : kinds.slice(0, 1)
  const [kind, setKind] = useState<Kind>()
  const write = (each: Kind) => {
    onReveal()
    setKind(each)
  }
  useKeys(Object.fromEntries(offered.map(([each, , key]) => [key, () => write(each)])))
  useCommands(offered.map(([each, Icon, keys]) => ({ label: m.write[each], keys, icon: <Icon size={16} />, run: () => write(each) })))
  return (
    <div className="py-4">
      <div className="-ml-3 flex flex-wrap gap-1">
        {offered.map(([each, Icon, key]) => (
          <Button key={each} size="sm" look="quiet" icon={<Icon size={14} />} shortcut={key} aria-expanded={kind === each} className={classes(kind === each && 'bg-hover text-ink')} onClick={() => setKind(kind === each ? undefined : each)}>
            <span className="sm:hidden">{m.kinds[each]}</span>
            <span className="max-sm:hidden">{m.write[each]}</span>
            {kind !== each && hasDraft(`${each}:${id}`) && <span role="img" aria-label={m.has_draft} title={m.has_draft} className="size-1.5 rounded-full bg-warning" />}
          </Button>
        ))}
      </div>
      {kind === 'note' && <NewNote about={about} onDone={() => setKind(undefined)} />}
      {(kind === 'call' || kind === 'meeting') && <NewWritten key={kind} id={id} kind={kind} onDone={() => setKind(undefined)} />}
    </div>
  )
}

interface NewProps {
  onDone(): void
}

function NewNote({ about, onDone }: NewProps & { about: About }) {
  const { person: m } = useMessages()
  const id = idOf(about)
  const [text, setText] = useDraft(`note:${id}`, '')
  const save = useMutation({
    mutationFn: () => body(api.POST('/notes', { body: { text, ...('contact_id' in about ? { contact_ids: [id] } : { company_ids: [id] }) } })),
    onSuccess() {
      dropDraft(`note:${id}`)
      onDone()
      return queryClient.invalidateQueries({ queryKey: ['timeline', id] })
    },
    onError: toastProblem,
  })
  return <MarkdownBox label={m.write.note} text={text} onChange={setText} busy={save.isPending} onSave={() => save.mutate()} onCancel={onDone} />
}

function NewWritten({ id, kind, onDone }: NewProps & { id: string; kind: 'call' | 'meeting' }) {
  const save = useMutation({
    mutationFn: (given: Written) => body(api.POST('/interactions', { body: { kind, participants: [{ contact_id: id, role: kind === 'meeting' ? 'attendee' : 'to' }], ...given } })),
    onSuccess() {
      dropDraft(`${kind}:${id}`)
      onDone()
      return queryClient.invalidateQueries({ queryKey: ['timeline', id] })
    },
    onError: toastProblem,
  })
  return <WrittenForm kind={kind} draft={`${kind}:${id}`} busy={save.isPending} onSave={(given) => save.mutate(given)} onCancel={onDone} />
}
