// What the demo company has noted about its people, in Markdown, over the two years.

import { vocabulary } from './conversations.ts'
import { fill } from './correspondence.ts'
import type { Story } from './files.ts'
import { seededRandom } from './random.ts'

export interface DemoNote {
  /** Whom it is about. */
  email: string
  text: string
  written_at: string
  pinned: boolean
}

/** One for each sixth person, most about those with whom most passes; the oldest first. */
export function makeNotes({ people, from, to }: Story): DemoNote[] {
  const random = seededRandom(20_261_126)
  const notes = Array.from({ length: Math.ceil(people.length / 6) }, (): DemoNote => {
    const { given_name, company, email } = random.pickSkewed(people)
    const words = new Map(Object.entries({ ...vocabulary, given: [given_name], company: [company.name], city: [company.city] })
      .map(([slot, choices]) => [slot, random.pick(choices)]))
    const at = new Date(from.getTime() + random.next() * (to.getTime() - from.getTime()))
    return { email, text: fill(random.pick(texts), words), written_at: at.toISOString(), pinned: random.chance(0.06) }
  })
  return notes.toSorted((a, b) => a.written_at.localeCompare(b.written_at))
}

const texts: readonly string[] = [
  'Met {given} at {event}. Knows {building} inside out.\n\n- wants to start with {measure}\n- budget around {amount}, decided in {month}\n- prefers to be called, **not before {time}**',
  'Call with {given}: the board meets on {weekday}. They need our numbers for {measure} before that.\n\n- [ ] send the comparison\n- [x] ask Dev about the heat load',
  '{given} left a good word for us at {company}. Say thank you, and ask how the first winter in {building} was.',
  'Careful with dates: {given} is away every {weekday}. Best reached around {time}.',
  '### After the site visit\n\n{building}, with {given} and the caretaker.\n\n1. The plant room is smaller than on the plan.\n2. Access only from the yard.\n3. {measure} would fit, the boilers can stay until {month}.\n\nOffer within {weeks} weeks.',
  'Moved to {city} last year; still the one who decides about {measure} at {company}.',
  '> “Show me one building where it worked.”\n\nTook {given} along to {building}: {percent} % less in the first year. That did it.',
  'Invoice {number} was paid late again. {given} says their accounts changed in {month}; ask before sending the next one.',
  '{given} is on the jury of {funder} this year. Not to be asked about our own application.',
  'Introduced {given} to Signe. They will talk about {event} in {month}.',
]
