import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { InlineSelect } from '@/ui/inline-select.tsx'

/** Who of us looks after a person. */
export function OwnerValue({ value, onSave }: { value: string | null; onSave(owner: string | null): void }) {
  const m = useMessages()
  const { data: members } = useQuery(membersQuery)
  return (
    <InlineSelect aria-label={m.people.owner} value={value ?? ''} onChange={({ currentTarget }) => onSave(currentTarget.value || null)}>
      <option value="">{m.person.placeholder}</option>
      {/* As long as nobody is known, and of whom is no member any more. */}
      {value !== null && !members?.some(({ user_id }) => user_id === value) && <option value={value}>…</option>}
      {members?.map(({ user_id, name }) => (
        <option key={user_id} value={user_id}>
          {name}
        </option>
      ))}
    </InlineSelect>
  )
}
