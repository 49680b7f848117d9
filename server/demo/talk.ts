// The conversations of the demo's team, in whose offices old buildings become warm.

import type { FileId } from './pictures.ts'

export type Name = 'nora' | 'felix' | 'chiara' | 'dev' | 'signe' | 'marcus'

export interface Said {
  /** Working days ago, and when. */
  day: number
  at: string
  by: Name
  text: string
  reactions?: Record<string, readonly Name[]>
  files?: readonly FileId[]
  pinned?: boolean
  answers?: readonly Omit<Said, 'answers' | 'pinned'>[]
}

export interface Conversation {
  id: string
  kind: 'public' | 'private' | 'direct'
  name: string
  topic?: string
  members: readonly Name[]
  said: readonly Said[]
}

const everybody = ['nora', 'felix', 'chiara', 'dev', 'signe', 'marcus'] as const

export const conversations: readonly Conversation[] = [
  {
    id: 'CGENERAL', kind: 'public', name: 'general', topic: 'What concerns all of us', members: everybody,
    said: [
      { day: 9, at: '08:41', by: 'nora', text: 'Good morning! The office move is settled: *we stay*, and get the two rooms next door from the first of next month.', reactions: { tada: ['felix', 'chiara', 'dev', 'signe', 'marcus'], raised_hands: ['signe'] } },
      { day: 9, at: '08:47', by: 'felix', text: 'Keys are with me. Who wants which desk, please say so by Friday:\n• window side: four desks\n• courtyard side: two, and the sample shelf', answers: [
        { day: 9, at: '08:52', by: 'dev', text: 'Courtyard, please. The thermal camera likes the dark.', reactions: { joy: ['chiara', 'nora'] } },
        { day: 9, at: '09:10', by: 'signe', text: 'Window, I am on the phone half of the day anyway.' },
        { day: 8, at: '08:05', by: 'marcus', text: 'Whatever is left. I am on site three days a week.' },
      ] },
      { day: 7, at: '15:30', by: 'signe', text: 'The trade fair confirmed our stand: hall 4, next to the window people. I have put the costs and who is there when into the shared folder.', pinned: true, reactions: { '+1': ['nora', 'marcus'] } },
      { day: 5, at: '09:02', by: 'felix', text: 'Reminder: travel expenses of last month are due today. Receipts as photos are fine.' },
      { day: 5, at: '09:06', by: 'marcus', text: 'Done. The parking garage in Ghent gives no receipts, only good wishes.', reactions: { joy: ['felix', 'dev', 'nora'] } },
      { day: 3, at: '16:45', by: 'chiara', text: 'We won the school! Eleven classrooms, start in the summer holidays. Thank you all, especially @dev for the numbers.', reactions: { tada: ['nora', 'felix', 'dev', 'signe', 'marcus'], heart: ['signe', 'nora'] }, answers: [
        { day: 3, at: '16:51', by: 'nora', text: 'Wonderful. Cake tomorrow at three, I bring it.' },
        { day: 3, at: '16:58', by: 'dev', text: 'They liked that we said what we do *not* know yet. Let us keep doing that.' },
      ] },
      { day: 1, at: '08:30', by: 'nora', text: 'This week: Chiara is in Utrecht until Wednesday, Marcus on site, and Thursday we look through the quarter together at ten.' },
    ],
  },
  {
    id: 'CPROJECTS', kind: 'public', name: 'projects', topic: 'Who is where, and what holds us up', members: everybody,
    said: [
      { day: 8, at: '10:12', by: 'marcus', text: 'Birkenau: the scaffolding comes down a week late, the painters had rain. I moved the blower door test to the 18th.', answers: [
        { day: 8, at: '10:20', by: 'dev', text: 'Fine with me. Is the cellar door sealed by then? Last time half of the leak was that door.' },
        { day: 8, at: '10:34', by: 'marcus', text: 'It is on the list, with a photo. I will look at it myself on Tuesday.' },
      ] },
      { day: 6, at: '13:05', by: 'chiara', text: 'Quantities for the hotel, as of today:\n```\nfacade north   412 m2   mineral wool 180 mm\nfacade south   398 m2   mineral wool 160 mm\nroof           610 m2   blown cellulose\nwindows        146      triple, wood\n```\nThe supplier holds the price until the end of the month.', pinned: true, reactions: { eyes: ['nora', 'marcus'] } },
      { day: 6, at: '13:22', by: 'nora', text: 'Is the north facade really larger than the south one?' },
      { day: 6, at: '13:29', by: 'chiara', text: 'Yes, the stairwell has no window on that side. I checked it twice.' },
      { day: 4, at: '11:40', by: 'marcus', text: 'The heat pump for Lindenau is delivered, but with the wrong feet. It stands on pallets until Monday.', reactions: { cry: ['chiara'], '+1': ['dev'] } },
      { day: 2, at: '14:15', by: 'chiara', text: '@marcus the architect asks whether we can keep the old radiators on the second floor. I would say yes, if the flow stays below 45 °C. @dev?', answers: [
        { day: 2, at: '14:31', by: 'dev', text: 'Yes, with the new windows 42 °C is enough for all rooms but the corner one. That one needs the larger radiator.' },
        { day: 2, at: '14:40', by: 'marcus', text: 'Then we order one, and keep nine. Good.', reactions: { '+1': ['chiara', 'nora'] } },
      ] },
      { day: 2, at: '16:20', by: 'chiara', text: 'Elevation as built, from the survey. The third axis is 4 cm narrower than on the old plans: please measure before you order frames.', files: ['FELEVATION'], reactions: { '+1': ['marcus'], pray: ['dev', 'nora'] } },
      { day: 1, at: '09:05', by: 'dev', text: 'North side at six this morning, 3 °C outside. The insulation does its work; the window in the middle of the second floor does not: the seal at the top is gone.', files: ['FTHERMAL'], reactions: { eyes: ['chiara', 'nora'], fire: ['marcus'] }, answers: [
        { day: 1, at: '09:12', by: 'marcus', text: 'That one was set by the apprentice, and he knows. Sealed again by tomorrow.' },
        { day: 1, at: '09:14', by: 'chiara', text: 'Please a picture of the same place afterwards, for the owners.' },
        { day: 1, at: '09:30', by: 'dev', text: 'Will do. Same spot, same hour.', reactions: { '+1': ['chiara', 'marcus', 'nora'] } },
      ] },
      { day: 1, at: '14:02', by: 'chiara', text: 'Where we stand before the winter:\n\n| building | what is done | what is next | days |\n| --- | --- | --- | ---: |\n| Birkenau | facade, roof | windows of the second floor | 12 |\n| Lindenau | cellar ceiling | heat pump | 5 |\n| Hotel | survey | offer, scaffolding | 40 |\n| School | contract | tender of the windows | 62 |', reactions: { raised_hands: ['nora', 'felix'] } },
      { day: 1, at: '15:50', by: 'marcus', text: 'Handover of the day-care centre is signed. Two small points, both ours, both by Friday.', reactions: { white_check_mark: ['chiara', 'felix'] } },
    ],
  },
  {
    id: 'CPHYSICS', kind: 'public', name: 'building-physics', topic: 'Moisture, heat, air, and what we measured', members: ['nora', 'chiara', 'dev', 'marcus'],
    said: [
      { day: 7, at: '09:20', by: 'dev', text: 'Measured the attic again: 61 % relative humidity at 14 °C, no condensate behind the vapour barrier. The repair holds.', files: ['FLOGGER'] },
      { day: 7, at: '09:33', by: 'chiara', text: 'Good. Can I quote that in the report for the owners, with the curve?' },
      { day: 7, at: '09:35', by: 'dev', text: 'Please do. I would say “dry since October”, and not “dry”.' },
      { day: 4, at: '16:10', by: 'dev', text: 'A small script for all who read the loggers by hand:\n```\nconst mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length\nconst dewPoint = (t, rh) => (rh / 100) ** (1 / 8) * (112 + 0.9 * t) + 0.1 * t - 112\n```\nThe second line is good to half a degree between 0 and 40 °C.', reactions: { bulb: ['chiara'], heart: ['marcus'] } },
      { day: 2, at: '10:00', by: 'chiara', text: 'Question from the hotel: do they have to ventilate by hand once the windows are in?', answers: [
        { day: 2, at: '10:18', by: 'dev', text: 'In the rooms no, the units do it. In the kitchen yes, and that is in the contract of the kitchen people.' },
      ] },
    ],
  },
  {
    id: 'CPARTNERS', kind: 'public', name: 'partners', topic: 'Architects, suppliers, and who introduced whom', members: ['nora', 'felix', 'signe'],
    said: [
      { day: 6, at: '11:15', by: 'signe', text: 'Three architects want to know more after the talk in Leiden. I wrote to all of them today, and put them down with the tag “partner”.', reactions: { rocket: ['nora'] } },
      { day: 6, at: '11:42', by: 'felix', text: 'The window supplier offers 4 % for orders above 100 pieces. Together with the hotel we are there.' },
      { day: 3, at: '09:50', by: 'signe', text: 'Draft of the agreement is back from their lawyer, with one change: notice of six months instead of three. I would take it.', answers: [
        { day: 3, at: '10:05', by: 'nora', text: 'Agreed. Please have Felix read the part about the warranty before we sign.' },
        { day: 3, at: '13:12', by: 'felix', text: 'Read it, it is fine.' },
      ] },
      { day: 2, at: '09:15', by: 'signe', text: 'Post from Yokohama: „断熱材の納期は三週間です。見積書を添付します。“ Three weeks for the vacuum panels, with an offer. Can somebody check it against what we pay now?', reactions: { eyes: ['felix'] } },
      { day: 2, at: '09:44', by: 'felix', text: '11 % below, before customs. I ask them for samples.', reactions: { tada: ['signe'] } },
    ],
  },
  {
    id: 'CSCHOOL', kind: 'public', name: 'school-lindenstrasse', topic: 'Eleven classrooms, start in the summer holidays', members: ['nora', 'chiara', 'dev', 'marcus'],
    said: [
      { day: 3, at: '17:10', by: 'chiara', text: 'A room of its own for the school. The contract is pinned as soon as it is signed.' },
      { day: 2, at: '11:20', by: 'marcus', text: 'The caretaker gives us keys from July on, and before that every Friday after two.', pinned: true },
      { day: 2, at: '11:48', by: 'dev', text: 'I would like loggers in three rooms from now until then: one south, one north, one above the boiler.', reactions: { '+1': ['chiara', 'marcus'] } },
      { day: 1, at: '10:35', by: 'chiara', text: 'The parents’ council asks about noise. My answer: drilling only in the holidays, nothing before eight.', reactions: { '+1': ['nora', 'marcus', 'dev'] }, answers: [
        { day: 1, at: '10:41', by: 'nora', text: 'Good. Offer them an evening as well, with the model.' },
      ] },
    ],
  },
  {
    id: 'CKITCHEN', kind: 'public', name: 'kitchen', topic: 'Lunch, cake, and who has the good mug', members: everybody,
    said: [
      { day: 4, at: '11:30', by: 'signe', text: 'Soup at half past twelve. Who eats?', reactions: { hand: ['felix', 'dev', 'nora'], soup: ['chiara'] } },
      { day: 2, at: '14:55', by: 'nora', text: '🍰🍰🍰' },
      { day: 2, at: '15:01', by: 'marcus', text: 'On my way.', reactions: { runner: ['dev', 'felix'], joy: ['nora'] } },
      { day: 1, at: '13:10', by: 'felix', text: 'The machine wants to be descaled. So do I.', reactions: { joy: ['signe', 'chiara'] } },
    ],
  },
  {
    id: 'GFIGURES', kind: 'private', name: 'figures', topic: 'Liquidity, offers, people', members: ['nora', 'felix'],
    said: [
      { day: 5, at: '17:20', by: 'felix', text: 'Open invoices are at 84,000, of which 31,000 are overdue. I call the two large ones on Monday.' },
      { day: 5, at: '17:31', by: 'nora', text: 'Thank you. If the hotel signs, can we afford another person on site from autumn?' },
      { day: 5, at: '17:40', by: 'felix', text: 'Yes, from September. Before that only with the school, and we have that now.', reactions: { '+1': ['nora'] } },
    ],
  },
  {
    id: 'DCHIARA', kind: 'direct', name: 'dm', members: ['nora', 'chiara'],
    said: [
      { day: 2, at: '17:05', by: 'chiara', text: 'Are you in the office tomorrow? I would like to talk about the summer before I plan it.' },
      { day: 2, at: '17:09', by: 'nora', text: 'From nine on. Bring the calendar, and we go for a walk.' },
      { day: 1, at: '12:20', by: 'chiara', text: 'Train is late, I am there at ten past.' },
    ],
  },
  {
    id: 'DFELIX', kind: 'direct', name: 'dm', members: ['nora', 'felix'],
    said: [
      { day: 4, at: '08:15', by: 'felix', text: 'The bank wants the figures of the half year by the 20th. I have everything but the stock.' },
      { day: 4, at: '08:40', by: 'nora', text: 'Marcus counts on Thursday. I remind him.' },
    ],
  },
  {
    id: 'DDEV', kind: 'direct', name: 'dm', members: ['nora', 'dev'],
    said: [
      { day: 3, at: '10:10', by: 'dev', text: 'The paper is accepted. They want the attic data as an appendix; may I?' },
      { day: 3, at: '10:14', by: 'nora', text: 'Of course, if the owners agree. Congratulations!', reactions: { blush: ['dev'] } },
    ],
  },
  {
    id: 'DSITE', kind: 'direct', name: 'dm', members: ['nora', 'marcus', 'signe'],
    said: [
      { day: 3, at: '12:00', by: 'signe', text: 'The journalist would like to see a site, best one with scaffolding. Which one shows well?' },
      { day: 3, at: '12:26', by: 'marcus', text: 'Birkenau, before the 15th. Helmets are in my car.' },
      { day: 3, at: '12:30', by: 'nora', text: 'I come along.', reactions: { '+1': ['signe', 'marcus'] } },
    ],
  },
]
