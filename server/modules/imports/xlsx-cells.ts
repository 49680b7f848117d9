// What a cell of a sheet shows, as text: numbers without exponents, dates as ISO 8601 has them.

import type { TextTable } from './text-table.ts'

export interface Cell {
  /** ECMA-376, 18.18.11: n, s, str, inlineStr, b, e, d. */
  type: string
  text: string
  /** A formula of which the file does not say what it comes to: programs that calculate nothing write such. */
  uncalculated: boolean
}

/** How a style shows a number: as a day or time, as hours that went by, or with so many digits at least (postal codes). */
export type NumberStyle = 'date' | 'elapsed' | { digits: number }

export interface CellContext {
  texts: TextTable
  style: NumberStyle
  from_1904: boolean
}

/** As a cell's error is shown in Excel; no formula of any age comes to it. */
export const uncalculated = '#CALC!'

export function formatCell({ type, text, uncalculated: unknown }: Cell, { texts, style, from_1904 }: CellContext): string {
  if (unknown) return uncalculated
  if (type === 's') return unescape(texts.get(Number(text)) ?? '')
  if (type === 'str' || type === 'inlineStr') return unescape(text)
  if (type === 'b') return text === '' ? '' : text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return text
  if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
  if (style === 'date') return formatDate(number, from_1904)
  if (style === 'elapsed') return formatElapsed(number)
  const shown = formatNumber(number)
  return /^\d+$/.test(shown) ? shown.padStart(style.digits, '0') : shown
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

/** A number of days as hours, minutes and seconds. */
function formatElapsed(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400)
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${days < 0 ? '-' : ''}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** By the number of a built-in format (ECMA-376, 18.8.30, and those of Asian versions), or by the code of another. */
export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (id === 46 || (code && /\[[hms]+\]/i.test(code))) return 'elapsed'
  if (isDateFormat(id, code)) return 'date'
  return { digits: /^0+$/.test(code ?? '') ? code!.length : 0 }
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare.split(';')[0]!)
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function unescape(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
