import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, body } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Entrance } from './entrance.tsx'

/** The first page of all: who begins, and with which organization. */
export function Setup() {
  const m = useEntranceMessages()
  const navigate = useNavigate()
  const { token } = useSearch({ from: '/setup' })
  const setUp = useMutation({
    mutationFn: (given: { name: string; email: string; password: string; organization: string }) => body(api.POST('/setup', { body: { token: token ?? '', ...given } })),
    onSuccess() {
      queryClient.clear()
      void navigate({ to: '/', replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name))
    setUp.mutate({ name: text('name'), email: text('email'), password: text('password'), organization: text('organization') })
  }
  if (!token) return <Entrance title={m.accounts.set_up} lead={m.accounts.no_token}>{null}</Entrance>
  return (
    <Entrance title={m.accounts.set_up} lead={m.accounts.set_up_hint}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.organization} name="organization" autoComplete="organization" required autoFocus />
        <Field label={m.accounts.name} name="name" autoComplete="name" required />
        <Field label={m.accounts.email} name="email" type="email" autoComplete="username" required />
        <Field label={m.accounts.password} name="password" type="password" autoComplete="new-password" minLength={10} required hint={m.accounts.password_hint} error={setUp.error?.message} />
        <Button type="submit" look="primary" disabled={setUp.isPending} className="mt-1 h-9">
          {m.accounts.begin}
        </Button>
      </form>
    </Entrance>
  )
}
