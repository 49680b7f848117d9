import { api, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { OptionsEditor, type Option } from './options-editor.tsx'

interface Props {
  field: Schemas['Field']
  open: boolean
  onClose(): void
}

/** Renaming changes no contact; an option that is taken away goes from those that have it, which is said before. */
export function EditField({ field, open, onClose }: Props) {
  const m = useSettingsMessages()
  const { id, label, type } = field
  const draft = `field:${id}`
  const [options, setOptions] = useDraft<Option[]>(`${draft}:options`, field.options)
  const gone = field.options.filter(({ key }) => !options.some((option) => option.key === key))
  const change = useChange((given: Schemas['FieldChange']) => api.PATCH('/fields/{id}', { params: { path: { id } }, body: given }), { inForm: true, drafts: [draft, `${draft}:options`], onDone: onClose })
  const close = () => {
    change.reset()
    onClose()
  }
  const submit = (form: FormData) => change.mutate({ label: String(form.get('label')).trim(), options: type === 'select' ? options : undefined })
  return (
    <FormDialog title={m.fields.edit} draft={formDraft(draft)} open={open} onClose={close} submit={m.actions.save} danger={gone.length > 0} pending={change.isPending} error={change.error} onSubmit={submit}>
      <Field label={m.fields.label} name="label" defaultValue={label} autoComplete="off" maxLength={200} required autoFocus />
      {type === 'select' && <OptionsEditor options={options} onChange={setOptions} />}
      {gone.length > 0 && <p className="text-sm text-danger">{m.fields.options_gone(gone.map((option) => option.label).join(', '))}</p>}
    </FormDialog>
  )
}
