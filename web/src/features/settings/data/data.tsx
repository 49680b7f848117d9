import { Link } from '@tanstack/react-router'
import { CalendarDays, Contact, Download, FileUp, Mails, MessagesSquare, Table } from 'lucide-react'
import { api, body, type Schemas } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useFormats } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { OnePerson } from './one-person.tsx'

const files = [
  { name: 'contacts.csv', icon: Table },
  { name: 'contacts.vcf', icon: Contact },
  { name: 'timeline.jsonl', icon: MessagesSquare },
  { name: 'timeline.mbox', icon: Mails },
  { name: 'calendar.ics', icon: CalendarDays },
] as const

export function Data() {
  const m = useSettingsMessages()
  const isAdmin = isAtLeast(useMe().role, 'admin')
  return (
    <Section title={m.settings.sections.data} lead={m.data.lead}>
      <Group>
        <Panel>
          {files.map(({ name, icon: Icon }) => (
            <Row key={name} icon={<Icon size={18} strokeWidth={1.7} />} title={name} detail={m.data.files[name]}>
              <a download href={`/api/v1/exports/${name}`} aria-label={m.data.download_of(name)} className={downloadLook}>
                <Download size={14} />
                {m.data.download}
              </a>
            </Row>
          ))}
        </Panel>
      </Group>
      <OnePerson />
      <Group title={m.data.imports}>
        <Panel>
          <Row icon={<FileUp size={18} strokeWidth={1.7} />} title={m.imports.recent} detail={m.data.imports_hint}>
            <Link to="/import" className={downloadLook}>
              {m.data.see}
            </Link>
          </Row>
        </Panel>
      </Group>
      {isAdmin && (
        <Group title={m.data.erasures} hint={m.data.erasures_hint}>
          <PagedList
            name={['erasures']}
            read={(cursor, signal) => body(api.GET('/erasures', { params: { query: { cursor } }, signal }))}
            idOf={({ id }) => id}
            empty={<Nothing>{m.data.no_erasures}</Nothing>}
          >
            {(erasure) => <ErasureRow erasure={erasure} />}
          </PagedList>
        </Group>
      )}
    </Section>
  )
}

/** The receipt says what went, and of whom only what they know who know the address. */
function ErasureRow({ erasure: { id, counts, created_at, finished_at } }: { erasure: Schemas['Erasure'] }) {
  const m = useSettingsMessages()
  const { moment } = useFormats()
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Row title={moment(created_at)} detail={`${m.data.erased_rows(rows)} · ${finished_at ? m.data.erasure_done : m.data.erasure_running}`}>
      <a download={`erasure-${id}.json`} href={`/api/v1/erasures/${id}`} className={downloadLook}>
        <Download size={14} />
        {m.data.receipt}
      </a>
    </Row>
  )
}

const downloadLook = 'inline-flex h-7 items-center gap-1.5 rounded-md px-3 text-sm font-medium ring-1 ring-line-strong ring-inset hover:bg-hover'
