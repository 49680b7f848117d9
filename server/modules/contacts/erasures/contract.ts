import { Type, type Static } from 'typebox'
import { pageOf } from '#platform/pages'

const id = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })

export const Erasure = Type.Object(
  {
    id,
    operation_id: Type.Union([id, Type.Null()], { description: 'Looks for what is left of their words, everywhere.' }),
    address_hashes: Type.Array(Type.String(), {
      description: 'SHA-256, in hexadecimal, of `<organization id>:<address>` for each of their addresses.',
    }),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'Rows that were removed or cleaned, by table.' }),
    created_by: Type.Object({ kind: Type.String(), id: Type.String() }),
    created_at: time,
    finished_at: Type.Union([time, Type.Null()]),
  },
  { title: 'Erasure', description: 'The receipt: what was erased, when and by whom, but not of whom.' },
)
export type Erasure = Static<typeof Erasure>

export const ErasurePage = pageOf(Erasure, 'ErasurePage')
