import { count } from './counts.ts'

export const duplicates = {
  title: 'Duplicates', empty: 'Nobody seems to be here twice', empty_hint: 'People who share an address, a phone or a name are found by themselves, within two minutes of a change.', finished: 'That was all of them', finished_hint: 'Those that you skipped are shown again the next time.',
  progress: (done: number, total: number) => `${count.format(done)} of ${count.format(total)}`, likely: (percent: number) => `${percent}% likely one person`, older: 'stays, added', newer: 'added', last: (ago: string) => `last contact ${ago}`, none: 'none', owned: 'Looked after by a member',
  reasons: { same_address: 'Same address', same_phone: 'Same phone', same_name: 'Same name', similar_name: 'Similar name', same_company: 'Same company' },
  properties: { name: 'Name', given_name: 'First name', family_name: 'Last name', title: 'Title', company: 'Company', owner: 'Owner', photo: 'Photo' }, emails: 'Addresses', phones: 'Phones', tags: 'Tags',
  all_kept: 'Addresses, phones, tags, notes and the whole timeline of both are kept.', by_keys: 'Arrows choose, Enter merges.', merge: 'Merge', skip: 'Skip', dismiss: 'Two people', merged: (name: string) => `Merged into ${name}.`, skipped: 'Skipped.', dismissed: 'They will not be suggested again.', undone: 'Undone.',
}
