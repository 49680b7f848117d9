import { useQuery } from '@tanstack/react-query'
import { enterOrganization, organizationsQuery, signOut } from '@/app/session.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Failed } from '@/ui/states.tsx'
import { toastProblem } from '@/ui/toasts.tsx'
import { Entrance, entranceLink } from './entrance.tsx'

/** Somebody has signed in, but is not (any more) in the organization that they worked in. */
export function WithoutOrganization() {
  const m = useEntranceMessages()
  const { data: organizations, error, refetch } = useQuery(organizationsQuery)
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!organizations) return null
  const out = (
    <button type="button" className={entranceLink} onClick={() => void signOut()}>
      {m.sign_out}
    </button>
  )
  if (organizations.length === 0) return <Entrance title={m.accounts.nowhere} lead={m.accounts.nowhere_hint} foot={out}>{null}</Entrance>
  return (
    <Entrance title={m.accounts.choose_organization} lead={m.accounts.choose_organization_hint} foot={out}>
      <ul className="-mx-2 grid gap-1">
        {organizations.map(({ id, name, role }) => (
          <li key={id}>
            <button type="button" onClick={() => void enterOrganization(id).catch(toastProblem)} className="flex h-11 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover">
              <Avatar name={name} square />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-sm text-ink-faint">{m.roles[role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </Entrance>
  )
}
