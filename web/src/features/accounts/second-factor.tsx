import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body, Problem } from '@/api/client.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Entrance, entranceLink } from './entrance.tsx'

/** The second step of signing in: a code of the app, or a recovery code. */
export function SecondFactor({ onIn, onBack }: { onIn(): void; onBack(): void }) {
  const m = useEntranceMessages()
  const [recovery, setRecovery] = useState(false)
  const answer = useMutation({
    mutationFn: (given: { code: string; trust_device: boolean }) =>
      body(api.POST('/sessions/two-factor', { body: recovery ? { recovery_code: given.code, trust_device: given.trust_device } : given })),
    onSuccess: onIn,
  })
  // The first step is good for ten minutes.
  const tooLate = answer.error instanceof Problem && answer.error.code === 'sign_in_again'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    answer.mutate({ code: String(form.get('code')).replaceAll(/\s/g, ''), trust_device: form.has('trust') })
  }
  const change = () => {
    answer.reset()
    setRecovery(!recovery)
  }
  return (
    <Entrance
      title={m.accounts.second_factor}
      lead={recovery ? m.accounts.recovery_hint : m.accounts.second_factor_hint}
      foot={
        <span className="flex gap-4">
          <button type="button" className={entranceLink} onClick={change}>
            {recovery ? m.accounts.use_app : m.accounts.use_recovery}
          </button>
          <button type="button" className={entranceLink} onClick={onBack}>
            {m.accounts.start_again}
          </button>
        </span>
      }
    >
      <form key={String(recovery)} onSubmit={submit} className="grid gap-4">
        {recovery ? (
          <Field label={m.accounts.recovery_code} name="code" autoComplete="off" spellCheck={false} maxLength={50} required autoFocus error={answer.error?.message} />
        ) : (
          <Field label={m.accounts.code} name="code" autoComplete="one-time-code" inputMode="numeric" pattern="[0-9 ]{6,7}" title={m.accounts.six_digits} required autoFocus error={answer.error?.message} />
        )}
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="trust" className="size-4 accent-accent" />
          {m.accounts.trust_device}
        </label>
        <Button type="submit" look="primary" disabled={answer.isPending || tooLate} className="h-9">
          {m.accounts.sign_in}
        </Button>
      </form>
    </Entrance>
  )
}
