// The list that was looked at last, to come back to it as it was left, and to walk through it from person to person. It is
// kept as long as the tab, so that it is still there when the page is loaded anew.

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pageSize, peoplePage, type Contact, type ContactPage, type PeopleSelection } from './people-queries.ts'

interface Left {
  selection: PeopleSelection
  search: object
  /** The row that was active, and who stood there. */
  row: number
  id?: string
  /** How far it was scrolled. */
  top: number
}

const key = 'people-list'
let last: Left = read()

/** Remembers what the list shows, and where it is. */
export function rememberList(selection: PeopleSelection, search: object) {
  const isSame = keyOf(selection) === keyOf(last.selection)
  keep({ ...(isSame ? last : { row: 0, top: 0 }), selection, search })
}

/** Remembers where in it somebody is. */
export function leaveList(place: Partial<Pick<Left, 'row' | 'id' | 'top'>>) {
  keep({ ...last, ...place })
}

/** Where somebody was in it, when it is still that list. */
export function placeInList(listKey: string): Pick<Left, 'row' | 'id' | 'top'> | undefined {
  const { selection, row, id, top } = last
  return keyOf(selection) === listKey ? { row, id, top } : undefined
}

/** The search parameters of the list, to go back to it. */
export function lastSearch(): object {
  return last.search
}

/** Who stands before and after a person in it. */
export function useNeighbours(id: string): { before?: string; after?: string } {
  const client = useQueryClient()
  const { selection } = last
  const row = last.id === id ? last.row : findRow(client.getQueriesData<ContactPage>({ queryKey: ['people', selection] }), id)
  // The page of the person, and the next one at its edge; as long as somebody reads here they stay at hand.
  const numbers = row === undefined ? [] : [...new Set([row - 1, row, row + 1].filter((each) => each >= 0).map((each) => Math.floor(each / pageSize)))]
  const pages = useQueries({ queries: numbers.map((number) => peoplePage(selection, number)) })
  const people = pages.flatMap(({ data }) => data?.data ?? [])
  const place = people.findIndex((person) => person.id === id)
  const firstAtHand = numbers[pages.findIndex(({ data }) => data)]
  const now = place < 0 || firstAtHand === undefined ? undefined : firstAtHand * pageSize + place
  useEffect(() => {
    if (now !== undefined) leaveList({ row: now, id })
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

function keyOf(selection: PeopleSelection): string {
  return JSON.stringify(selection)
}

function keep(left: Left) {
  last = left
  sessionStorage.setItem(key, JSON.stringify(left))
}

function read(): Left {
  const none = { selection: {}, search: {}, row: 0, top: 0 }
  try {
    return { ...none, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Left>) }
  } catch {
    return none
  }
}
