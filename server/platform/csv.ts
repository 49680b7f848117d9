// CSV as spreadsheets read it (RFC 4180), in which nothing that somebody typed is a formula.

import { stringify } from 'csv-stringify/sync'

/** Excel takes a file without it for one in its own charset. */
export const byteOrderMark = '\uFEFF'

/** The lines of these rows: a page of a file that is written page by page. */
export function csvLines(rows: (string | null | undefined)[][]): string {
  return stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/, cast: { string: escapeFormula } })
}

/** A spreadsheet would carry out what begins so, also with signs as wide as Chinese ones: https://owasp.org/www-community/attacks/CSV_Injection. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/** Such a cell, made harmless; numbers are. */
export function escapeFormula(text: string): string {
  return formula.test(text) && !/^[+-]?[\d\s().,/-]*$/.test(text) ? `'${text}` : text
}

/** A cell of such a file as it was before. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}
