import { useMutation, useQuery } from '@tanstack/react-query'
import { KeySquare } from 'lucide-react'
import { api, body } from '@/api/client.ts'
import { Button } from '@/ui/button.tsx'
import { signInMethodsQuery } from './sign-in-methods.ts'

/** Signs in with the account of the organization's own provider, where there is one; the browser comes back to `next`. */
export function ProviderButton({ next }: { next: string }) {
  const { data: methods } = useQuery(signInMethodsQuery)
  const begin = useMutation({
    mutationFn: () => body(api.POST('/sessions/oidc', { body: { next } })),
    onSuccess: ({ url }) => location.assign(url),
  })
  if (!methods?.oidc) return null
  return (
    <>
      <Button className="h-9" icon={<KeySquare size={15} />} disabled={begin.isPending} onClick={() => begin.mutate()}>
        {methods.oidc.label}
      </Button>
      {begin.error && (
        <p role="alert" className="text-sm text-danger">
          {begin.error.message}
        </p>
      )}
    </>
  )
}
