import { count, many } from './counts.ts'

export const people = {
  title: 'People', new: 'New person', name: 'Name', company: 'Company', job: 'Title', email: 'E-mail', tags: 'Tags', last: 'Last contact', added: 'Added', never: 'never',
  empty: 'Nobody here yet', empty_hint: 'Bring in your contacts and your mail: drop a file anywhere on this page, or add somebody by hand.', none: 'Nobody matches', none_hint: 'Change or clear the filters.',
  clear: 'Clear filters', selected: (n: number) => `${count.format(n)} selected`, filter: 'Filter by name, address or company', sort: 'Sort', columns: 'Columns', created: (name: string) => `${name} was added.`,
  deleted: (n: number) => `${many(n, 'person', 'people')} deleted.`, restored: 'Restored.', total: (n: number) => many(n, 'person', 'people'), select_all: 'Select all that are shown', first_name: 'First name', last_name: 'Last name',
}
