import { TotpSetUp } from '@/features/settings/two-factor/totp-set-up.tsx'
import { signOut } from '@/app/session.ts'
import { useEntranceMessages } from '@/messages/entrance.ts'
import { Entrance, entranceLink } from './entrance.tsx'

/** The organization asks for a second factor, and this person has none yet. */
export function SecondFactorNeeded() {
  const m = useEntranceMessages()
  return (
    <Entrance
      title={m.accounts.factor_needed}
      lead={m.accounts.factor_needed_hint}
      foot={
        <button type="button" className={entranceLink} onClick={() => void signOut()}>
          {m.sign_out}
        </button>
      }
    >
      <TotpSetUp onDone={() => location.assign('/')} />
    </Entrance>
  )
}
