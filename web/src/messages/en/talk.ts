/** Whoever is third and further is somebody. */
const typing = ([one, two, ...others]: string[]) =>
  others.length > 0 ? `${one}, ${two} and ${others.length === 1 ? 'somebody else' : `${others.length} others`} are typing` : two ? `${one} and ${two} are typing` : `${one} is typing`

export const talk = { typing, invite_new: 'Invite somebody new' }
