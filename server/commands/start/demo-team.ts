// What the team of the demo does as if it worked here: its tasks with what is said of them, and what is said today.

import { createHash } from 'node:crypto'
import { listMembers } from '#modules/accounts'
import { findContactIds } from '#modules/contacts'
import { changeAvailability } from '#modules/presence'
import { createReminder, listReminders } from '#modules/reminders'
import { addReaction, listRooms, sendMessage, sendOnce, setBookmarked } from '#modules/rooms'
import { changeTask, countTasks, createTask, enterRoom, planTask } from '#modules/tasks'
import type { Database } from '#platform/db/database'
import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { Story } from '../../demo/files.ts'
import { team } from '../../demo/names.ts'
import type { Name } from '../../demo/talk.ts'
import { makeTasks, type DemoTask } from '../../demo/tasks.ts'
import { statuses, today, type SaidToday } from '../../demo/today.ts'

type Team = Record<Name, Actor & { id: string; name: string }>

/** The actors that the members of the demo's team are. */
async function findTeam(database: Database, org_id: string): Promise<Team> {
  const members = await listMembers(database.tenant(org_id))
  return Object.fromEntries(team.map(({ name, email, role }) => {
    const { user_id } = members.find((member) => member.email === email)!
    return [name.split(' ')[0]!.toLowerCase(), { org_id, kind: 'user', id: user_id, role, name }]
  })) as Team
}

/** `@nora` as a message says it. */
function withMentions(text: string, people: Team): string {
  return text.replace(/@(\w+)/g, (word, name: string) => (name in people ? `[@${people[name as Name].name}](user:${people[name as Name].id})` : word))
}

export async function addTasks(database: Database, owner: Actor, story: Story) {
  const db = database.tenant(owner.org_id)
  const groups = makeTasks(story)
  const people = await findTeam(database, owner.org_id)
  const contacts = await findContactIds(db, groups.flat().flatMap(({ email }) => email ?? []))
  // They are written group by group, so those that are there are the first ones.
  let before = await countTasks(db, owner, { deleted: false })
  for (const tasks of groups) {
    if (before <= 0) await database.transact(owner, (tx) => addGroup(tx, tasks, { people, contacts }))
    before -= tasks.length
  }
  console.log(`  ${groups.flat().length} tasks written`)
}

async function addGroup(tx: Tx, tasks: DemoTask[], { people, contacts }: { people: Team; contacts: Map<string, string[]> }) {
  const ids: string[] = []
  for (const { email, by, for: assignees, category, part_of, waits_for = [], due_time, planned, comments, ...task } of tasks) {
    const { id } = await createTask(tx, people[by], {
      ...task,
      category: category === 'done' ? 'todo' : category,
      ...(due_time && { due_time, due_zone: 'Europe/London' }),
      ...(part_of !== undefined && { parent_id: ids[part_of] }),
      blocker_ids: waits_for.map((place) => ids[place]!),
      assignee_ids: assignees.map((name) => people[name].id),
      contact_ids: (email && contacts.get(email)) || [],
    })
    ids.push(id)
    if (planned) for (const name of assignees) await planTask(tx, people[name], { task_id: id, planned_on: new Date().toISOString().slice(0, 10) })
    for (const { by: author, text } of comments) {
      const { id: room_id } = await enterRoom(tx, people[author], id)
      await sendMessage(tx, people[author], { room_id, text: withMentions(text, people) })
    }
  }
  for (const [place, { category, for: [first = 'nora'] }] of tasks.entries()) {
    if (category === 'done') await changeTask(tx, people[first], { id: ids[place]!, change: { category } })
  }
}

/** What was said already is only found. */
export async function addToday(database: Database, owner: Actor) {
  const people = await findTeam(database, owner.org_id)
  const rooms = await listRooms(database.tenant(owner.org_id), owner)
  for (const said of today) {
    const room = rooms.find(({ name, people: those }) => typeof said.room === 'string' ? name === said.room : isOf(those, said.room.map((each) => people[each].id)))
    if (room) await say(database, { owner, people, room_id: room.id, said })
  }
  for (const [name, status] of Object.entries(statuses)) {
    await database.transact(owner, (tx) => changeAvailability(tx, people[name as Name], { status: { ...status, until: null } }))
  }
}

function isOf(those: { user_id: string }[] | null, ids: string[]): boolean {
  return those?.length === ids.length && those.every(({ user_id }) => ids.includes(user_id))
}

async function say(database: Database, { owner, people, room_id, said }: { owner: Actor; people: Team; room_id: string; said: SaidToday }) {
  const send = (by: Name, text: string, more: { urgent?: boolean; thread_id?: string } = {}) =>
    sendOnce(database, people[by], { room_id, text: withMentions(text, people), client_id: idOf(by + text), ...more })
  const { id } = await send(said.by, said.text, { urgent: said.urgent })
  for (const { by, text } of said.answers ?? []) await send(by, text, { thread_id: id })
  for (const [emoji, names] of Object.entries(said.reactions ?? {})) {
    for (const name of names) await database.transact(owner, (tx) => addReaction(tx, people[name], { id, emoji }))
  }
  if (!said.kept || (await listReminders(database.tenant(owner.org_id), owner, { message_id: id, limit: 1 })).length > 0) return
  await database.transact(owner, async (tx) => {
    await setBookmarked(tx, owner, { id, bookmarked: true })
    await createReminder(tx, owner, { message_id: id, time: { remind_at: new Date(), series: null } })
  })
}

/** Of a text always the same. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
