// What may be meant by what is being written: somebody of the team or a contact after @, a room after #, an emoji after a colon.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, body } from '@/api/client.ts'
import { isAtLeast, useMe } from '@/app/roles.ts'
import { useMessages } from '@/messages/messages.tsx'
import { findEmoji } from './emoji.ts'
import { useRoomPeople } from './room-people.ts'
import { roomsQuery, type Room } from './rooms-queries.ts'

export interface Completion {
  id: string
  kind: 'person' | 'word' | 'contact' | 'room' | 'emoji'
  /** What it is shown as. */
  label: string
  hint?: string
  /** What is written for it; and where that leads. */
  text: string
  link?: string
}

interface Sought {
  sign: '@' | '#' | ':'
  query: string
  /** Where in the text it begins. */
  from: number
}

const most = 8
const mostContacts = 4
const sought = /(?<=^|[\s(])(?:(@)([\p{L}\p{N}.'’_-]*(?: [\p{L}\p{N}.'’_-]+)?)|(#)([\p{L}\p{N}_-]*)|(:)([\p{L}\p{N}_+-]{2,}))$/u

/** What stands before the caret and may be completed. */
export function soughtAt(text: string, caret: number): Sought | undefined {
  const found = sought.exec(text.slice(0, caret))
  if (!found) return undefined
  const [, at, person = '', hash, room = '', colon, emoji = ''] = found
  return { sign: (at ?? hash ?? colon) as Sought['sign'], query: person || room || emoji, from: found.index }
}

export function useCompletions(room: Room, wanted: Sought | undefined): Completion[] {
  const { rooms: m } = useMessages()
  const members = useRoomPeople(room.id, wanted?.sign === '@')
  const { data: rooms = [] } = useQuery({ ...roomsQuery, enabled: wanted?.sign === '#' })
  const contacts = useContacts(wanted?.sign === '@' ? wanted.query.trim() : '')
  return useMemo(() => {
    if (!wanted) return []
    const { sign, query } = wanted
    if (sign === ':') return findEmoji(query, most).map(({ emoji, name }) => ({ id: name, kind: 'emoji', label: `:${name}:`, text: emoji }))
    const fits = fitsTo(query)
    if (sign === '#') {
      const channels = rooms.filter(({ name }) => name && fits(name)).toSorted((one, other) => one.name!.localeCompare(other.name!))
      return channels.slice(0, most).map(({ id, name, topic }) => ({ id, kind: 'room', label: name!, hint: topic, text: `#${name}`, link: `${location.origin}/rooms/${id}` }))
    }
    const isIn = room.people && new Set(room.people.map(({ user_id }) => user_id))
    const people = members.filter(({ user_id, name }) => (!isIn || isIn.has(user_id)) && fits(name)).toSorted((one, other) => one.name.localeCompare(other.name))
    const words = (['room', 'here'] as const).filter((word) => word.startsWith(query.toLowerCase()))
    return [
      ...people.slice(0, most).map(({ user_id, name, email }): Completion => ({ id: user_id, kind: 'person', label: name, hint: email, text: `@${name}`, link: `user:${user_id}` })),
      ...words.map((word): Completion => ({ id: word, kind: 'word', label: `@${word}`, hint: m.words[word], text: `@${word}` })),
      ...contacts.map(({ id, name, company, emails }): Completion => ({ id, kind: 'contact', label: name, hint: company?.name ?? emails[0]?.address, text: `@${name}`, link: `contact:${id}` })),
    ]
  }, [wanted?.sign, wanted?.query, members, contacts, rooms, room.people, m])
}

const nobody: never[] = []

/** Those that the organization deals with, whom guests do not know. A letter is too little to ask for. */
function useContacts(q: string) {
  const isMember = isAtLeast(useMe().role, 'member')
  const isAsked = isMember && q.length > 1
  const { data } = useQuery({
    queryKey: ['people-picked', q, mostContacts],
    queryFn: async ({ signal }) => (await body(api.GET('/contacts', { params: { query: { q, limit: mostContacts, count: 'none', deleted: false } }, signal }))).data,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  return (isAsked && data) || nobody
}

/** Whether a word of a name begins with it, whatever the accents. */
export function fitsTo(query: string): (name: string) => boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const q = plain(query.trim())
  return (name) => plain(name).startsWith(q) || plain(name).split(/[\s-]+/).some((word) => word.startsWith(q))
}
