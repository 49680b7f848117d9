/** Whoever is third and further is somebody. */
const typing = ([one, two, ...others]: string[]) =>
  others.length > 0 ? `${one}, ${two} and ${others.length === 1 ? 'somebody else' : `${others.length} others`} are typing` : two ? `${one} and ${two} are typing` : `${one} is typing`

export const talk = {
  typing,
  invite_new: 'Invite somebody new', leave_title: (name: string) => `Leave ${name}?`, leave_hint: 'It is private: you come back only if somebody who is in it invites you.', outsiders: (names: string) => `Not in this private channel, and hears nothing of it: ${names}.`, show_all: (n: number) => `Show all ${n}`, links: 'Links', without_links: 'Show the links without previews', to_date: 'Go to a date', day: 'Day', pasted: 'That is too long for a message: it is attached as a file.', pasted_name: 'pasted.txt' }
