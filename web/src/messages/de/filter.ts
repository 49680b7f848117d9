import type { filter as English } from '../en/filter.ts'

export const filter: typeof English = {
  title: 'Filter', add: 'Filter', by: 'Filtern nach…', apply: 'Anwenden', remove: 'Filter entfernen', or: 'oder',
  ops: {
    is: 'ist', is_not: 'ist nicht', any_of: 'ist eines von', contains: 'enthält', begins: 'beginnt mit', before: 'liegt vor', after: 'liegt nach', greater: 'ist mehr als', less: 'ist weniger als', at_least: 'ist mindestens', at_most: 'ist höchstens',
    empty: 'ist leer', not_empty: 'ist nicht leer',
  },
}
