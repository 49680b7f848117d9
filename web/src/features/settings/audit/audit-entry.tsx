import { ChevronRight } from 'lucide-react'
import type { Schemas } from '@/api/client.ts'
import { useAuditedMessages } from '@/messages/audited.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'

/** A line; opened, everything that is known of it. */
export function AuditEntry({ entry }: { entry: Schemas['AuditEntry'] }) {
  const m = useSettingsMessages()
  const { audited, subjects } = useAuditedMessages()
  const { moment } = useFormats()
  const { type, subject, actor, address, user_agent, created_at, data } = entry
  const called = nameIn(data?.[subject.split(':')[0]!])
  const name = (noun: string) => subjects[noun as keyof typeof subjects] ?? noun
  const who = actor.kind === 'system' ? (actor.name ? m.audit.system_for(actor.name) : m.audit.system) : (actor.name ?? m.audit.gone)
  return (
    <details className="group">
      <summary className="grid min-h-11 cursor-pointer list-none grid-cols-[1rem_1fr_auto] items-center gap-x-3 px-4 py-2 text-sm hover:bg-hover md:grid-cols-[1rem_minmax(8rem,1fr)_minmax(10rem,1.4fr)_auto]">
        <ChevronRight size={14} className="text-ink-faint transition-transform group-open:rotate-90" />
        <span className="truncate font-medium">{who}</span>
        <span title={type} className="col-span-2 col-start-2 row-start-2 truncate text-ink-soft md:col-span-1 md:col-start-3 md:row-start-1">
          {audited[type as keyof typeof audited] ?? type}
          {called && <span className="text-ink-faint"> · {called}</span>}
        </span>
        <time dateTime={created_at} className="text-ink-faint tabular-nums">
          {moment(created_at)}
        </time>
      </summary>
      <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1 px-4 pt-1 pb-4 pl-11 text-sm">
        <Fact name={m.audit.subject} value={subject.replace(/^(\w+):/, (_, noun: string) => `${name(noun)} `)} />
        <Fact name={m.audit.actor} value={`${name(actor.kind)} ${actor.id}`} />
        <Fact name={m.audit.address} value={address ?? '–'} />
        <Fact name={m.audit.program} value={user_agent ?? '–'} />
        <dt className="text-ink-faint">{m.audit.data}</dt>
        <dd className="min-w-0">
          {data ? (
            <pre tabIndex={0} className="max-h-72 overflow-auto rounded-md bg-canvas p-3 text-xs">
              {JSON.stringify(data, null, 2)}
            </pre>
          ) : (
            m.audit.no_data
          )}
        </dd>
      </dl>
    </details>
  )
}

/** What it was done to is called, as far as the entry has it. */
function nameIn(about: unknown): string | undefined {
  const { name, title, email } = (about ?? {}) as Record<string, unknown>
  return [name, title, email].find((each) => typeof each === 'string')
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="wrap-anywhere">{value}</dd>
    </>
  )
}
