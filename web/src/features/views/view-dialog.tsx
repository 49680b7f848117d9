import { formDraft } from '@/app/drafts.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'

export interface Named {
  name: string
  shared: boolean
}

interface Props {
  title: string
  open: boolean
  onClose(): void
  /** As it is called in the beginning. */
  named: Named
  /** Under what name it is kept until it is saved. */
  draft: string
  pending: boolean
  error: Error | null
  onSave(named: Named): void
}

export function ViewDialog({ named, draft, onSave, ...rest }: Props) {
  const m = useMessages()
  return (
    <FormDialog {...rest} submit={m.actions.save} draft={formDraft(draft)} onSubmit={(form) => onSave({ name: String(form.get('name')).trim(), shared: form.has('shared') })}>
      <Field label={m.views.name} name="name" autoFocus autoComplete="off" required maxLength={200} pattern=".*\S.*" defaultValue={named.name} />
      <label className="flex items-center gap-2.5 text-sm">
        <input type="checkbox" name="shared" className="size-4 accent-accent" defaultChecked={named.shared} />
        {m.views.shared}
      </label>
    </FormDialog>
  )
}
