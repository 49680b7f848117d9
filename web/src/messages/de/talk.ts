import type { talk as english } from '../en/talk.ts'

const typing = ([one, two, ...others]: string[]) =>
  others.length > 0 ? `${one}, ${two} und ${others.length === 1 ? 'noch jemand' : `${others.length} weitere`} schreiben` : two ? `${one} und ${two} schreiben` : `${one} schreibt`

export const talk: typeof english = { typing, invite_new: 'Jemand Neues einladen' }
