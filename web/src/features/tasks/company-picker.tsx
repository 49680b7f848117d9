import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, body } from '@/api/client.ts'
import { Avatar } from '@/ui/avatar.tsx'
import { Picker, PickerItem } from '@/ui/picker.tsx'

interface Props {
  label: string
  except: string[]
  onPick(company: { id: string; name: string }): void
}

/** A company, found by its name. */
export function CompanyPicker({ label, except, onPick }: Props) {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data: companies = [], isPlaceholderData } = useQuery({
    queryKey: ['companies-picked', q],
    queryFn: async ({ signal }) => (await body(api.GET('/companies', { params: { query: { q, limit: 8, count: 'none' } }, signal }))).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const offered = q === '' ? [] : companies.filter(({ id }) => !except.includes(id))
  return (
    <Picker autoFocus label={label} text={text} onText={setText} isFound={q !== '' && !isPlaceholderData}>
      {offered.map((company) => (
        <PickerItem key={company.id} value={company.id} icon={<Avatar square name={company.name} />} end={company.domain} onPick={() => onPick(company)}>
          {company.name}
        </PickerItem>
      ))}
    </Picker>
  )
}
