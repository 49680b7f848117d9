import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { personQuery, type Contact } from '@/features/people/people-queries.ts'
import { toastProblem } from '@/ui/toasts.tsx'

type Change = Schemas['ContactChange']

/** Changes a person: shown at once, and as the server has it afterwards; set back when it is refused. */
export function useChangePerson(person: Contact): (change: Change) => void {
  const queries = useQueryClient()
  const { queryKey } = personQuery(person.id)
  const { mutate } = useMutation({
    mutationFn: (change: Change) => body(api.PATCH('/contacts/{id}', { params: { path: { id: person.id } }, body: change })),
    async onMutate(change) {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      queries.setQueryData(queryKey, (now) => now && expected(now, change))
      return before
    },
    onSuccess: (changed) => queries.setQueryData(queryKey, changed),
    onError(error, _change, before) {
      queries.setQueryData(queryKey, before)
      toastProblem(error)
    },
  })
  return mutate
}

/** What the server will most likely answer. */
function expected(person: Contact, { company, emails, phones, tags, fields, ...plain }: Change): Contact {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  return {
    ...person,
    ...given,
    ...(tags && { tags }),
    ...(phones && { phones }),
    ...(fields && { fields: { ...person.fields, ...fields } }),
    ...(company !== undefined && { company: company && { id: company.id ?? '', name: company.name ?? '' } }),
    ...(emails && { emails: emails.map(({ address, label }, place) => ({ ...person.emails[0]!, address, label: label ?? null, primary: place === 0 })) }),
  }
}
