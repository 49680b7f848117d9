import { useNavigate, useSearch } from '@tanstack/react-router'
import { useListSearch } from '@/features/views/list-search.ts'
import { companyViews } from '@/features/views/views.ts'

/** What the list of companies shows, as it stands in the address of the page. */
export function useCompaniesSearch() {
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/companies' })
  return useListSearch({ source: companyViews, storageKey: 'companies-view', search, go: (next, how) => void navigate({ to: '/companies', search: next, ...how }) })
}
