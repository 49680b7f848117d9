// A forgotten password: first the address, then with the link of the mail a new password.

import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { api, Problem } from '@/api/client.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { DeadLink } from './dead-link.tsx'
import { Entrance, entranceLink } from './entrance.tsx'

export function Password() {
  const { token } = useSearch({ from: '/password' })
  return token ? <NewPassword token={token} /> : <Forgotten />
}

/** The same answer for everybody: nobody learns who has an account. */
function Forgotten() {
  const m = useEntranceMessages()
  const ask = useMutation({ mutationFn: (email: string) => api.POST('/password-resets', { body: { email } }) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    ask.mutate(String(new FormData(event.currentTarget).get('email')).trim())
  }
  const back = (
    <Link to="/sign-in" className={entranceLink}>
      {m.accounts.sign_in}
    </Link>
  )
  if (ask.isSuccess) {
    return (
      <Entrance title={m.accounts.look_into_mail} foot={back}>
        <p role="status" className="text-ink-soft">
          {m.accounts.reset_sent(ask.variables)}
        </p>
      </Entrance>
    )
  }
  return (
    <Entrance title={m.accounts.forgotten} lead={m.accounts.forgotten_hint} foot={back}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.email} name="email" type="email" autoComplete="username" required autoFocus error={ask.error?.message} />
        <Button type="submit" look="primary" disabled={ask.isPending} className="h-9">
          {m.accounts.send_link}
        </Button>
      </form>
    </Entrance>
  )
}

function NewPassword({ token }: { token: string }) {
  const m = useEntranceMessages()
  const reset = useMutation({ mutationFn: (password: string) => api.POST('/password-resets/confirmation', { body: { token, password } }) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    reset.mutate(String(new FormData(event.currentTarget).get('password')))
  }
  if (reset.error instanceof Problem && reset.error.code === 'invalid_token') {
    return (
      <DeadLink action={<Link to="/password" className={entranceLink}>{m.accounts.ask_again}</Link>}>
        {m.accounts.dead_reset}
      </DeadLink>
    )
  }
  if (reset.isSuccess) {
    return (
      <Entrance title={m.accounts.password_set} foot={<Link to="/sign-in" className={entranceLink}>{m.accounts.sign_in}</Link>}>
        <p role="status" className="text-ink-soft">{m.accounts.password_set_hint}</p>
      </Entrance>
    )
  }
  return (
    <Entrance title={m.accounts.choose_password} lead={m.accounts.choose_password_hint}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={m.accounts.new_password} name="password" type="password" autoComplete="new-password" minLength={10} maxLength={128} required autoFocus hint={m.accounts.password_hint} error={reset.error?.message} />
        <Button type="submit" look="primary" disabled={reset.isPending} className="h-9">
          {m.actions.save}
        </Button>
      </form>
    </Entrance>
  )
}
