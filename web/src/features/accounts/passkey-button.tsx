import { useMutation, useQuery } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { canOfferPasskeys, canUsePasskeys, Cancelled, signInWithPasskey } from './passkeys.ts'
import { signInMethodsQuery } from './sign-in-methods.ts'

/** Signs in with a passkey. Those that the browser has are also offered under the address, from the beginning. */
export function PasskeyButton({ onIn }: { onIn(): void }) {
  const m = useEntranceMessages()
  const { data: methods } = useQuery(signInMethodsQuery)
  const possible = methods?.passkey === true && canUsePasskeys()
  // A browser has one question at a time: the button takes the offer back.
  const asking = useRef<AbortController>(undefined)
  const ask = (offered: boolean) => {
    asking.current?.abort()
    asking.current = new AbortController()
    return signInWithPasskey({ offered, signal: asking.current.signal })
  }
  const signIn = useMutation({ mutationFn: () => ask(false), onSuccess: onIn })
  useEffect(() => {
    if (!possible) return
    // What is offered and not taken is no news; whoever wants one has the button.
    const offer = async () => {
      if (await canOfferPasskeys()) await ask(true).then(onIn)
    }
    offer().catch(() => {})
    return () => asking.current?.abort()
    // oxlint-disable-next-line react/exhaustive-deps -- offered once, when it is known to be possible
  }, [possible])
  if (!possible) return null
  return (
    <>
      <Button className="h-9" icon={<Fingerprint size={15} />} disabled={signIn.isPending} onClick={() => signIn.mutate()}>
        {m.accounts.use_passkey}
      </Button>
      {signIn.error && !(signIn.error instanceof Cancelled) && (
        <p role="alert" className="text-sm text-danger">
          {signIn.error.message}
        </p>
      )}
    </>
  )
}
