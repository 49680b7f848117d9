import { ChevronRight } from 'lucide-react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { CopyButton } from '@/ui/copy.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Section } from '../section.tsx'

export function Outbox() {
  const m = useSettingsMessages()
  return (
    <Section title={m.settings.sections.outbox} lead={m.outbox.lead}>
      <PagedList
        name={['outbox']}
        read={(cursor, signal) => body(api.GET('/outbox', { params: { query: { cursor } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.outbox.none}</Nothing>}
      >
        {(mail) => <OutboxMail mail={mail} />}
      </PagedList>
    </Section>
  )
}

function OutboxMail({ mail: { to, subject, text, created_at } }: { mail: Schemas['OutboxMail'] }) {
  const m = useSettingsMessages()
  const { moment } = useFormats()
  return (
    <details className="group">
      <summary className="grid min-h-14 cursor-pointer list-none grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-3 px-4 py-2 hover:bg-hover sm:grid-cols-[1rem_minmax(0,1fr)_auto]">
        <ChevronRight size={14} className="text-ink-faint transition-transform group-open:rotate-90" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{subject}</span>
          <span className="block truncate text-sm text-ink-faint">{to}</span>
        </span>
        <time dateTime={created_at} className="col-start-2 text-sm text-ink-faint tabular-nums sm:col-start-3">
          {moment(created_at)}
        </time>
      </summary>
      <div className="grid gap-3 px-4 pt-1 pb-4 pl-11">
        <pre tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-canvas p-3 font-sans text-sm wrap-anywhere whitespace-pre-wrap">
          {text}
        </pre>
        <div>
          <CopyButton text={text} label={m.outbox.copy} />
        </div>
      </div>
    </details>
  )
}
