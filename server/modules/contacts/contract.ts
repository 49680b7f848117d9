import { Type, type Static } from 'typebox'
import { countedPageOf, jumpQuery, pageQuery } from '#platform/pages'
import { ContactFilter } from './listing/filter.ts'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const optionalText = (maxLength: number) => Type.Optional(Type.Union([text(maxLength), Type.Null()]))
const closed = { additionalProperties: false }

export const Phone = Type.Object(
  { number: text(50), label: Type.Optional(Type.Union([Type.String({ maxLength: 50 }), Type.Null()])) },
  closed,
)

export const Link = Type.Object(
  {
    url: Type.String({ maxLength: 2_000, pattern: '^https?://[^\\s]+$', description: 'Of the web: http or https.' }),
    label: Type.Optional(Type.Union([Type.String({ maxLength: 50 }), Type.Null()])),
  },
  closed,
)

export const Contact = Type.Object(
  {
    id,
    name: Type.String(),
    given_name: Type.Union([Type.String(), Type.Null()]),
    family_name: Type.Union([Type.String(), Type.Null()]),
    emails: Type.Array(
      Type.Object({
        address: Type.String(),
        label: Type.Union([Type.String(), Type.Null()]),
        primary: Type.Boolean({ description: 'Exactly one address of a contact that has any: the first.' }),
        shared: Type.Boolean({ description: 'Whether another contact has it too.' }),
      }),
    ),
    phones: Type.Array(
      Type.Object({ number: Type.String(), label: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
    ),
    links: Type.Array(
      Type.Object({ url: Type.String(), label: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
    ),
    company: Type.Union([Type.Object({ id, name: Type.String() }), Type.Null()]),
    title: Type.Union([Type.String(), Type.Null()]),
    tags: Type.Array(Type.String(), { description: 'Names, in alphabetical order.' }),
    owner_id: Type.Union([id, Type.Null()], { description: 'The member who looks after this contact.' }),
    fields: Type.Record(Type.String(), Type.Unknown(), { description: 'Values of custom fields, by their keys.' }),
    photo_url: Type.Union([Type.String(), Type.Null()], {
      description: 'Where its photo is, another place for another photo: what is there may be kept for ever.',
    }),
    last_interaction_at: Type.Union([time, Type.Null()]),
    created_at: time,
    updated_at: time,
    deleted_at: Type.Union([time, Type.Null()], { description: 'Since when it is out of all lists; until it is purged it can be restored.' }),
  },
  { title: 'Contact' },
)
export type Contact = Static<typeof Contact>

/** A contact where it is spoken of. */
export const ContactReference = Type.Object(
  { id, name: Type.String(), photo_url: Type.Union([Type.String(), Type.Null()]) },
  { title: 'ContactReference' },
)

export const ContactPage = countedPageOf(Contact, 'ContactPage')

export const changeable = {
  name: Type.Optional(text(300)),
  given_name: optionalText(200),
  family_name: optionalText(200),
  emails: Type.Optional(
    Type.Array(
      Type.Object(
        {
          address: Type.String({ format: 'email', maxLength: 320 }),
          label: optionalText(50),
          primary: Type.Optional(Type.Boolean()),
          shared: Type.Optional(Type.Boolean({ description: 'As it came; it changes nothing.' })),
        },
        closed,
      ),
      { maxItems: 50, description: 'The primary one first, unless one says `primary`.' },
    ),
  ),
  phones: Type.Optional(Type.Array(Phone, { maxItems: 50 })),
  links: Type.Optional(Type.Array(Link, { maxItems: 50 })),
  company: Type.Optional(
    Type.Union([
      Type.Object({ id: Type.Optional(id), name: Type.Optional(text(300)) }, { ...closed, minProperties: 1 }),
      Type.Null(),
    ], { description: 'By id, or by name: a company of that name is made if there is none.' }),
  ),
  title: optionalText(300),
  tags: Type.Optional(Type.Array(text(100), { maxItems: 200, description: 'Names; new ones are made.' })),
  owner_id: Type.Optional(Type.Union([id, Type.Null()])),
  fields: Type.Optional(
    Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Type.Unknown(), {
      maxProperties: 500,
      description: 'By key or label. A field that is not known yet is made, of the type of its value: text, number or boolean.',
    }),
  ),
}

export const NewContact = Type.Object(changeable, {
  ...closed,
  title: 'NewContact',
  description: 'At least a name (whole, given or family) or an address.',
})
export type NewContact = Static<typeof NewContact>

export const ContactChange = Type.Object(changeable, {
  ...closed,
  title: 'ContactChange',
  description: 'What is left out stays; a list that is given replaces the one before; a field set to null goes away.',
})
export type ContactChange = Static<typeof ContactChange>

export const ContactQuery = Type.Object(
  {
    ...pageQuery,
    sort: Type.Optional(Type.String({
      maxLength: 220,
      description:
        '`name`, `given_name`, `family_name`, `title`, `company`, `owner`, `email`, `created_at`, `updated_at`, `last_interaction_at`, ' +
        '`deleted_at`, or `fields.` with the key of a custom field; with `-` in front the other way round. Who has none comes last. That of the view, or `name`.',
    })),
    view: Type.Optional(Type.String({ format: 'uuid', description: 'A saved view: it is searched, filtered and sorted as that says, and by what is given beside.' })),
    q: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Words, each a part of a name, a phone, an address or the name of the company (the beginning of one, up to two letters).',
      }),
    ),
    filter: Type.Optional(
      Type.String({ maxLength: 20_000, description: 'ContactFilter as JSON.', contentMediaType: 'application/json', contentSchema: ContactFilter }),
    ),
    ...jumpQuery,
    email: Type.Optional(Type.String({ maxLength: 320, description: 'Only contacts with this address.' })),
    deleted: Type.Boolean({ default: false, description: 'Those that were deleted and are not yet purged, instead of the others.' }),
    tag: Type.Optional(Type.String({ maxLength: 100, description: 'Only contacts with this tag.' })),
    company_id: Type.Optional(id),
    owner_id: Type.Optional(id),
  },
  closed,
)
export type ContactQuery = Static<typeof ContactQuery>
