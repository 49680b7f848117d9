// What people of a team do all day, through the API as clients do: in rooms, with tasks, in their inboxes.

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './asking.ts'

export interface Teammate {
  user_id: string
  /** As a header. */
  cookie: string
  /** Of the channels that they are in. */
  room_ids: string[]
}

export interface Work {
  /** Does one thing, by chance. Throws what was not answered as it should be. */
  act(person: Teammate): Promise<void>
  /** In which room each message was sent, but for those that were deleted again. */
  sent: Map<string, string>
  /** The ids of those that this one hears. */
  sentTo(person: Teammate): string[]
}

interface Message {
  id: string
  room_id: string
  seq: number
  by: Teammate
}

const kept = 200

export function startWork(url: string, people: Teammate[], random: () => number): Work {
  const sent = new Map<string, string>()
  const recent: Message[] = []
  const tasks: { id: string }[] = []
  const task_rooms = new Set<string>()
  const one = <Item>(items: Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const keep = <Item>(items: Item[], item: Item) => {
    items.push(item)
    if (items.length > kept) items.shift()
  }

  const call = <Answer>({ cookie }: Teammate, method: string, path: string, body?: object) => ask<Answer>(url, cookie, { method, path, body })
  const send = async (by: Teammate, room_id: string, more: object = {}): Promise<Message> => {
    const text = random() < 0.2 ? `[@You](user:${one(people)!.user_id}) it is your turn with order ${sent.size}.` : `About order ${sent.size}: **not yet**.`
    const { id, seq } = await call<Message>(by, 'POST', `/rooms/${room_id}/messages`, { text, client_id: randomUUID(), ...more })
    sent.set(id, room_id)
    return { id, room_id, seq, by }
  }
  /** Of a room that this one is in. */
  const seen = ({ room_ids }: Teammate) => one(recent.filter(({ room_id }) => room_ids.includes(room_id)))

  const habits: Record<string, [weight: number, habit: (person: Teammate) => Promise<unknown>]> = {
    say: [28, async (person) => keep(recent, await send(person, one(person.room_ids)!))],
    answer: [10, async (person) => {
      const message = seen(person)
      if (message) await send(person, message.room_id, { thread_id: message.id })
    }],
    read: [14, async (person) => {
      const message = seen(person)
      if (message) await call(person, 'POST', `/rooms/${message.room_id}/read`, { seq: message.seq })
    }],
    readThread: [3, async (person) => {
      const { threads } = await call<{ threads: { thread_id: string; last_seq: number }[] }>(person, 'GET', '/rooms')
      const thread = one(threads)
      if (thread) await call(person, 'POST', `/messages/${thread.thread_id}/replies/read`, { seq: thread.last_seq })
    }],
    react: [8, async (person) => {
      const message = seen(person)
      const path = `/messages/${message?.id}/reactions/${encodeURIComponent('👍')}`
      if (message) await call(person, 'PUT', path)
      if (message && random() < 0.3) await call(person, 'DELETE', path)
    }],
    edit: [4, async () => {
      const message = one(recent)
      if (message) await call(message.by, 'PATCH', `/messages/${message.id}`, { text: `Said otherwise: order ${sent.size}.` })
    }],
    takeBack: [3, async (person) => {
      const { id } = await send(person, one(person.room_ids)!)
      await wait(3_000 * random())
      sent.delete(id)
      await call(person, 'DELETE', `/messages/${id}`)
    }],
    type: [10, (person) => call(person, 'POST', `/rooms/${one(person.room_ids)}/typing`, {})],
    draft: [3, (person) => call(person, 'PUT', `/rooms/${one(person.room_ids)}/draft`, { text: random() < 0.5 ? '' : 'What I wanted to say' })],
    open: [6, (person) => call(person, 'GET', `/rooms/${one(person.room_ids)}/messages`)],
    find: [2, (person) => call(person, 'GET', '/rooms/search?q=order')],
    bookmark: [1, async (person) => {
      const message = seen(person)
      if (message) await call(person, random() < 0.5 ? 'PUT' : 'DELETE', `/messages/${message.id}/bookmark`)
    }],
    remind: [1, async (person) => {
      const remind_at = new Date(Date.now() + 60_000).toISOString()
      await call(person, 'POST', '/reminders', { text: 'Look after the order', time: { remind_at } })
    }],
    makeTask: [3, async (person) => {
      const assignee_ids = [one(people)!.user_id]
      keep(tasks, await call<{ id: string }>(person, 'POST', '/tasks', { title: `Look after order ${sent.size}`, assignee_ids }))
    }],
    changeTask: [4, async (person) => {
      const task = one(tasks)
      const change = random() < 0.5 ? { category: one(['todo', 'doing', 'done']) } : { assignee_ids: [one(people)!.user_id] }
      if (task) await call(person, 'PATCH', `/tasks/${task.id}`, change)
    }],
    comment: [2, async (person) => {
      const task = one(tasks)
      if (!task) return
      const { id } = await call<{ id: string }>(person, 'PUT', `/tasks/${task.id}/room`)
      task_rooms.add(id)
      await send(person, id)
    }],
    seeTasks: [3, (person) => call(person, 'GET', random() < 0.5 ? '/tasks/board?limit=20' : '/tasks?assignee=me')],
    seeContacts: [2, (person) => call(person, 'GET', '/contacts')],
    seeInbox: [5, async (person) => {
      const { data } = await call<{ data: { id: string }[] }>(person, 'GET', '/notifications')
      const entry = one(data)
      // It may be gone by now.
      if (entry) await call(person, 'PATCH', '/notifications', { ids: [entry.id], done: true })
    }],
  }
  const all = Object.values(habits)
  const total = all.reduce((sum, [weight]) => sum + weight, 0)

  return {
    sent,
    async act(person) {
      let left = random() * total
      await all.find(([weight]) => (left -= weight) < 0)![1](person)
    },
    sentTo: ({ room_ids }) => [...sent].filter(([, room_id]) => room_ids.includes(room_id) || task_rooms.has(room_id)).map(([id]) => id),
  }
}
