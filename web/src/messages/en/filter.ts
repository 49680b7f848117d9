export const filter = {
  title: 'Filters', add: 'Filter', by: 'Filter by…', apply: 'Apply', remove: 'Remove the filter', or: 'or',
  ops: {
    is: 'is', is_not: 'is not', any_of: 'is any of', contains: 'contains', begins: 'begins with', before: 'is before', after: 'is after', greater: 'is more than', less: 'is less than', at_least: 'is at least', at_most: 'is at most',
    empty: 'is empty', not_empty: 'is not empty',
  },
}
