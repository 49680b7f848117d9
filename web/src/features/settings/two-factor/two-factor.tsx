import { ShieldCheck, ShieldOff } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { useMe } from '@/app/roles.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Dialog } from '@/ui/dialog.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Badge, Group, Panel, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TotpSetUp } from './totp-set-up.tsx'

type Asking = 'set_up' | 'codes' | 'switch_off'

export function TwoFactor() {
  const m = useSettingsMessages()
  const on = useMe().user?.two_factor === true
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const distrust = useChange(() => api.DELETE('/me/trusted-devices', {}), { onDone: () => toast(m.two_factor.distrusted) })
  return (
    <Section title={m.settings.sections.two_factor} lead={m.two_factor.lead}>
      <Group>
        <Panel>
          <Row
            icon={on ? <ShieldCheck size={18} className="text-success" /> : <ShieldOff size={18} />}
            title={
              <span className="inline-flex items-center gap-2">
                {m.two_factor.app}
                <Badge tone={on ? 'success' : 'plain'}>{on ? m.two_factor.on : m.two_factor.off}</Badge>
              </span>
            }
            detail={m.two_factor.app_hint}
          >
            {on ? (
              <Button size="sm" onClick={() => setAsking('switch_off')}>
                {m.two_factor.switch_off}
              </Button>
            ) : (
              <Button size="sm" look="primary" onClick={() => setAsking('set_up')}>
                {m.two_factor.set_up}
              </Button>
            )}
          </Row>
          {on && (
            <>
              <Row title={m.two_factor.codes} detail={m.two_factor.codes_detail}>
                <Button size="sm" onClick={() => setAsking('codes')}>
                  {m.two_factor.new_codes}
                </Button>
              </Row>
              <Row title={m.two_factor.trusted} detail={m.two_factor.trusted_hint}>
                <Button size="sm" disabled={distrust.isPending} onClick={() => distrust.mutate()}>
                  {m.two_factor.distrust}
                </Button>
              </Row>
            </>
          )}
        </Panel>
      </Group>
      <Dialog title={m.settings.sections.two_factor} open={asking === 'set_up'} onClose={close}>
        <TotpSetUp onDone={close} />
      </Dialog>
      <NewCodes open={asking === 'codes'} onClose={close} />
      <SwitchOff open={asking === 'switch_off'} onClose={close} />
    </Section>
  )
}

interface AskingProps {
  open: boolean
  onClose(): void
}

function NewCodes({ open, onClose }: AskingProps) {
  const m = useSettingsMessages()
  const renew = useChange((password: string) => body(api.POST('/me/recovery-codes', { body: { password } })), { inForm: true })
  const close = () => {
    renew.reset()
    onClose()
  }
  if (renew.data) {
    return (
      <Dialog title={m.two_factor.codes} open={open} onClose={close} footer={<Button onClick={close}>{m.two_factor.codes_kept}</Button>}>
        <RecoveryCodes codes={renew.data.recovery_codes} />
      </Dialog>
    )
  }
  return (
    <FormDialog title={m.two_factor.new_codes} open={open} onClose={close} submit={m.two_factor.new_codes} pending={renew.isPending} error={renew.error} onSubmit={(form) => renew.mutate(String(form.get('password')))}>
      <p>{m.two_factor.new_codes_hint}</p>
      <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required autoFocus />
    </FormDialog>
  )
}

function SwitchOff({ open, onClose }: AskingProps) {
  const m = useSettingsMessages()
  const remove = useChange((password: string) => api.DELETE('/me/totp', { body: { password } }), {
    inForm: true,
    onDone() {
      toast(m.two_factor.switched_off)
      close()
    },
  })
  const close = () => {
    remove.reset()
    onClose()
  }
  return (
    <FormDialog title={m.two_factor.switch_off} open={open} onClose={close} submit={m.two_factor.switch_off} danger pending={remove.isPending} error={remove.error} onSubmit={(form) => remove.mutate(String(form.get('password')))}>
      <p>{m.two_factor.switch_off_hint}</p>
      <Field label={m.accounts.password} name="password" type="password" autoComplete="current-password" required autoFocus />
    </FormDialog>
  )
}
