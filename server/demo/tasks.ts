// What the demo company has set out to do: offers, visits, grants and invoices, around today. The same for the same day.

import { vocabulary } from './conversations.ts'
import { fill } from './correspondence.ts'
import type { Story } from './files.ts'
import { seededRandom } from './random.ts'

export interface DemoTask {
  title: string
  description?: string
  category: 'backlog' | 'todo' | 'doing' | 'done'
  priority: 'none' | 'low' | 'medium' | 'high' | 'urgent'
  due_on: string | null
  due_time?: string
  estimate_minutes?: number
  labels: string[]
  /** Whom it is about. */
  email?: string
  /** Whether it is the owner's. */
  own: boolean
  repeat_rule?: string
  /** Places in the list of tasks that come before. */
  part_of?: number
  waits_for?: number[]
}

type Draft = Omit<DemoTask, 'title' | 'due_on' | 'email' | 'own' | 'labels'> & {
  title: string
  /** Days from today. */
  in?: number
  labels?: string[]
  /** It is about somebody; about nobody unless it says so. */
  about?: boolean
  /** The owner's unless it says so. */
  own?: boolean
}

/** In the order in which they are made: what a task is a part of, or waits for, comes before it. */
export function makeTasks({ people, to }: Story): DemoTask[] {
  const random = seededRandom(20_261_127)
  return drafts.map(({ title, description, in: days, about, own = true, labels = [], ...rest }) => {
    const person = random.pickSkewed(people)
    const words = new Map(Object.entries({ ...vocabulary, given: [person.given_name], name: [`${person.given_name} ${person.family_name}`], company: [person.company.name] })
      .map(([slot, choices]) => [slot, random.pick(choices)]))
    const due_on = days === undefined ? null : new Date(to.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    return { ...rest, title: fill(title, words), ...(description && { description: fill(description, words) }), due_on, labels, own, ...(about && { email: person.email }) }
  })
}

const drafts: readonly Draft[] = [
  { title: 'Tender for {building}', description: 'Everything has to be in by noon. The drawings are Dev’s, the schedule of works is ours.\n\n- two printed copies\n- one PDF **without** prices', category: 'doing', priority: 'urgent', in: 4, estimate_minutes: 960, labels: ['offers'], about: true },
  { title: 'Measure the plant room again', category: 'done', priority: 'none', in: -3, estimate_minutes: 120, labels: ['site'], part_of: 0 },
  { title: 'Heat load calculation', category: 'done', priority: 'none', in: -1, estimate_minutes: 240, part_of: 0, waits_for: [1] },
  { title: 'Schedule of works', category: 'doing', priority: 'high', in: 1, estimate_minutes: 180, part_of: 0, waits_for: [2] },
  { title: 'Have the prices checked', category: 'todo', priority: 'none', in: 2, estimate_minutes: 60, part_of: 0, waits_for: [3] },
  { title: 'Print, bind and deliver', category: 'todo', priority: 'none', in: 4, due_time: '09:00', part_of: 0, waits_for: [4] },
  { title: 'Call {name} about the residents’ evening', category: 'todo', priority: 'high', in: 0, due_time: '15:00', estimate_minutes: 20, labels: ['site'], about: true },
  { title: 'Send {name} the comparison of {measure}', category: 'todo', priority: 'medium', in: 0, labels: ['offers'], about: true },
  { title: 'Answer {name}: is the first year of monitoring included?', category: 'todo', priority: 'none', in: 0, about: true },
  { title: 'Weekly numbers for the team', category: 'todo', priority: 'none', in: 1, due_time: '10:00', estimate_minutes: 30, repeat_rule: 'FREQ=WEEKLY' },
  { title: 'Second reminder for invoice {number}', category: 'todo', priority: 'high', in: -5, labels: ['invoices'], about: true },
  { title: 'Issue invoice {number} again, with the order number', category: 'todo', priority: 'medium', in: -2, estimate_minutes: 15, labels: ['invoices'], about: true },
  { title: 'Application to {funder}', description: 'Page limit is twelve. Signe has the letter of support.', category: 'doing', priority: 'high', in: 9, estimate_minutes: 720, labels: ['grants'] },
  { title: 'Letter of support from {company}', category: 'doing', priority: 'medium', in: 6, labels: ['grants'], about: true, part_of: 12 },
  { title: 'Energy figures for the application', category: 'todo', priority: 'none', in: 7, estimate_minutes: 180, labels: ['grants'], part_of: 12 },
  { title: 'Sign and upload the application', category: 'todo', priority: 'none', in: 9, part_of: 12, waits_for: [13, 14] },
  { title: 'Order the heat pumps for {building}', category: 'todo', priority: 'high', in: 5, labels: ['site'], waits_for: [0] },
  { title: 'Site visit at {building} with {name}', category: 'todo', priority: 'medium', in: 2, due_time: '11:15', estimate_minutes: 150, labels: ['site'], about: true },
  { title: 'Residents’ letter about {measure}', category: 'doing', priority: 'medium', in: 3, estimate_minutes: 90, labels: ['site'] },
  { title: 'Book the lift for {building}', category: 'todo', priority: 'low', in: 8, own: false, labels: ['site'] },
  { title: 'Ask {name} for the floor plans', category: 'done', priority: 'none', in: -4, about: true, labels: ['offers'] },
  { title: 'Report on the first winter at {building}', category: 'todo', priority: 'medium', in: 13, estimate_minutes: 300, about: true },
  { title: 'Slides for {event}', category: 'todo', priority: 'medium', in: 16, estimate_minutes: 240, labels: ['events'] },
  { title: 'Hotel and train to {event}', category: 'todo', priority: 'low', in: 12, labels: ['events'], own: false },
  { title: 'Confirm {name} as a speaker', category: 'doing', priority: 'none', in: 10, labels: ['events'], about: true },
  { title: 'Contract with {company}', category: 'todo', priority: 'high', in: 6, due_time: '17:00', labels: ['offers'], about: true },
  { title: 'Introduce {name} to Signe', category: 'backlog', priority: 'none', about: true },
  { title: 'Find a second installer near {building}', category: 'backlog', priority: 'medium', labels: ['site'], own: false },
  { title: 'Write down how we survey a boiler room', category: 'backlog', priority: 'low', estimate_minutes: 240 },
  { title: 'Compare insurers', category: 'backlog', priority: 'none', own: false },
  { title: 'Photos of finished buildings for the web site', category: 'backlog', priority: 'low', labels: ['events'], own: false },
  { title: 'Renew the membership of the chamber', category: 'todo', priority: 'low', in: 20, labels: ['office'] },
  { title: 'Insurance certificate for {company}', category: 'todo', priority: 'none', in: 18, labels: ['office'], about: true },
  { title: 'Pay the deposit for the open day', category: 'done', priority: 'none', in: -6, labels: ['events'] },
  { title: 'Thank {name} for the recommendation', category: 'done', priority: 'none', in: -2, about: true },
  { title: 'Check the meter readings of {building}', category: 'todo', priority: 'none', in: 25, repeat_rule: 'FREQ=MONTHLY', labels: ['site'] },
]
