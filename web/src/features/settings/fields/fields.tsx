import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Nothing, PagedList } from '../paged-list.tsx'
import { Section } from '../section.tsx'
import { FieldRow } from './field-row.tsx'
import { NewField } from './new-field.tsx'

export function Fields() {
  const m = useSettingsMessages()
  const [creating, setCreating] = useState(false)
  return (
    <Section
      title={m.settings.sections.fields}
      lead={m.fields.lead}
      action={
        <Button look="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
          {m.fields.create}
        </Button>
      }
    >
      <PagedList
        name={['fields']}
        read={(cursor, signal) => body(api.GET('/fields', { params: { query: { cursor, limit: 100 } }, signal }))}
        idOf={({ id }) => id}
        empty={<Nothing>{m.fields.none}</Nothing>}
      >
        {(field, fields) => <FieldRow field={field} first={field === fields[0]} last={field === fields.at(-1)} />}
      </PagedList>
      <NewField open={creating} onClose={() => setCreating(false)} />
    </Section>
  )
}
