export const message_search = {
  title: 'Search messages', in_room: 'Search in this room', placeholder: 'Words, from:ada in:general has:file before:2026-03-31', filters: 'Filters', more_filters: 'and from:, in:, before:, after:',
  filter: { 'from:me': 'From me', 'has:file': 'With files', 'has:image': 'With pictures', 'has:link': 'With links', 'has:pin': 'Pinned', 'has:thread': 'Answered' },
  begin: 'What was said?', begin_hint: 'Words in any language, of which the last may be unfinished. Only rooms that you see are searched.', nothing: 'No message is like that', nothing_hint: 'Try fewer words, or leave out a filter.',
}
