import { useMutation } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api, Problem } from '@/api/client.ts'
import { DeadLink } from '@/features/accounts/dead-link.tsx'
import { Entrance, entranceLink } from '@/features/accounts/entrance.tsx'
import { useMessages } from '@/messages/messages.tsx'
import { Button } from '@/ui/button.tsx'

/** The link in a mail about notifications. By a click, since programs that look at mail open links too. */
export function Unsubscribe() {
  const { inbox: m } = useMessages()
  const { token = '' } = useSearch({ from: '/unsubscribe' })
  const leave = useMutation({ mutationFn: () => api.POST('/notification-mails/unsubscribe', { params: { query: { token } } }) })
  const isDead = leave.error instanceof Problem && (leave.error.status === 404 || leave.error.status === 400)
  if (token === '' || isDead) return <DeadLink>{m.leave.dead}</DeadLink>
  if (leave.isSuccess) {
    return (
      <Entrance title={m.leave.left} foot={<Link to="/settings/notifications" className={entranceLink}>{m.leave.settings}</Link>}>
        <p role="status" className="text-ink-soft">{m.leave.left_hint}</p>
      </Entrance>
    )
  }
  return (
    <Entrance title={m.leave.title} lead={m.leave.lead}>
      <div className="grid gap-4">
        {leave.error && <p role="alert" className="text-sm text-danger">{leave.error.message}</p>}
        <Button look="primary" disabled={leave.isPending} className="h-9" onClick={() => leave.mutate()}>
          {m.leave.submit}
        </Button>
      </div>
    </Entrance>
  )
}
