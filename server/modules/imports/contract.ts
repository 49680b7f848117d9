import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

export const ImportOptions = Type.Object(
  {
    create_contacts: Type.Optional(
      Type.Enum(['off', 'written_to', 'everyone'], {
        default: 'everyone',
        description:
          'Whom mail makes contacts of: nobody new, those whom one of us wrote to, or everyone who is no machine and no list.',
      }),
    ),
    own_addresses: Type.Optional(
      Type.Array(Type.String({ minLength: 3, maxLength: 320 }), {
        maxItems: 1_000,
        description: "Addresses of ours beside the members': they tell what was sent from what was received.",
      }),
    ),
  },
  { additionalProperties: false, title: 'ImportOptions' },
)
export type ImportOptions = Static<typeof ImportOptions>

/** As the document shows it; the parts are read as a stream. */
export const ImportForm = Type.Object(
  {
    file: Type.String({ format: 'binary', description: 'CSV (UTF-8, columns by header names), mbox or .eml.' }),
    options: Type.Optional(
      Type.String({
        description: 'ImportOptions as JSON.',
        contentMediaType: 'application/json',
        contentSchema: ImportOptions,
      }),
    ),
  },
  { title: 'ImportForm' },
)

export const RejectionPage = pageOf(
  Type.Object(
    {
      position: Type.Integer({ description: 'Line of a CSV file, number of a message in a mailbox; from 1.' }),
      reason: Type.String(),
      excerpt: Type.String({ description: 'The beginning of what was rejected.' }),
    },
    { title: 'Rejection' },
  ),
  'RejectionPage',
)
