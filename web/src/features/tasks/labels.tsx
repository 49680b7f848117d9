// Labels with their colours.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, body } from '@/api/client.ts'
import { readAll } from '@/features/people/references.ts'
import { Chip } from '@/ui/chip.tsx'

const allLabels = queryOptions({
  queryKey: ['labels', 'all'],
  queryFn: ({ signal }) => readAll((cursor) => body(api.GET('/labels', { params: { query: { limit: 100, cursor } }, signal }))),
})

/** By their names; those without a colour are in it as well. */
export function useLabelColors(): Map<string, string | null> {
  const { data = noColors } = useQuery({ ...allLabels, select: toColors })
  return data
}

const noColors = new Map<string, string | null>()
const toColors = (labels: { name: string; color: string | null }[]) => new Map(labels.map(({ name, color }) => [name, color]))

/** The first two of a task, and how many there are more. */
export function Labels({ names }: { names: string[] }) {
  const colors = useLabelColors()
  return (
    <>
      {names.slice(0, 2).map((name) => (
        <Chip key={name} color={colors.get(name)}>{name}</Chip>
      ))}
      {names.length > 2 && <span className="self-center text-ink-faint" title={names.slice(2).join(', ')}>+{names.length - 2}</span>}
    </>
  )
}
