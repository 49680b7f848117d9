// Codes of an app, in three steps: the password, the QR code with a first code, the recovery codes.

import { useState, type FormEvent } from 'react'
import { api, body, type Schemas } from '@/api/client.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { CopyLine } from '@/ui/copy.tsx'
import { Field } from '@/ui/field.tsx'
import { useChange } from '../use-change.ts'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** `onDone` when the recovery codes have been seen. */
export function TotpSetUp({ onDone }: { onDone(): void }) {
  const m = useSettingsMessages()
  const [totp, setTotp] = useState<Schemas['Totp']>()
  const [confirmed, setConfirmed] = useState(false)
  if (!totp) return <Password onBegun={setTotp} />
  if (!confirmed) return <FirstCode uri={totp.uri} onConfirmed={() => setConfirmed(true)} />
  return (
    <div className="grid gap-4">
      <RecoveryCodes codes={totp.recovery_codes} />
      <Button look="primary" onClick={onDone}>
        {m.two_factor.codes_kept}
      </Button>
    </div>
  )
}

function Password({ onBegun }: { onBegun(totp: Schemas['Totp']): void }) {
  const m = useSettingsMessages()
  const begin = useChange((password: string) => body(api.POST('/me/totp', { body: { password } })), { inForm: true, onDone: onBegun })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    begin.mutate(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required autoFocus hint={m.two_factor.password_hint} error={begin.error?.message} />
      <Button type="submit" look="primary" disabled={begin.isPending}>
        {m.actions.next}
      </Button>
    </form>
  )
}

function FirstCode({ uri, onConfirmed }: { uri: string; onConfirmed(): void }) {
  const m = useSettingsMessages()
  const confirm = useChange((code: string) => api.POST('/me/totp/confirmation', { body: { code } }), { inForm: true, onDone: onConfirmed })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    confirm.mutate(String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, ''))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-ink-soft">{m.two_factor.scan}</p>
      <div className="flex justify-center">
        <QrCode text={uri} label={m.two_factor.qr_code} />
      </div>
      <div className="grid gap-1.5">
        <p className="text-sm text-ink-faint">{m.two_factor.by_hand}</p>
        <CopyLine text={new URL(uri).searchParams.get('secret') ?? ''} label={m.two_factor.key} />
      </div>
      <Field label={m.two_factor.first_code} name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,7}" required autoFocus error={confirm.error?.message} />
      <Button type="submit" look="primary" disabled={confirm.isPending}>
        {m.two_factor.switch_on}
      </Button>
    </form>
  )
}
