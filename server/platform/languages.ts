// The languages in which Rapport writes to people when no page of ours is open. The screens have words of their own.

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** How somebody reads: in which language, and by the clock of which zone. Null: they have not said so yet. */
export interface Reader {
  language: Language | null
  time_zone: string | null
}

/** What is written to whoever has not said. */
export const usualLanguage: Language = 'en'

/** The first of ours that a browser asks for (RFC 9110, Accept-Language); null when it asks for none of them. */
export function acceptedLanguage(header: string | undefined): Language | null {
  const asked = (header ?? '').slice(0, 500).split(',').map((part, place) => {
    const [tag = '', weight] = part.trim().split(/;\s*q=/)
    return { tag: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) || 0, place }
  })
  const [first] = asked
    .filter(({ tag, weight }) => weight > 0 && (languages as readonly string[]).includes(tag))
    .toSorted((one, other) => other.weight - one.weight || one.place - other.place)
  return (first?.tag as Language | undefined) ?? null
}

/** “24 November 2026 at 14:05 CET”, by the reader's clock; without a zone by that of Greenwich, which it says. */
export function momentFor({ language, time_zone }: Reader, at: Date): string {
  return format({ language, time_zone }, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(at)
}

/** “24 Nov, 14:05”. */
export function shortMomentFor(reader: Reader, at: Date): string {
  return format(reader, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(at)
}

function format({ language, time_zone }: Reader, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // English with the day before the month, as most of its readers write it.
  return new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', { ...parts, timeZone: time_zone ?? 'UTC' })
}
