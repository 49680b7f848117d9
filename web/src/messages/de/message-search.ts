import type { message_search as English } from '../en/message-search.ts'

export const message_search: typeof English = {
  title: 'Nachrichten suchen', in_room: 'In diesem Raum suchen', placeholder: 'Wörter, from:ada in:general has:file before:2026-03-31', filters: 'Filter', more_filters: 'und from:, in:, before:, after:',
  filter: { 'from:me': 'Von mir', 'has:file': 'Mit Dateien', 'has:image': 'Mit Bildern', 'has:link': 'Mit Links', 'has:pin': 'Angeheftet', 'has:thread': 'Beantwortet' },
  begin: 'Was wurde gesagt?', begin_hint: 'Wörter in jeder Sprache; das letzte darf unfertig sein. Durchsucht wird nur, was Sie sehen.', nothing: 'Keine Nachricht ist so', nothing_hint: 'Versuchen Sie es mit weniger Wörtern oder ohne einen Filter.',
}
