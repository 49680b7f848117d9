import { many } from './counts.ts'

export const companies = {
  title: 'Companies', new: 'New company', filter: 'Filter by name or domain', domain: 'Domain', none: 'No company matches', empty: 'No company yet', empty_hint: 'Companies come with the people that you import, or by hand.', nobody: 'Nobody works here yet', everybody: 'Show everybody',
  merge: 'Merge into another company', merge_into: (name: string) => `Merge ${name} into…`, merge_hint: 'Its people go over to the other one, and it is gone. This cannot be undone.', merged: (name: string, into: string) => `${name} is ${into} now.`,
  remove: 'Delete the company', removed: (name: string) => `${name} was deleted.`,
  remove_hint: (name: string, n: number) => (n > 0 ? `${name} is deleted. ${many(n, 'person stays', 'people stay')}, without a company.` : `${name} is deleted.`),
}
