import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body, type Schemas } from '@/api/client.ts'
import { writeFilter } from '@/features/filter/filter.ts'
import { companyQuery } from '@/features/people/references.ts'
import { listPlace } from '@/features/table/list-place.ts'
import { changeRows, type RowPage, type RowSource } from '@/features/table/row-pages.ts'
import type { Listed } from '@/features/views/list-search.ts'
import { useMessages } from '@/messages/messages.tsx'
import { toast, toastProblem } from '@/ui/toasts.tsx'

export type Company = Schemas['CountedCompany']

/** Which companies, in which order. */
export type CompanySelection = Listed

export const companies: RowSource<Company, CompanySelection> = {
  key: 'companies',
  fetchPage: ({ q, filter, sort }, place, signal) => body(api.GET('/companies', { params: { query: { q, filter: writeFilter(filter), sort, ...place } }, signal })),
  among: ({ q, filter }) => ({ q, filter }),
  async count({ q, filter }, signal) {
    const page = await body(api.GET('/companies', { params: { query: { q, filter: writeFilter(filter), limit: 1, count: 'exact' } }, signal }))
    return page.total ?? 0
  },
}

export const companiesPlace = listPlace<CompanySelection>('companies-list', { sort: 'name' })

/** One that is at hand. */
export function findCompany(client: QueryClient, id: string): Company | undefined {
  return client.getQueriesData<RowPage<Company>>({ queryKey: [companies.key] }).flatMap(([, page]) => page?.data ?? []).find((company) => company.id === id)
}

interface Changing {
  /** As it was before. */
  company: Company
  change: Schemas['CompanyChange']
  isUndo?: boolean
}

/** Changes a company: shown at once, set back when it is refused, and undone from a toast. */
export function useChangeCompany(): (company: Company, change: Schemas['CompanyChange']) => void {
  const m = useMessages()
  const client = useQueryClient()
  const put = (company: Company) => {
    client.setQueryData(companyQuery(company.id).queryKey, company)
    changeRows<Company>(client, companies.key, (each) => (each.id === company.id ? company : each))
  }
  const { mutate } = useMutation({
    mutationFn: ({ company, change }: Changing) => body(api.PATCH('/companies/{id}', { params: { path: { id: company.id } }, body: change })),
    onMutate: ({ company, change }) => put({ ...company, ...change }),
    onSuccess(changed, { company, change, isUndo }) {
      const now = { ...company, ...changed }
      put(now)
      if (isUndo) return toast(m.people.undone)
      const { name, domain } = company
      const before = { ...(change.name !== undefined && { name }), ...(change.domain !== undefined && { domain }) }
      toast(m.people.changed_one(now.name), { undo: () => mutate({ company: now, change: before, isUndo: true }) })
    },
    onError(error, { company }) {
      put(company)
      toastProblem(error)
    },
  })
  return (company, change) => mutate({ company, change })
}
