// What the demo company has set out to do: offers, visits, grants and invoices, around today. The same for the same day.

import { vocabulary } from './conversations.ts'
import { fill } from './correspondence.ts'
import type { Story } from './files.ts'
import { seededRandom } from './random.ts'
import type { Name } from './talk.ts'

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
  by: Name
  for: readonly Name[]
  repeat_rule?: string
  /** Places in its group of tasks that come before. */
  part_of?: number
  waits_for?: readonly number[]
  /** For today, by whom it is for. */
  planned?: boolean
  comments: readonly { by: Name; text: string }[]
}

type Draft = Omit<DemoTask, 'title' | 'due_on' | 'email' | 'by' | 'for' | 'labels' | 'priority' | 'comments'> & {
  title: string
  priority?: DemoTask['priority']
  /** Days from today. */
  in?: number
  labels?: string[]
  /** It is about somebody; about nobody unless it says so. */
  about?: boolean
  /** The owner unless it says so. */
  by?: Name
  for?: readonly Name[]
  comments?: DemoTask['comments']
}

/** In groups of those that name each other. In the order in which they are made: what a task is a part of, or waits for, comes before it. */
export function makeTasks({ people, to }: Story): DemoTask[][] {
  const random = seededRandom(20_261_127)
  return groups.map((drafts) => drafts.map(({ title, description, priority = 'none', in: days, about, by = 'nora', for: who = ['nora'], labels = [], comments = [], ...rest }) => {
    const person = random.pickSkewed(people)
    const words = new Map(Object.entries({ ...vocabulary, given: [person.given_name], name: [`${person.given_name} ${person.family_name}`], company: [person.company.name] })
      .map(([slot, choices]) => [slot, random.pick(choices)]))
    const due_on = days === undefined ? null : new Date(to.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    return { ...rest, title: fill(title, words), ...(description && { description: fill(description, words) }), priority, due_on, labels, by, for: who, comments, ...(about && { email: person.email }) }
  }))
}

const groups: readonly (readonly Draft[])[] = [
  [
    { title: 'Tender for {building}', description: 'Everything has to be in by noon. The drawings are Dev’s, the schedule of works is ours.\n\n- two printed copies\n- one PDF **without** prices', category: 'doing', priority: 'urgent', in: 4, estimate_minutes: 960, labels: ['offers'], about: true, for: ['nora', 'chiara'], comments: [
      { by: 'chiara', text: 'Quantities are final. The stairwell is in, as @dev measured it.' },
      { by: 'dev', text: 'U-values are in the annex. One of them is an assumption, and says so.' },
      { by: 'chiara', text: '@nora do we offer the monitoring as an option, or within the price? I would make it an option.' },
    ] },
    { title: 'Measure the plant room again', category: 'done', in: -3, estimate_minutes: 120, labels: ['site'], part_of: 0, for: ['dev'] },
    { title: 'Heat load calculation', category: 'done', in: -1, estimate_minutes: 240, part_of: 0, waits_for: [1], for: ['dev'] },
    { title: 'Schedule of works', category: 'doing', priority: 'high', in: 1, estimate_minutes: 180, part_of: 0, waits_for: [2], for: ['marcus'] },
    { title: 'Have the prices checked', category: 'todo', in: 2, estimate_minutes: 60, part_of: 0, waits_for: [3], for: ['felix'] },
    { title: 'Print, bind and deliver', category: 'todo', in: 4, due_time: '09:00', part_of: 0, waits_for: [4] },
    { title: 'Order the heat pumps for {building}', category: 'todo', priority: 'high', in: 5, labels: ['site'], waits_for: [0], for: ['marcus'] },
  ],
  [{ title: 'Call {name} about the residents’ evening', category: 'todo', priority: 'high', in: 0, due_time: '15:00', estimate_minutes: 20, labels: ['site'], about: true, planned: true }],
  [{ title: 'Send {name} the comparison of {measure}', category: 'todo', priority: 'medium', in: 0, labels: ['offers'], about: true, planned: true }],
  [{ title: 'Answer {name}: is the first year of monitoring included?', category: 'todo', in: 0, about: true }],
  [{ title: 'Weekly numbers for the team', category: 'todo', in: 1, due_time: '10:00', estimate_minutes: 30, repeat_rule: 'FREQ=WEEKLY', labels: ['office'] }],
  [{ title: 'Second reminder for invoice {number}', category: 'todo', priority: 'high', in: -5, labels: ['invoices'], about: true, by: 'felix', comments: [
    { by: 'felix', text: 'They answered the first one: the order number was missing. @nora you know them better than I do.' },
  ] }],
  [{ title: 'Issue invoice {number} again, with the order number', category: 'todo', priority: 'medium', in: -2, estimate_minutes: 15, labels: ['invoices'], about: true, for: ['felix'] }],
  [
    { title: 'Application to {funder}', description: 'Page limit is twelve. Signe has the letter of support.', category: 'doing', priority: 'high', in: 9, estimate_minutes: 720, labels: ['grants'], for: ['nora', 'signe'] },
    { title: 'Letter of support from {company}', category: 'doing', priority: 'medium', in: 6, labels: ['grants'], about: true, part_of: 0, for: ['signe'] },
    { title: 'Energy figures for the application', category: 'todo', in: 7, estimate_minutes: 180, labels: ['grants'], part_of: 0, for: ['dev'] },
    { title: 'Sign and upload the application', category: 'todo', in: 9, part_of: 0, waits_for: [1, 2] },
  ],
  [
    { title: 'Scaffolding plan for the hotel', category: 'done', in: -1, labels: ['site'], for: ['marcus'] },
    { title: 'Agree the dates with the hotel', category: 'todo', priority: 'medium', in: 3, labels: ['site'], waits_for: [0], by: 'marcus', planned: true },
    { title: 'Offer for the hotel, second round', category: 'doing', priority: 'high', in: 11, estimate_minutes: 480, labels: ['offers'], for: ['chiara', 'felix'] },
    { title: 'Order 146 windows', category: 'todo', in: 18, labels: ['site'], waits_for: [2], for: ['felix'] },
  ],
  [{ title: 'Site visit at {building} with {name}', category: 'todo', priority: 'medium', in: 2, due_time: '11:15', estimate_minutes: 150, labels: ['site'], about: true }],
  [{ title: 'Residents’ letter about {measure}', category: 'doing', priority: 'medium', in: 3, estimate_minutes: 90, labels: ['site'], by: 'chiara' }],
  [{ title: 'Book the lift for {building}', category: 'todo', priority: 'low', in: 8, for: ['marcus'], labels: ['site'] }],
  [{ title: 'Ask {name} for the floor plans', category: 'done', in: -4, about: true, labels: ['offers'], for: ['chiara'] }],
  [{ title: 'Report on the first winter at {building}', category: 'todo', priority: 'medium', in: 13, estimate_minutes: 300, about: true, for: ['dev'] }],
  [{ title: 'Slides for {event}', category: 'todo', priority: 'medium', in: 16, estimate_minutes: 240, labels: ['events'] }],
  [{ title: 'Hotel and train to {event}', category: 'todo', priority: 'low', in: 12, labels: ['events'], for: ['signe'] }],
  [{ title: 'Confirm {name} as a speaker', category: 'doing', in: 10, labels: ['events'], about: true, for: ['signe'] }],
  [{ title: 'Contract with {company}', category: 'todo', priority: 'high', in: 6, due_time: '17:00', labels: ['offers'], about: true }],
  [{ title: 'Look through the agreement with {company}', category: 'todo', priority: 'high', in: 1, labels: ['offers'], about: true, by: 'signe' }],
  [{ title: 'Say which desk is yours', category: 'todo', priority: 'low', in: 1, by: 'felix', for: ['nora', 'chiara', 'dev', 'signe', 'marcus'], labels: ['office'] }],
  [{ title: 'Introduce {name} to Signe', category: 'backlog', about: true }],
  [{ title: 'Find a second installer near {building}', category: 'backlog', priority: 'medium', labels: ['site'], for: [] }],
  [{ title: 'Write down how we survey a boiler room', category: 'backlog', priority: 'low', estimate_minutes: 240, for: ['dev'] }],
  [{ title: 'Compare insurers', category: 'backlog', for: [] }],
  [{ title: 'Photos of finished buildings for the web site', category: 'backlog', priority: 'low', labels: ['events'], for: [] }],
  [{ title: 'A second thermal camera: buy or rent?', category: 'backlog', labels: ['site'], for: ['dev'] }],
  [{ title: 'Renew the membership of the chamber', category: 'todo', priority: 'low', in: 20, labels: ['office'], for: ['felix'] }],
  [{ title: 'Insurance certificate for {company}', category: 'todo', in: 18, labels: ['office'], about: true, for: ['felix'] }],
  [{ title: 'Seal the window on the second floor again', category: 'doing', priority: 'high', in: 0, labels: ['site'], for: ['marcus'], by: 'dev' }],
  [{ title: 'Blower door test at Birkenau', category: 'todo', priority: 'medium', in: 14, due_time: '08:30', estimate_minutes: 240, labels: ['site'], for: ['dev', 'marcus'] }],
  [{ title: 'Count the stock', category: 'todo', in: 7, labels: ['office'], for: ['marcus'], by: 'felix' }],
  [{ title: 'Figures of the half year for the bank', category: 'todo', priority: 'high', in: 19, labels: ['office'], for: ['felix'] }],
  [{ title: 'Samples from Yokohama', category: 'todo', in: 22, labels: ['offers'], for: ['felix'], by: 'signe' }],
  [{ title: 'Show the journalist round Birkenau', category: 'todo', priority: 'medium', in: 10, due_time: '14:00', labels: ['events'], for: ['signe', 'marcus', 'nora'], by: 'signe' }],
  [{ title: 'Loggers into three classrooms', category: 'todo', in: 15, labels: ['site'], for: ['dev'] }],
  [{ title: 'Evening for the parents, with the model', category: 'todo', priority: 'medium', in: 21, due_time: '19:00', labels: ['events', 'site'], for: ['chiara', 'nora'] }],
  [{ title: 'Survey at the hotel, all four floors', category: 'done', in: -21, labels: ['site'], for: ['dev', 'chiara'] }],
  [{ title: 'Invoice {number} to {company}', category: 'done', in: -19, labels: ['invoices'], about: true, for: ['felix'] }],
  [{ title: 'Offer for the hotel, first round', category: 'done', priority: 'high', in: -17, labels: ['offers'], for: ['chiara'] }],
  [{ title: 'Book the stand at the trade fair', category: 'done', in: -15, labels: ['events'], for: ['signe'] }],
  [{ title: 'Talk in Leiden', category: 'done', in: -13, labels: ['events'], for: ['signe'] }],
  [{ title: 'Scaffolding at Birkenau is up', category: 'done', in: -12, labels: ['site'], for: ['marcus'] }],
  [{ title: 'Answer the bank', category: 'done', in: -10, labels: ['office'], for: ['felix'] }],
  [{ title: 'Loggers into the attic', category: 'done', in: -9, labels: ['site'], for: ['dev'] }],
  [{ title: 'Write to three architects', category: 'done', in: -8, labels: ['offers'], for: ['signe'] }],
  [{ title: 'Contract of the school is signed', category: 'done', priority: 'high', in: -7, labels: ['offers'] }],
  [{ title: 'Pay the deposit for the open day', category: 'done', in: -6, labels: ['events'], for: ['felix'] }],
  [{ title: 'Thank {name} for the recommendation', category: 'done', in: -2, about: true }],
  [{ title: 'Handover of the day-care centre', category: 'done', in: -1, labels: ['site'], for: ['marcus'] }],
  [{ title: 'Check the meter readings of {building}', category: 'todo', in: 25, repeat_rule: 'FREQ=MONTHLY', labels: ['site'], for: ['dev'] }],
]
