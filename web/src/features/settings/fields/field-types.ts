import { CalendarDays, CircleDot, Hash, Link, SquareCheck, Type } from 'lucide-react'

export const fieldTypes = ['text', 'number', 'date', 'select', 'url', 'boolean'] as const

export const fieldIcons = { text: Type, number: Hash, date: CalendarDays, select: CircleDot, url: Link, boolean: SquareCheck }
