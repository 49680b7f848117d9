// The link of an invitation: who is new here chooses name and password, who has an account joins with it.

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, body, Problem, type Schemas } from '@/api/client.ts'
import { beginElsewhere } from '@/app/session.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { useFormats } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Failed, Late, Skeleton } from '@/ui/states.tsx'
import { DeadLink } from './dead-link.tsx'
import { Entrance, entranceLink } from './entrance.tsx'
import { ProviderButton } from './provider-button.tsx'

export function Invitation() {
  const m = useEntranceMessages()
  const { token = '' } = useSearch({ from: '/invitation' })
  const { data, error, refetch } = useQuery({ queryKey: ['invitation', token], queryFn: () => lookUp(token), enabled: token !== '', staleTime: 0 })
  if (token === '' || isDead(error)) return <DeadLink>{m.accounts.dead_invitation}</DeadLink>
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Entrance title={m.accounts.invitation}><Late><Skeleton className="h-24" /></Late></Entrance>
  return <Open token={token} {...data} />
}

interface Found {
  invitation: Schemas['OpenInvitation']
  signed_in: boolean
}

async function lookUp(token: string): Promise<Found> {
  const [invitation, signed_in] = await Promise.all([body(api.POST('/invitations/lookup', { body: { token } })), isSignedIn()])
  return { invitation, signed_in }
}

async function isSignedIn(): Promise<boolean> {
  try {
    await api.GET('/sessions', { params: { query: { limit: 1 } } })
    return true
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return false
    throw error
  }
}

function isDead(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'invalid_token' || error.code === 'invitation_not_found')
}

function Open({ token, invitation, signed_in }: Found & { token: string }) {
  const m = useEntranceMessages()
  const { date } = useFormats()
  const { organization, email, role, invited_by, expires_at, known } = invitation
  const accept = useMutation({
    mutationFn: (given: { name?: string; password?: string }) => body(api.POST('/invitations/acceptance', { body: { token, ...given } })),
    // Loaded anew: the page may have shown another organization. Whoever needs a second step is asked for it there.
    onSuccess: ({ two_factor_needed }) => (two_factor_needed ? location.assign('/sign-in') : beginElsewhere()),
  })
  if (isDead(accept.error)) return <DeadLink>{m.accounts.dead_invitation}</DeadLink>
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    accept.mutate(form.has('name') ? { name: String(form.get('name')).trim(), password: String(form.get('password')) } : {})
  }
  return (
    <Entrance title={m.accounts.join(organization)} lead={m.accounts.invited(invited_by, m.roles[role])} foot={m.accounts.good_until(date(expires_at))}>
      {known && !signed_in ? (
        <div className="grid gap-4">
          <p>{m.accounts.sign_in_first(email)}</p>
          <Link
            to="/sign-in"
            search={{ next: `/invitation?token=${token}`, email }}
            className="flex h-9 items-center justify-center rounded-md bg-accent text-sm font-medium text-on-accent hover:bg-accent-strong"
          >
            {m.accounts.sign_in}
          </Link>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          {signed_in ? <p>{m.accounts.join_as(email)}</p> : <NewPerson email={email} />}
          {accept.error && (
            <p role="alert" className="text-sm text-danger">
              {accept.error.message}
            </p>
          )}
          <Button type="submit" look="primary" disabled={accept.isPending} className="h-9">
            {m.accounts.join(organization)}
          </Button>
          {accept.error instanceof Problem && accept.error.code === 'other_account' && (
            <button type="button" className={entranceLink} onClick={() => void api.DELETE('/sessions/current', {}).finally(() => location.reload())}>
              {m.sign_out}
            </button>
          )}
          {!signed_in && <ProviderButton next="/" />}
        </form>
      )}
    </Entrance>
  )
}

function NewPerson({ email }: { email: string }) {
  const m = useEntranceMessages()
  return (
    <>
      <Field label={m.accounts.email} name="email" type="email" autoComplete="username" readOnly value={email} />
      <Field label={m.accounts.name} name="name" autoComplete="name" maxLength={200} required autoFocus />
      <Field label={m.accounts.password} name="password" type="password" autoComplete="new-password" minLength={10} maxLength={128} required hint={m.accounts.password_hint} />
    </>
  )
}
