// What others are to a person, with a way to them.

import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { dropDraft, useDraft } from '@/app/drafts.ts'
import { queryClient } from '@/app/query-client.ts'
import { PersonPicker } from '@/features/people/person-picker.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { Select } from '@/ui/select.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { SideLine, SideSection } from './side-section.tsx'

type Relationship = Schemas['Relationship']
type NewRelationship = Schemas['NewRelationship']
type Kind = NewRelationship['kind']

export function relationshipsQuery(id: string) {
  return queryOptions({ queryKey: ['relationships', id], queryFn: ({ signal }) => listRelationships(id, signal) })
}

export function Relationships({ id }: { id: string }) {
  const m = useMessages()
  const [adding, setAdding] = useState(false)
  const { data: relationships = [], error, refetch: retry } = useQuery(relationshipsQuery(id))
  const refetch = () => queryClient.invalidateQueries({ queryKey: ['relationships'] })
  const create = (relationship: NewRelationship) => body(api.POST('/contacts/{id}/relationships', { params: { path: { id } }, body: relationship }))
  const add = useMutation({
    mutationFn: create,
    onSuccess() {
      dropDraft(draftOf(id))
      setAdding(false)
      return refetch()
    },
    onError: toastProblem,
  })
  const remove = useMutation({
    async mutationFn(relationship: Relationship) {
      const again = await asNew(relationship)
      await api.DELETE('/relationships/{id}', { params: { path: { id: relationship.id } } })
      return again
    },
    onSuccess(again) {
      toast(m.person.removed, { undo: () => void create(again).then(refetch, toastProblem) })
      return refetch()
    },
    onError: toastProblem,
  })
  return (
    <SideSection title={m.person.relationships.title} add={m.person.relationships.add} onAdd={() => setAdding(true)} error={error} retry={() => void retry()}>
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

async function listRelationships(id: string, signal?: AbortSignal): Promise<Relationship[]> {
  return (await body(api.GET('/contacts/{id}/relationships', { params: { path: { id }, query: { limit: 100 } }, signal }))).data
}

/** What makes it again. One of somebody's own words has another one on the other side, which only that side knows. */
async function asNew({ id, kind, label, contact }: Relationship): Promise<NewRelationship> {
  if (kind !== 'custom') return { kind, contact_id: contact.id }
  const mirrored = (await listRelationships(contact.id)).find((each) => each.id === id)
  return { kind, contact_id: contact.id, label: label ?? '', inverse_label: mirrored?.label ?? label ?? '' }
}

function RelationshipForm({ id, onSave }: { id: string; onSave(relationship: NewRelationship): void }) {
  const { person: { relationships: m } } = useMessages()
  const [written, change] = useDraft(draftOf(id), begun)
  const { kind, label, inverse, who } = written
  const words = kind === 'custom' ? { label: label.trim(), inverse_label: inverse.trim() } : {}
  return (
    <div className="grid gap-4">
      <Select label={m.kind} value={kind} onChange={({ target }) => change({ ...written, kind: target.value as Kind })} options={Object.entries(m.kinds)} />
      {kind === 'custom' && (
        <div className="grid grid-cols-2 gap-3">
          <Field label={m.label} maxLength={100} value={label} onChange={({ target }) => change({ ...written, label: target.value })} />
          <Field label={m.inverse} maxLength={100} value={inverse} onChange={({ target }) => change({ ...written, inverse: target.value })} />
        </div>
      )}
      <PersonPicker
        label={m.who}
        placeholder={m.search}
        except={id}
        typed={[who, (text) => change({ ...written, who: text })]}
        disabled={kind === 'custom' && !(words.label && words.inverse_label)}
        onPick={(person) => onSave({ kind, contact_id: person.id, ...words })}
      />
    </div>
  )
}

const begun: { kind: Kind; label: string; inverse: string; who: string } = { kind: 'colleague', label: '', inverse: '', who: '' }

/** Under what name one that is begun is kept. */
const draftOf = (id: string) => `relationship:${id}`
