// What an import could not take, as a CSV file to be mended in a spreadsheet and imported again.

import { byteOrderMark, csvLines } from '#platform/csv'
import type { Db } from '#platform/db/kysely'
import { listRejections, type Rejection } from './rejections.ts'

/** How the columns begin by which a file that we wrote is known: in it, formulas are escaped. */
export const ownMark = 'Rapport: '

/** The column that says why; whoever imports the file again need not take it out. */
const reasonHeader = `${ownMark}reason`

const page = 1_000

/** The file, page by page: its own columns, and the reason. `columns` is null where it had none. */
export async function* writeRejects(db: Db, operationId: string, columns: string[] | null): AsyncGenerator<string> {
  yield byteOrderMark + csvLines([[...(columns ?? ['Position', 'Beginning']), reasonHeader]])
  for (let after = 0; ;) {
    const rejections = await listRejections(db, { operation_id: operationId, limit: page, after })
    if (rejections.length > 0) yield csvLines(rejections.map((rejection) => cellsOf(rejection, columns)))
    if (rejections.length < page) return
    after = rejections.at(-1)!.position
  }
}

function cellsOf({ position, excerpt, record, reason }: Rejection, columns: string[] | null): string[] {
  if (!columns) return [String(position), excerpt, reason]
  const cells = record ?? []
  // A row with more cells than there are columns keeps them, behind the reason.
  return [...columns.map((_, index) => cells[index] ?? ''), reason, ...cells.slice(columns.length)]
}
