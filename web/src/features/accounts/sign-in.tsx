import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Entrance } from './entrance.tsx'

export function SignIn() {
  const m = useMessages()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const [second, setSecond] = useState(false)
  const enter = () => {
    queryClient.clear()
    // Only within this program: what stands in the address is anybody's.
    void navigate({ href: next?.startsWith('/') && !next.startsWith('//') ? next : '/', replace: true })
  }
  const signIn = useMutation({
    mutationFn: (given: { email: string; password: string }) => body(api.POST('/sessions', { body: { ...given, remember: true } })),
    onSuccess: ({ two_factor_needed }) => (two_factor_needed ? setSecond(true) : enter()),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) })
  }
  if (second) return <SecondFactor onIn={enter} />
  return (
    <Entrance title={m.accounts.sign_in}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.email} name="email" type="email" autoComplete="username" required autoFocus />
        <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required error={signIn.error?.message} />
        <Button type="submit" look="primary" disabled={signIn.isPending} className="mt-1 h-9">
          {m.accounts.sign_in}
        </Button>
      </form>
    </Entrance>
  )
}

function SecondFactor({ onIn }: { onIn(): void }) {
  const m = useMessages()
  const answer = useMutation({
    mutationFn: (code: string) =>
      body(api.POST('/sessions/two-factor', { body: /^\d{6}$/.test(code) ? { code, trust_device: false } : { recovery_code: code, trust_device: false } })),
    onSuccess: onIn,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    answer.mutate(String(new FormData(event.currentTarget).get('code')).replaceAll(' ', ''))
  }
  return (
    <Entrance title={m.accounts.second_factor} lead={m.accounts.second_factor_hint}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.code} name="code" autoComplete="one-time-code" inputMode="numeric" required autoFocus error={answer.error?.message} />
        <Button type="submit" look="primary" disabled={answer.isPending} className="h-9">
          {m.accounts.sign_in}
        </Button>
      </form>
    </Entrance>
  )
}
