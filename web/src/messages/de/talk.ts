import type { talk as english } from '../en/talk.ts'

const typing = ([one, two, ...others]: string[]) =>
  others.length > 0 ? `${one}, ${two} und ${others.length === 1 ? 'noch jemand' : `${others.length} weitere`} schreiben` : two ? `${one} und ${two} schreiben` : `${one} schreibt`

export const talk: typeof english = { typing, invite_new: 'Jemand Neues einladen', leave_title: (name) => `${name} verlassen?`, leave_hint: 'Der Kanal ist privat: Sie kommen nur zurück, wenn jemand, der darin ist, Sie einlädt.', outsiders: (names) => `Nicht in diesem privaten Kanal, und erfährt nichts davon: ${names}.`, show_all: (n) => `Alle ${n} zeigen`, links: 'Links', without_links: 'Links ohne Vorschau zeigen', to_date: 'Zu einem Tag gehen', day: 'Tag', pasted: 'Das ist zu lang für eine Nachricht: es ist als Datei angehängt.', pasted_name: 'eingefügt.txt' }
