// What somebody may ask for by law: everything about them, or to be forgotten.

import { Download, Eraser, X } from 'lucide-react'
import { useState } from 'react'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import type { Contact } from '@/features/people/people-queries.ts'
import { PersonPicker } from '@/features/people/person-picker.tsx'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Button, linkLook } from '@/ui/button.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { toast } from '@/ui/toasts.tsx'
import { Group, Panel, Row } from '../section.tsx'
import { useChange } from '../use-change.ts'

export function OnePerson() {
  const m = useSettingsMessages()
  const isAdmin = isAtLeast(useMe().role, 'admin')
  const [person, setPerson] = useState<Contact>()
  const [erasing, setErasing] = useState(false)
  return (
    <Group title={m.data.one} hint={isAdmin ? m.data.one_hint : m.data.one_hint_member}>
      {person ? (
        <Panel>
          <Row icon={<Avatar name={person.name} photo={person.photo_url} size="md" />} title={person.name} detail={[person.company?.name, person.emails[0]?.address].filter(Boolean).join(' · ')}>
            <a download href={`/api/v1/contacts/${person.id}/export`} className={linkLook}>
              <Download size={14} />
              {m.data.take_along}
            </a>
            {isAdmin && (
              <Button icon={<Eraser size={14} />} onClick={() => setErasing(true)}>
                {m.data.erase}
              </Button>
            )}
            <Button look="quiet" icon={<X size={15} />} aria-label={m.data.another} title={m.data.another} onClick={() => setPerson(undefined)} />
          </Row>
        </Panel>
      ) : (
        <PersonPicker label={m.data.who} placeholder={m.data.find} onPick={setPerson} />
      )}
      {person && <Erase person={person} open={erasing} onClose={() => setErasing(false)} onErased={() => setPerson(undefined)} />}
    </Group>
  )
}

interface EraseProps {
  person: Contact
  open: boolean
  onClose(): void
  onErased(): void
}

/** Behind typing the name, or the address where the name is in letters that a keyboard has not: nobody does it by a wrong click. */
function Erase({ person: { id, name, emails }, open, onClose, onErased }: EraseProps) {
  const { data: m, organization } = useSettingsMessages()
  const [typed, setTyped] = useState('')
  const address = emails[0]?.address
  const isMeant = typed.trim() === name.trim() || (address !== undefined && typed.trim().toLowerCase() === address.toLowerCase())
  const erase = useChange(() => body(api.POST('/contacts/{id}/erasure', { params: { path: { id } } })), {
    inForm: true,
    onDone() {
      toast(m.erased(name))
      onErased()
    },
  })
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <FormDialog title={m.erase_title(name)} open={open} onClose={close} submit={m.erase} danger disabled={!isMeant} pending={erase.isPending} error={erase.error} onSubmit={() => erase.mutate()}>
      <p>{m.erase_question}</p>
      <Field label={address ? m.type_name_or(name, address) : organization.type_name(name)} autoComplete="off" spellCheck={false} autoFocus value={typed} onChange={({ target }) => setTyped(target.value)} />
    </FormDialog>
  )
}
