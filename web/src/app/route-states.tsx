import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useMessages } from '@/messages/messages.tsx'
import { Empty, Failed } from '@/ui/states.tsx'

export function NotFound() {
  const m = useMessages()
  return (
    <Empty icon={<Compass size={20} />} title={m.states.not_found} action={<Link to="/" className="font-medium text-accent hover:underline">{m.nav.home}</Link>}>
      {m.states.not_found_hint}
    </Empty>
  )
}

export function RouteError({ error, reset }: ErrorComponentProps) {
  return <Failed error={error as Error} retry={reset} />
}
