import { count, many } from './counts.ts'

export const people = {
  title: 'People', new: 'New person', name: 'Name', company: 'Company', job: 'Title', email: 'E-mail', tags: 'Tags', last: 'Last contact', added: 'Added', never: 'never',
  empty: 'Nobody here yet', empty_hint: 'Bring in your contacts and your mail: drop a file anywhere on this page, or add somebody by hand.', none: 'Nobody matches', none_hint: 'Change or clear the filters.',
  clear: 'Clear filters', selected: (n: number) => `${count.format(n)} selected`, filter: 'Filter by name, address or company', sort: 'Sort', columns: 'Columns', created: (name: string) => `${name} was added.`,
  deleted: (n: number) => `${many(n, 'person', 'people')} deleted.`, restored: 'Restored.', total: (n: number) => many(n, 'person', 'people'), select_all: 'Select all that are shown', first_name: 'First name', last_name: 'Last name',
  phone: 'Phone', owner: 'Owner', changed: 'Changed', yes: 'Yes', no: 'No', field: 'Field', new_value: 'New value', empty_takes_away: 'Left empty, the value is taken away.', take_away: 'Take away', set: 'Set', tag: 'Tag', has_tag: 'has it',
  width_of: (title: string) => `Width of ${title}`, move_up: 'Move up', move_down: 'Move down', select_everybody: (n: number) => `Select all ${count.format(n)}`, tag_one: (name: string) => `Tag ${name}`, new_tag: (name: string) => `New tag “${name}”`,
  tag_many: (n: number) => `Tag ${many(n, 'person', 'people')}`, edit_many: (n: number) => `Edit ${many(n, 'person', 'people')}`, delete_many: (n: number) => `Delete ${many(n, 'person', 'people')}`,
  changed_one: (name: string) => `${name} was changed.`, changed_since: (name: string) => `Somebody has changed ${name} since. It stays as it is.`, edit_one: (name: string) => `Edit ${name}`, delete_one: (name: string) => `Delete ${name}`, changed_many: (n: number) => `${many(n, 'person', 'people')} changed.`, under_way: (n: number) => `${many(n, 'person', 'people')}: under way. You can go on working.`, undone: 'Taken back.',
}
