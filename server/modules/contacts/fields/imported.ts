import type { Tx } from '#platform/db/kysely'
import type { Actor } from '#platform/tenancy'
import type { ImportedContact } from '../storing/storing.ts'
import { ensureFields, fold } from './resolving.ts'
import { normalizeValue, WrongValue } from './values.ts'

export interface ResolvedRows {
  rows: ImportedContact[]
  /** Rows with a value that their field cannot have. */
  refused: { line: number; reason: string }[]
  /** The key of a field by the name that the rows had for it. */
  keyOf(name: string): string
}

/** The rows of an import with their fields by key and normalized. Columns that are no field yet become fields of text. */
export async function resolveImportedFields(tx: Tx, actor: Actor, rows: ImportedContact[]): Promise<ResolvedRows> {
  const names = new Set(rows.flatMap(({ fields }) => Object.keys(fields)))
  if (names.size === 0) return { rows, refused: [], keyOf: (name) => name }

  const known = await ensureFields(tx, actor, new Map([...names].map((name) => [name, 'text'])))
  const fieldOf = new Map([...names].map((name) => [name, known.get(fold(name))!]))
  const refused: ResolvedRows['refused'] = []
  const resolved = rows.flatMap((row) => {
    try {
      const values = Object.entries(row.fields).map(([name, value]) => {
        const field = fieldOf.get(name)!
        return [field.key, normalizeValue(field, value)] as const
      })
      return [{ ...row, fields: Object.fromEntries(values.filter(([, value]) => value !== null)) as ImportedContact['fields'] }]
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error
      refused.push({ line: row.line, reason: error.message })
      return []
    }
  })
  return { rows: resolved, refused, keyOf: (name) => known.get(fold(name))?.key ?? name }
}
