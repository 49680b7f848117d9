import { useState, type FormEvent } from 'react'
import { api } from '@/api/client.ts'
import { useDraft } from '@/app/drafts.ts'
import { saveReading } from '@/app/reading.ts'
import { useMe } from '@/app/roles.ts'
import { en } from '@/messages/en.ts'
import { languages, useLanguage, type Language } from '@/messages/messages.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Button } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { Select } from '@/ui/select.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'
import { Group, Panel, Row, Section } from '../section.tsx'
import { useChange } from '../use-change.ts'
import { EmailChange } from './email-change.tsx'
import { PasswordChange } from './password-change.tsx'

const languageNames: Record<Language, string> = { en: en.language, de: 'Deutsch' }

export function Profile() {
  const m = useSettingsMessages()
  const { user } = useMe()
  const { language, choose } = useLanguage()
  const [asking, setAsking] = useState<'email' | 'password'>()
  const close = () => setAsking(undefined)
  const speak = (next: Language) => {
    choose(next)
    saveReading({ language: next }).catch(toastProblem)
  }
  return (
    <Section title={m.settings.sections.profile} lead={m.profile.lead}>
      <Name name={user?.name ?? ''} />
      <Group title={m.profile.signing_in}>
        <Panel>
          <Row title={m.accounts.email} detail={user?.email}>
            <Button size="sm" onClick={() => setAsking('email')}>
              {m.profile.change_email}
            </Button>
          </Row>
          <Row title={m.accounts.password} detail={m.profile.password_detail}>
            <Button size="sm" onClick={() => setAsking('password')}>
              {m.profile.change_password}
            </Button>
          </Row>
        </Panel>
      </Group>
      <Group>
        <Panel>
          <Row title={m.profile.language} detail={m.profile.language_hint}>
            <Select bare label={m.profile.language} value={language} onChange={({ target }) => speak(target.value as Language)} options={languages.map((each) => [each, languageNames[each]])} />
          </Row>
        </Panel>
      </Group>
      <EmailChange open={asking === 'email'} onClose={close} />
      <PasswordChange open={asking === 'password'} onClose={close} />
    </Section>
  )
}

function Name({ name }: { name: string }) {
  const m = useSettingsMessages()
  const [draft, setDraft] = useDraft('profile-name', name)
  const save = useChange((given: string) => api.PATCH('/me', { body: { name: given } }), { inForm: true, drafts: ['profile-name'], onDone: () => toast(m.settings.saved) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft.trim())
  }
  return (
    <form onSubmit={submit} className="flex max-w-md items-start gap-2">
      <Field label={m.accounts.name} autoComplete="name" maxLength={200} required value={draft} onChange={({ target }) => setDraft(target.value)} error={save.error?.message} className="flex-1" />
      <Button type="submit" look="primary" className="mt-[1.55rem] h-9" disabled={draft.trim() === '' || draft.trim() === name || save.isPending}>
        {m.actions.save}
      </Button>
    </form>
  )
}
