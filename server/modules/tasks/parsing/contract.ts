import { Type, type Static } from 'typebox'
import { changeable, closed, id } from '../contract.ts'
import { zone } from '../listing/filter.ts'

export const Line = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S', description: '`call Ana fri 3pm !high #renewal @peter ^Acme est 30m every monday`. What stands in quotation marks is never read.' }),
    zone,
    locale: Type.Enum(['en', 'de'], { default: 'en', description: 'The language of days and times.' }),
  },
  { ...closed, title: 'TaskLine' },
)
export type Line = Static<typeof Line>

export const Candidate = Type.Object({ kind: Type.Enum(['member', 'contact', 'company']), id, name: Type.String() }, { title: 'TaskLineCandidate' })
export type Candidate = Static<typeof Candidate>

const { title: _, category: __, status_id: ___, ...understood } = changeable

export const ParsedLine = Type.Object(
  {
    task: Type.Object({ title: Type.String({ description: 'What is left; empty where nothing is.' }), ...understood }, { title: 'TaskDraft', description: 'For POST /tasks, as it is.' }),
    spans: Type.Array(
      Type.Object({
        kind: Type.Enum(['due', 'repetition', 'priority', 'label', 'estimate', 'assignee', 'about']),
        from: Type.Integer(),
        to: Type.Integer({ description: '[from, to) in UTF-16 units.' }),
        candidates: Type.Optional(Type.Array(Candidate, { description: 'Of names: whoever may be meant. One is taken; several are for somebody to choose from; none leaves the words in the title.' })),
      }),
      { description: 'What was understood, in the order of the text.' },
    ),
    ambiguous: Type.Boolean({ description: 'Whether a name has several candidates.' }),
  },
  { title: 'ParsedTaskLine' },
)
export type ParsedLine = Static<typeof ParsedLine>
