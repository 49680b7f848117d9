// The list of people that was looked at last, to come back to it, and to walk through it from person to person.

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listPlace } from '@/features/table/list-place.ts'
import { pageSize } from '@/features/table/row-pages.ts'
import { peoplePage, type Contact, type ContactPage, type PeopleSelection } from './people-queries.ts'

export const peoplePlace = listPlace<PeopleSelection>('people-list', {})

/** Who stands before and after a person in it. */
export function useNeighbours(id: string): { before?: string; after?: string } {
  const client = useQueryClient()
  const { selection, ...last } = peoplePlace.last()
  const row = last.id === id ? last.row : findRow(client.getQueriesData<ContactPage>({ queryKey: ['people', selection] }), id)
  // The page of the person, and the next one at its edge; as long as somebody reads here they stay at hand.
  const numbers = row === undefined ? [] : [...new Set([row - 1, row, row + 1].filter((each) => each >= 0).map((each) => Math.floor(each / pageSize)))]
  const pages = useQueries({ queries: numbers.map((number) => peoplePage(selection, number)) })
  const people = pages.flatMap(({ data }) => data?.data ?? [])
  const place = people.findIndex((person) => person.id === id)
  const firstAtHand = numbers[pages.findIndex(({ data }) => data)]
  const now = place < 0 || firstAtHand === undefined ? undefined : firstAtHand * pageSize + place
  useEffect(() => {
    if (now !== undefined) peoplePlace.leave({ row: now, id })
  }, [now, id])
  return place < 0 ? {} : { before: people[place - 1]?.id, after: people[place + 1]?.id }
}

function findRow(pages: [readonly unknown[], ContactPage | undefined][], id: string): number | undefined {
  for (const [queryKey, page] of pages) {
    const place = page?.data.findIndex((person: Contact) => person.id === id) ?? -1
    if (place >= 0) return (queryKey[2] as number) * pageSize + place
  }
  return undefined
}
