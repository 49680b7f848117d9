import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Entrance, entranceLink } from './entrance.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { ProviderButton } from './provider-button.tsx'
import { SecondFactor } from './second-factor.tsx'

export function SignIn() {
  const m = useEntranceMessages()
  const refusals = m.accounts.refused
  const navigate = useNavigate()
  const { next, ended, email, error } = useSearch({ from: '/sign-in' })
  const [second, setSecond] = useState(false)
  // Only within this program: what stands in the address is anybody's.
  const goal = next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/'
  const enter = () => {
    queryClient.clear()
    void navigate({ href: goal, replace: true })
  }
  const signIn = useMutation({
    mutationFn: (given: { email: string; password: string; remember: boolean }) => body(api.POST('/sessions', { body: given })),
    onSuccess: ({ two_factor_needed }) => (two_factor_needed ? setSecond(true) : enter()),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    signIn.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')), remember: form.has('remember') })
  }
  // From the provider's way back.
  const refusal = error && refusals[Object.hasOwn(refusals, error) ? (error as keyof typeof refusals) : 'provider_failed']
  if (second) return <SecondFactor onIn={enter} onBack={() => setSecond(false)} />
  return (
    <Entrance
      title={m.accounts.sign_in}
      lead={ended && m.accounts.session_ended}
      foot={
        <Link to="/password" className={entranceLink}>
          {m.accounts.forgotten}
        </Link>
      }
    >
      {refusal && (
        <p role="alert" className="mb-4 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
          {refusal}
        </p>
      )}
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.email} name="email" type="email" autoComplete="username webauthn" required autoFocus={!email} defaultValue={email} />
        <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required autoFocus={Boolean(email)} error={signIn.error?.message} />
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="remember" defaultChecked className="size-4 accent-accent" />
          {m.accounts.remember}
        </label>
        <Button type="submit" look="primary" disabled={signIn.isPending} className="h-9">
          {m.accounts.sign_in}
        </Button>
      </form>
      <div className="mt-5 grid gap-2 border-t pt-5 empty:hidden">
        <ProviderButton next={goal} />
        <PasskeyButton onIn={enter} />
      </div>
    </Entrance>
  )
}
