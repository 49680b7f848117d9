// The filter of a list, as it is given: conditions that all hold, of which one may be a choice of several.

import { Type, type Static } from 'typebox'
import { invalid } from '#platform/errors'
import { createCheck } from '#platform/validation'

const filterOps = [
  'is', 'is_not', 'any_of', 'contains', 'begins', 'before', 'after', 'greater', 'less', 'at_least', 'at_most', 'empty', 'not_empty',
] as const
export type FilterOp = (typeof filterOps)[number]

const value = Type.Union([Type.String({ maxLength: 255 }), Type.Number(), Type.Boolean()])

export const Condition = Type.Object(
  {
    field: Type.String({
      minLength: 1,
      maxLength: 210,
      description:
        '`name`, `given_name`, `family_name`, `title`, `email`, `phone`, `company`, `company_id`, `owner_id`, `tag`, ' +
        '`created_at`, `updated_at`, `last_interaction_at`, `deleted_at`, or `fields.` with the key of a custom field.',
    }),
    op: Type.Enum(filterOps),
    value: Type.Optional(Type.Union([value, Type.Array(value, { minItems: 1, maxItems: 500 })])),
  },
  { additionalProperties: false, title: 'Condition' },
)
export type Condition = Static<typeof Condition>

const conditions = Type.Union([
  Condition,
  Type.Object({ any: Type.Array(Condition, { minItems: 1, maxItems: 20 }) }, { additionalProperties: false, title: 'AnyCondition' }),
])
const sense = 'All of these hold; of an `any`, one of its conditions does.'

export const ContactFilter = Type.Array(conditions, { maxItems: 50, title: 'ContactFilter', description: sense })
export type ContactFilter = Static<typeof ContactFilter>

export const CompanyFilter = Type.Array(conditions, {
  maxItems: 50,
  title: 'CompanyFilter',
  description: `Of \`name\`, \`domain\`, \`contact_count\`, \`last_interaction_at\`, \`created_at\` and \`updated_at\`. ${sense}`,
})

/** From the text of a query parameter. Throws invalid. */
export function parseFilter(text: string): ContactFilter {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw invalid('`filter` is not JSON: it is a list such as [{"field":"name","op":"begins","value":"A"}].')
  }
  const wrong = findWrong(given)
  if (wrong) throw invalid(`Something in \`filter\` cannot be accepted: ${wrong}.`)
  return given as ContactFilter
}

const findWrong = createCheck(ContactFilter)
