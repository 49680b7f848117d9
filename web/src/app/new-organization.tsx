import { useMutation } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { useMessages } from '@/messages/messages.tsx'
import { Field } from '@/ui/field.tsx'
import { FormDialog } from '@/ui/form-dialog.tsx'
import { enterOrganization } from './session.ts'

/** Another one, in which one goes on. */
export function NewOrganization({ open, onClose }: { open: boolean; onClose(): void }) {
  const m = useMessages()
  const found = useMutation({
    mutationFn: async (name: string) => {
      const { id } = await body(api.POST('/organizations', { body: { name } }))
      await enterOrganization(id)
    },
  })
  return (
    <FormDialog title={m.nav.new_organization} open={open} onClose={onClose} submit={m.actions.create} pending={found.isPending} error={found.error} onSubmit={(form) => found.mutate(String(form.get('name')).trim())}>
      <Field label={m.nav.organization_name} name="name" autoComplete="organization" maxLength={200} required autoFocus hint={m.nav.new_organization_hint} />
    </FormDialog>
  )
}
