import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'
import { targetPattern } from './columns.ts'

const closed = { additionalProperties: false }
const id = Type.String({ format: 'uuid' })

const importModes = ['upsert', 'create', 'update', 'skip'] as const
export type ImportMode = (typeof importModes)[number]

const ImportKey = Type.String({
  pattern: '^(?:email|phone|name_company|id|field:.{1,200})$',
  description:
    'By what people in the file are recognized: `email`, `phone`, `name_company`, `id`, or a custom field (`field:Customer number`). ' +
    'Unless given: by any address, and without one by name, company and phone.',
})
export type ImportKey = Static<typeof ImportKey>

export const ImportOptions = Type.Object(
  {
    upload_id: Type.Optional(Type.String({ format: 'uuid', description: 'The file of a preview, instead of one in this form.' })),
    mode: Type.Optional(
      Type.Enum(importModes, {
        default: 'upsert',
        description:
          'What happens to people whom we know: `upsert` adds to them and makes new ones, `create` rejects them, `update` changes ' +
          'them and rejects new ones, `skip` leaves them and makes new ones.',
      }),
    ),
    key: Type.Optional(ImportKey),
    mapping: Type.Optional(
      Type.Record(Type.String({ minLength: 1, maxLength: 500 }), Type.String({ pattern: targetPattern }), {
        maxProperties: 1_000,
        description:
          'What columns mean, by header (`Column 3` where there is none): name, given_name, middle_name, family_name, email, phone, ' +
          'company, title, tags, birthday, owner, id, ignore, `email:work`, `phone:mobile`, `field:Shoe size`. Others are understood as in the preview.',
      }),
    ),
    header: Type.Optional(Type.Boolean({ description: 'Whether the first line names the columns. Found out unless given.' })),
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 8, description: 'Of a CSV file. Found out unless given.' })),
    quote: Type.Optional(Type.String({ maxLength: 1, description: 'Of a CSV file; empty for none. Found out unless given.' })),
    encoding: Type.Optional(
      Type.String({ maxLength: 40, description: 'A label of the Encoding Standard: utf-8, utf-16le, windows-1252, … Found out unless given.' }),
    ),
    sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Name or number of an Excel sheet; the first unless given.' })),
    tags: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }), { maxItems: 50, description: 'For everyone in the file.' }),
    ),
    owner_id: Type.Optional(Type.String({ format: 'uuid', description: 'The member who looks after the new ones whose row names nobody.' })),
    dry_run: Type.Optional(Type.Boolean({ description: 'Goes through the whole file and stores nothing but counts and rejections.' })),
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
  { ...closed, title: 'ImportOptions' },
)
export type ImportOptions = Static<typeof ImportOptions>

/** As the document shows it; the parts are read as a stream. */
export const ImportForm = Type.Object(
  {
    file: Type.Optional(
      Type.String({ format: 'binary', description: 'CSV, mbox or .eml, also with gzip. Needed unless the options name an upload.' }),
    ),
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

export const ImportEntry = Type.Object(
  {
    title: Type.Union([Type.String(), Type.Null()], { description: 'A name or a subject.' }),
    about: Type.Union([Type.String(), Type.Null()], { description: 'An address or number, a sender, a place.' }),
    at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  { title: 'ImportEntry' },
)
export type ImportEntry = Static<typeof ImportEntry>

export const ImportPreview = Type.Object(
  {
    upload_id: Type.String({ format: 'uuid', description: 'Say it in the options of the import; the file is kept for a day.' }),
    filename: Type.String(),
    format: Type.String(),
    bytes: Type.Integer(),
    items: Type.Union([Type.Integer(), Type.Null()], { description: 'Rows or messages, about.' }),
    encoding: Type.Union([Type.String(), Type.Null()]),
    delimiter: Type.Union([Type.String(), Type.Null()]),
    sheets: Type.Union([Type.Array(Type.String()), Type.Null()]),
    has_header: Type.Union([Type.Boolean(), Type.Null()]),
    columns: Type.Array(
      Type.Object({
        header: Type.String(),
        target: Type.String({ description: 'As in `mapping`.' }),
        confidence: Type.Number({ minimum: 0, maximum: 1 }),
        origin: Type.Enum(['given', 'remembered', 'name', 'content', 'none'], { description: 'Where the target comes from.' }),
        samples: Type.Array(Type.String()),
      }),
    ),
    rows: Type.Array(Type.Array(Type.String()), { description: 'The first ones.' }),
    entries: Type.Array(ImportEntry, { description: 'The first ones of a file that is no table: people, mails, meetings.' }),
  },
  { title: 'ImportPreview' },
)
export type ImportPreview = Static<typeof ImportPreview>

export const Import = Type.Object(
  {
    id,
    filename: Type.String(),
    format: Type.String(),
    status: Type.String({ description: 'Of its operation.' }),
    mode: Type.Enum(importModes),
    dry_run: Type.Boolean(),
    columns: Type.Union([Type.Array(Type.Object({ header: Type.String(), target: Type.String() })), Type.Null()]),
    undo_id: Type.Union([id, Type.Null()], { description: 'The operation that undoes it.' }),
  },
  { title: 'Import' },
)
export type Import = Static<typeof Import>

export const RejectionPage = pageOf(
  Type.Object(
    {
      position: Type.Integer({ description: 'Line of a CSV file, number of a message in a mailbox; from 1.' }),
      reason: Type.String(),
      excerpt: Type.String({ description: 'The beginning of what was rejected.' }),
      record: Type.Union([Type.Array(Type.String()), Type.Null()], { description: 'What stood there, in the order of the columns.' }),
    },
    { title: 'Rejection' },
  ),
  'RejectionPage',
)

export const MendedRows = Type.Object(
  {
    rows: Type.Array(
      Type.Object(
        {
          position: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: 'Of the rejection.' }),
          record: Type.Array(Type.String({ maxLength: 10_000 }), { minItems: 1, maxItems: 1_000, description: 'What should have stood there.' }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 1_000 },
    ),
  },
  { ...closed, title: 'MendedRows' },
)
export type MendedRows = Static<typeof MendedRows>
