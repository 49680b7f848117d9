// Days as people and programs write them, also without a year.

export interface PartialDate {
  year: number | null
  month: number
  day: number
}

/**
 * ISO 8601 (1980-03-21, 19800321, with or without a time), vCard 4 (--0321), and days with dots or slashes as long as
 * it is clear which part is the month. Undefined for anything else, and for days that no calendar has.
 */
export function readPartialDate(text: string): PartialDate | undefined {
  const value = text.trim()
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(value)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const yearless = /^--(\d{2})-?(\d{2})(?:T.*)?$/.exec(value)
  if (yearless) return checked(null, Number(yearless[1]), Number(yearless[2]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$/.exec(value)
  if (dotted) return checked(dotted[3] ? Number(dotted[3]) : null, Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(value)
  if (!slashed) return undefined
  const [first, second, year] = slashed.slice(1).map(Number) as [number, number, number]
  if (first > 12) return checked(year, second, first)
  // 3/4/1980 is one day in London and another in New York.
  return second > 12 || first === second ? checked(year, first, second) : undefined
}

function checked(year: number | null, month: number, day: number): PartialDate | undefined {
  if (year !== null && (year < 1 || year > 9999)) return undefined
  // A leap year where the year is not known: then 29 February is a day.
  const shown = new Date(Date.UTC(2000, month - 1, day))
  shown.setUTCFullYear(year ?? 2000)
  return shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day ? { year, month, day } : undefined
}
