// The words of the chosen language, and dates and numbers by its rules.

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { en, type Messages } from './en.ts'
import { translateBy } from './sentences.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
  de: async () => (await import('./de.ts')).de,
}

interface Words {
  language: Language
  messages: Messages
  choose(language: Language): void
}

export type { Messages }

const Context = createContext<Words>({ language: 'en', messages: en, choose: () => {} })

let current = en

/** The words of now, for what is no component; where there is one it is `useMessages`. */
export function currentMessages(): Messages {
  return current
}

/** What the server has said, in the words of now where the catalogue has the sentence. */
export function translate(said: string): string {
  return translateBy(current.sentences, said)
}

export function MessagesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(preferred)
  const [messages, setMessages] = useState<Messages | undefined>(language === 'en' ? en : undefined)
  useEffect(() => {
    document.documentElement.lang = language
    void loaders[language]().then((loaded) => {
      current = loaded
      setMessages(loaded)
    })
  }, [language])
  const choose = (next: Language) => {
    localStorage.setItem('language', next)
    setLanguage(next)
  }
  return messages ? <Context value={{ language, messages, choose }}>{children}</Context> : null
}

export function useMessages(): Messages {
  return useContext(Context).messages
}

export function useLanguage() {
  return useContext(Context)
}

function preferred(): Language {
  const wanted = [localStorage.getItem('language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2))
  return wanted.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'en'
}

/** Dates and numbers as they are written in this language. */
export function useFormats() {
  const { language } = useLanguage()
  return formatsOf(language)
}

type Formats = ReturnType<typeof makeFormats>
const known = new Map<Language, Formats>()

function formatsOf(language: Language): Formats {
  // As the browser's own region writes it: English days are another thing in London than in New York.
  const found = known.get(language) ?? makeFormats(navigator.languages.find((tag) => tag.startsWith(language)) ?? language)
  known.set(language, found)
  return found
}

/** A day is one of this place, not of Greenwich. */
function toDate(value: string | Date): Date {
  return new Date(typeof value === 'string' && value.length === 10 ? `${value}T00:00` : value)
}

/** Of the day that it is here. */
function midnightOf(at: Date): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

function makeFormats(language: string) {
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
  const shortWeekday = new Intl.DateTimeFormat(language, { weekday: 'short' })
  const moment = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const dayMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const monthDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const monthDayYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return {
    number: (value: number) => number.format(value),
    date: (value: string | Date) => date.format(toDate(value)),
    day: (value: string | Date) => day.format(new Date(value)),
    dayMonth: (value: string | Date) => dayMonth.format(toDate(value)),
    /** “Mon”. */
    weekday: (value: string | Date) => shortWeekday.format(toDate(value)),
    time: (value: string | Date) => time.format(new Date(value)),
    /** A day with its time. */
    moment: (value: string | Date) => moment.format(new Date(value)),
    /** As short as can be: a time of today, a day of this year, or a date. */
    when(value: string) {
      const at = new Date(value)
      const now = new Date()
      if (at.toDateString() === now.toDateString()) return time.format(at)
      return at.getFullYear() === now.getFullYear() ? dayMonth.format(at) : date.format(at)
    },
    /** A day of which the year may not be known. */
    monthDay({ year, month, day: of }: { year: number | null; month: number; day: number }) {
      // A leap year, for 29 February.
      const at = new Date(Date.UTC(2000, month - 1, of))
      if (year === null) return monthDay.format(at)
      at.setUTCFullYear(year)
      return monthDayYear.format(at)
    },
    /** “12 %”, of a share; never all before it is all. */
    percent: (share: number) => percent.format(Math.floor(share * 100) / 100),
    /** Names of the months, from January on. */
    months: Array.from({ length: 12 }, (_, month) => monthName.format(new Date(Date.UTC(2000, month, 1)))),
    /** Names of the days, from Monday on. */
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(new Date(Date.UTC(2024, 0, 1 + day)))),
    /** “12 kB”. */
    bytes(value: number) {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
      if (value < 1_000) return new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(value)
      const power = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), units.length - 1)
      return new Intl.NumberFormat(language, { style: 'unit', unit: units[power]!, unitDisplay: 'short', maximumSignificantDigits: 2 }).format(value / 1_000 ** power)
    },
    /** “3 days ago”, up to a year; then the date. */
    ago(value: string) {
      const days = Math.round((midnightOf(new Date(value)) - midnightOf(new Date())) / 86_400_000)
      if (Math.abs(days) >= 365) return date.format(new Date(value))
      if (Math.abs(days) >= 60) return relative.format(Math.round(days / 30.4), 'month')
      if (Math.abs(days) >= 14) return relative.format(Math.round(days / 7), 'week')
      return relative.format(days, 'day')
    },
    /** “2 min”, of seconds. */
    duration(seconds: number) {
      const [value, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5_400 ? [seconds / 60, 'minute'] : [seconds / 3_600, 'hour']
      return new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value as number)
    },
  }
}
