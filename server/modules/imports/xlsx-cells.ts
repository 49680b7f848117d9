// What a cell of a sheet shows, as text: numbers without exponents, dates as ISO 8601 has them.

import type { TextTable } from './text-table.ts'

export interface Cell {
  /** ECMA-376, 18.18.11: n, s, str, inlineStr, b, e, d. */
  type: string
  text: string
}

export interface CellContext {
  texts: TextTable
  is_date: boolean
  from_1904: boolean
}

export function formatCell({ type, text }: Cell, { texts, is_date, from_1904 }: CellContext): string {
  if (type === 's') return unescape(texts.get(Number(text)) ?? '')
  if (type === 'str' || type === 'inlineStr') return unescape(text)
  if (type === 'b') return text === '' ? '' : text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return text
  if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
  return is_date ? formatDate(number, from_1904) : formatNumber(number)
}

/** Excel keeps 15 digits; what a double has beyond them is noise. A phone number has no exponent. */
function formatNumber(number: number): string {
  const exact = Number(number.toPrecision(15))
  return Number.isInteger(exact) && Math.abs(exact) < 1e21 ? BigInt(exact).toString() : String(exact)
}

const day = 86_400_000

/** The serial number of a day, and the time as its fraction. 1900 had a 29 February, in Excel. */
function formatDate(serial: number, from1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return formatNumber(serial)
  const days = from1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial
  const time = Math.round((days - 25_569) * 86_400) * 1_000
  const [date, clock] = new Date(time).toISOString().slice(0, 19).split('T') as [string, string]
  if (serial < 1 && !from1904) return clock
  return time % day === 0 ? date : `${date} ${clock}`
}

/** By the number of a built-in format (ECMA-376, 18.8.30, and those of Asian versions), or by the code of another. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare.split(';')[0]!)
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function unescape(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
