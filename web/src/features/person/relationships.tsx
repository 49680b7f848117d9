// What others are to a person, with a way to them.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { PersonPicker } from '@/features/people/person-picker.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Choice } from '@/ui/choice.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { SideLine, SideSection } from './side-section.tsx'

type NewRelationship = Schemas['NewRelationship']
type Kind = NewRelationship['kind']

export function Relationships({ id }: { id: string }) {
  const m = useMessages()
  const [adding, setAdding] = useState(false)
  const { data: relationships = [] } = useQuery({
    queryKey: ['relationships', id],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts/{id}/relationships', { params: { path: { id }, query: { limit: 100 } }, signal }))).data,
  })
  const refetch = () => queryClient.invalidateQueries({ queryKey: ['relationships'] })
  const add = useMutation({
    mutationFn: (relationship: NewRelationship) => body(api.POST('/contacts/{id}/relationships', { params: { path: { id } }, body: relationship })),
    onSuccess() {
      setAdding(false)
      return refetch()
    },
    onError: toastProblem,
  })
  const remove = useMutation({
    mutationFn: async (relationship: Schemas['Relationship']) => void (await api.DELETE('/relationships/{id}', { params: { path: { id: relationship.id } } })),
    onSuccess(_, { kind, contact }) {
      // One of its own words has another on the other side, which is not known here.
      const undo = { label: m.actions.undo, run: () => add.mutate({ kind, contact_id: contact.id }) }
      toast(m.person.removed, kind === 'custom' ? {} : { action: undo })
      return refetch()
    },
    onError: toastProblem,
  })
  return (
    <SideSection title={m.person.relationships.title} add={m.person.relationships.add} onAdd={() => setAdding(true)}>
      {relationships.map((relationship) => (
        <SideLine key={relationship.id} remove={`${m.actions.remove}: ${relationship.contact.name}`} onRemove={() => remove.mutate(relationship)}>
          <Link to="/people/$id" params={{ id: relationship.contact.id }} className="flex min-w-0 items-center gap-2">
            <Avatar name={relationship.contact.name} photo={relationship.contact.photo_url} />
            <span className="truncate">{relationship.contact.name}</span>
            <span className="ml-auto shrink-0 text-xs text-ink-faint">{relationship.label ?? m.person.relationships.kinds[relationship.kind]}</span>
          </Link>
        </SideLine>
      ))}
      <Dialog title={m.person.relationships.add} open={adding} onClose={() => setAdding(false)}>
        <RelationshipForm id={id} onSave={(relationship) => add.mutate(relationship)} />
      </Dialog>
    </SideSection>
  )
}

function RelationshipForm({ id, onSave }: { id: string; onSave(relationship: NewRelationship): void }) {
  const { person: { relationships: m } } = useMessages()
  const [kind, setKind] = useState<Kind>('colleague')
  const [label, setLabel] = useState('')
  const [inverse, setInverse] = useState('')
  const words = kind === 'custom' ? { label: label.trim(), inverse_label: inverse.trim() } : {}
  return (
    <div className="grid gap-4">
      <label className="grid gap-1.5 text-sm font-medium">
        {m.kind}
        <Choice value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}>
          {(Object.keys(m.kinds) as Kind[]).map((each) => (
            <option key={each} value={each}>
              {m.kinds[each]}
            </option>
          ))}
        </Choice>
      </label>
      {kind === 'custom' && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={m.label} maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />
          <Field label={m.inverse} maxLength={100} value={inverse} onChange={(event) => setInverse(event.target.value)} />
        </div>
      )}
      <PersonPicker
        label={m.who}
        placeholder={m.search}
        except={id}
        disabled={kind === 'custom' && !(words.label && words.inverse_label)}
        onPick={(person) => onSave({ kind, contact_id: person.id, ...words })}
      />
    </div>
  )
}
