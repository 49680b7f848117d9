import { many } from './counts.ts'

const firms = (n: number) => many(n, 'company', 'companies')

export const companies = {
  title: 'Companies', new: 'New company', filter: 'Filter by name or domain', domain: 'Domain', none: 'No company matches', empty: 'No company yet', empty_hint: 'Companies come with the people that you import, or by hand.', nobody: 'Nobody works here yet', everybody: 'Show everybody', next: 'Next company', previous: 'Previous company', add_person: 'Somebody who works here',
  merge: 'Merge into another company', merge_into: (name: string) => `Merge ${name} into…`, merge_hint: 'Its people go over to the other one, and it is gone. This cannot be undone.', merged: (name: string, into: string) => `${name} is ${into} now.`,
  under_way: (n: number) => `${firms(n)}: under way. You can go on working.`, changed_many: (n: number) => `${firms(n)} changed.`, removed_many: (n: number) => `${firms(n)} deleted.`,
  edit_many: (n: number) => `Edit ${firms(n)}`, remove_many: (n: number) => `Delete ${firms(n)}`, merge_many: (n: number) => `Merge ${firms(n)}`, merge_them: 'Merge',
  merge_many_hint: 'Which one stays? The people of the others go over to it, and the others are gone. This cannot be undone.', merged_many: (n: number, into: string) => `${firms(n)} are ${into} now.`,
  remove: 'Delete the company', removed: (name: string) => `${name} was deleted.`,
  remove_hint: (name: string, n: number) => (n > 0 ? `${name} will be deleted. ${many(n, 'person stays', 'people stay')}, without a company.` : `${name} will be deleted.`),
}
