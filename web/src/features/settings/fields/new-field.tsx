import { api, type Schemas } from '@/api/client.ts'
import { formDraft, useDraft } from '@/app/drafts.ts'
import { useSettingsMessages } from '@/messages/settings.ts'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { Select } from '@/ui/select.tsx'
import { useChange } from '../use-change.ts'
import { fieldTypes } from './field-types.ts'
import { OptionsEditor, type Option } from './options-editor.tsx'

type FieldType = Schemas['Field']['type']

export function NewField({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useSettingsMessages()
  const [type, setType] = useDraft<FieldType>('new-field:type', 'text')
  const [options, setOptions] = useDraft<Option[]>('new-field:options', [])
  const create = useChange((given: Schemas['NewField']) => api.POST('/fields', { body: given }), {
    inForm: true,
    drafts: ['new-field'],
    onDone() {
      setType('text')
      setOptions([])
      close()
    },
  })
  const close = () => {
    create.reset()
    onClose()
  }
  const submit = (form: FormData) => create.mutate({ label: String(form.get('label')).trim(), type, options: type === 'select' ? options : undefined })
  return (
    <FormDialog title={m.fields.create} draft={formDraft('new-field')} open={open} onClose={close} submit={m.actions.create} pending={create.isPending} error={create.error} onSubmit={submit}>
      <Field label={m.fields.label} name="label" autoComplete="off" maxLength={200} required autoFocus />
      <Select label={m.fields.type} value={type} onChange={({ target }) => setType(target.value as FieldType)} hint={m.fields.type_stays} options={fieldTypes.map((each) => [each, m.fields.types[each]])} />
      {type === 'select' && <OptionsEditor options={options} onChange={setOptions} />}
    </FormDialog>
  )
}
