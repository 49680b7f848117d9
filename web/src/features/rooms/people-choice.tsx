import { useQuery } from '@tanstack/react-query'
import { membersQuery } from '@/features/people/references.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Avatar } from '@/ui/avatar.tsx'
import { ManyChoice } from './many-choice.tsx'

interface Props {
  label: string
  /** Whoever is not offered: those who are in it already, oneself. */
  except: string[]
  chosen: string[]
  onChange(userIds: string[]): void
}

/** Several people of the organization, found by name or address. */
export function PeopleChoice(props: Props) {
  const { rooms: m } = useMessages()
  const { data: members = [] } = useQuery(membersQuery)
  const choices = members.map(({ user_id, name, email, role }) => ({ id: user_id, name, icon: <Avatar name={name} />, hint: email, mark: role === 'guest' ? m.guest : undefined }))
  return <ManyChoice {...props} choices={choices} placeholder={m.find_people} empty={m.nobody_found} without={m.without} />
}
