import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { Empty, Failed } from '@/ui/states.tsx'
import { useTitle } from './title.ts'

export function NotFound() {
  const m = useMessages()
  useTitle(m.states.not_found)
  return (
    <Empty icon={<Compass size={20} />} title={m.states.not_found} action={<Link to="/" className="font-medium text-accent hover:underline">{m.nav.home}</Link>}>
      {m.states.not_found_hint}
    </Empty>
  )
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <Failed error={error as Error} retry={retry} />
}
