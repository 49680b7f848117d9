import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api, Problem } from '@/api/client.ts'
import { queryClient } from '@/app/query-client.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { DeadLink } from './dead-link.tsx'
import { Entrance, entranceLink } from './entrance.tsx'

/** The link that a new address gets. By a click, since programs that look at mail open links too. */
export function EmailConfirmation() {
  const m = useEntranceMessages()
  const { token = '' } = useSearch({ from: '/email' })
  const confirm = useMutation({
    mutationFn: () => api.POST('/email-confirmations', { body: { token } }),
    onSuccess: () => queryClient.clear(),
  })
  const dead = confirm.error instanceof Problem && confirm.error.code === 'invalid_token'
  if (token === '' || dead) return <DeadLink>{m.accounts.dead_email}</DeadLink>
  if (confirm.isSuccess) {
    return (
      <Entrance title={m.accounts.email_confirmed} foot={<Link to="/" className={entranceLink}>{m.accounts.go_on}</Link>}>
        <p role="status" className="text-ink-soft">{m.accounts.email_confirmed_hint}</p>
      </Entrance>
    )
  }
  return (
    <Entrance title={m.accounts.confirm_email} lead={m.accounts.confirm_email_hint}>
      <div className="grid gap-4">
        {confirm.error && <p role="alert" className="text-sm text-danger">{confirm.error.message}</p>}
        <Button look="primary" disabled={confirm.isPending} className="h-9" onClick={() => confirm.mutate()}>
          {m.accounts.confirm_email}
        </Button>
      </div>
    </Entrance>
  )
}
