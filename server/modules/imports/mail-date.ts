/**
 * When a message says that it was written: its Date; failing that the newest date of its Received fields; failing
 * that `fallback`. A date before 1971 or more than a day ahead of `now` is a broken clock's, and counts as missing.
 */
export function readOccurredAt(
  dates: string[],
  received: string[],
  { fallback, now }: { fallback: Date | null, now: Date },
): Date | null {
  const isPlausible = (date: Date | null): date is Date =>
    date !== null && date.getTime() >= EARLIEST && date.getTime() <= now.getTime() + DAY
  const written = dates.map(parseMailDate).find(isPlausible)
  if (written) return written
  const seen = received.map((field) => parseMailDate(field.slice(field.lastIndexOf(';') + 1))).filter(isPlausible)
  if (seen.length) return new Date(Math.max(...seen.map(Number)))
  return isPlausible(fallback) ? fallback : null
}

/**
 * Reads the dates of mail: RFC 5322 with the usual sloppiness, asctime as in From_ lines, ISO 8601. Unlike `new Date`
 * it finds no date in "Not a date 12", and a date without a zone does not depend on this machine's: it is UTC.
 */
export function parseMailDate(text: string): Date | null {
  const clean = text.slice(0, 300).replace(/\([^()]*\)/g, ' ')
  const rfc = RFC_5322.exec(clean)
  if (rfc) return buildDate(rfc.groups!)
  const asctime = ASCTIME.exec(clean)
  if (asctime) return buildDate(asctime.groups!)
  const iso = ISO_8601.exec(clean)
  return iso ? buildDate(iso.groups!) : null
}

const DAY = 86_400_000
const EARLIEST = Date.UTC(1971, 0, 1)

const COLON = String.raw`(?:\s*:\s*|\.)`
const TIME = String.raw`(?<hour>\d{1,2})${COLON}(?<minute>\d{2})(?:${COLON}(?<second>\d{2}))?(?:\.\d+)?\s*` +
  String.raw`(?<half>[ap]m\b)?`
const ZONE = String.raw`(?<zone>[+-]\d{1,2}:?\d{2}|[A-Za-z]{1,5}\b)?`
const RFC_5322 = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2})[\s-]+(?<month>\p{L}{3})\p{L}*\.?[\s-]+(?<year>\d{2,4})[\s,]+` +
  String.raw`${TIME}\s*${ZONE}`, 'iu')
const ASCTIME = new RegExp(
  String.raw`\b(?<month>[A-Za-z]{3})[a-z]*\s+(?<day>\d{1,2}),?\s+(?:(?<year>\d{4})\s+)?` +
  String.raw`${TIME}\s*${ZONE}(?:\s*(?<late_year>\d{4}))?(?:\s*(?<late_zone>[+-]\d{4}))?`, 'i')
const ISO_8601 = new RegExp(String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T\s]+${TIME}\s*${ZONE}`, 'i')

const MONTHS = ['jan gen ene', 'feb fév fev', 'mar mär mrz mrt', 'apr avr abr', 'may mai mag mei maj', 'jun giu', 'jul lug', 'aug aoû ago', 'sep set', 'oct okt ott out',
  'nov', 'dec dez déc dic'].map((names) => names.split(' '))
const ZONES: Record<string, number> = { est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 }

function buildDate(found: Record<string, string | undefined>): Date | null {
  const month = readMonth(found.month!.toLowerCase())
  const monthIndex = month === -1 ? Number(found.month) - 1 : month
  const year = fullYear(found.year ?? found.late_year ?? '')
  const day = Number(found.day)
  const minute = Number(found.minute)
  // A leap second is the second before it.
  const second = Math.min(59, Number(found.second ?? 0))
  let hour = Number(found.hour)
  if (found.half) hour = hour % 12 + (found.half.toLowerCase() === 'pm' ? 12 : 0)
  const local = Date.UTC(year, monthIndex, day, hour, minute, second)
  const exists = hour < 24 && minute < 60 && new Date(Date.UTC(year, monthIndex, day)).getUTCDate() === day
  return exists && Number.isFinite(local) ? new Date(local - zoneOffset(found.late_zone ?? found.zone ?? '')) : null
}

/** Also as programs in German, French, Spanish, Italian, Dutch, Portuguese and Swedish write them, which no standard allows. */
function readMonth(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name))
}

/** Two and three digits as RFC 5322 section 4.3 reads them. */
function fullYear(digits: string) {
  const year = digits ? Number(digits) : NaN
  if (digits.length >= 4) return year
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900
}

/** In milliseconds; 0 for zones that are unknown or impossible, as RFC 5322 section 4.3 says. */
function zoneOffset(zone: string) {
  const digits = /^([+-])(\d{1,2}):?(\d{2})$/.exec(zone)
  if (!digits) return (ZONES[zone.toLowerCase()] ?? 0) * 3_600_000
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  return minutes > 24 * 60 ? 0 : (digits[1] === '-' ? -1 : 1) * minutes * 60_000
}
