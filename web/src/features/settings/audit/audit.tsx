// Who did what, from where: narrowed down, and taken along as a file.

import { Download } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Section } from '../section.tsx'
import { AuditEntry } from './audit-entry.tsx'
import { AuditFilter, queryOf, type Filter } from './audit-filter.tsx'

export function Audit() {
  const m = useSettingsMessages()
  const [filter, setFilter] = useState<Filter>({})
  const query = queryOf(filter)
  return (
    <Section
      title={m.settings.sections.audit}
      lead={m.audit.lead}
      action={
        <div className="flex gap-2">
          {(['csv', 'jsonl'] as const).map((format) => (
            <a
              key={format}
              download
              href={`/api/v1/audit/export?${new URLSearchParams({ ...query, format })}`}
              className="inline-flex h-8 items-center gap-1.5 rounded-md px-3 text-sm font-medium ring-1 ring-line-strong ring-inset hover:bg-hover"
            >
              <Download size={14} />
              {m.audit.formats[format]}
            </a>
          ))}
        </div>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <AuditFilter filter={filter} onChange={setFilter} />
        <div>
          <PagedList
            name={['audit', query]}
            read={(cursor, signal) => body(api.GET('/audit', { params: { query: { ...query, cursor } }, signal }))}
            idOf={({ id }) => String(id)}
            empty={<Nothing>{m.audit.none}</Nothing>}
          >
            {(entry) => <AuditEntry entry={entry} />}
          </PagedList>
        </div>
      </div>
    </Section>
  )
}
