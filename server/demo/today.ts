// What is said on the day on which somebody first looks: so there is something unread, and something in the inbox.

import type { Name } from './talk.ts'

export interface SaidToday {
  by: Name
  /** A channel by its name, a direct room by who is in it. */
  room: string | readonly Name[]
  text: string
  urgent?: boolean
  reactions?: Readonly<Record<string, readonly Name[]>>
  answers?: readonly { by: Name; text: string }[]
  /** The owner is reminded of it, and has it among their bookmarks. */
  kept?: boolean
}

export const today: readonly SaidToday[] = [
  { by: 'nora', room: 'projects', text: 'Somebody from Ellery Housing would like to see Birkenau on Thursday. Forty minutes, no slides. Who takes them round?', answers: [
    { by: 'marcus', text: 'Me, from ten on. Before that the lift is in use.' },
    { by: 'chiara', text: 'I join at half past ten, they know me.' },
  ] },
  { by: 'dev', room: 'building-physics', text: 'The loggers can be read without the cable now. @nora this is what I would send the owners, each Monday:\n\n```python\ndef dew_point(celsius: float, percent: float) -> float:\n    """Good to half a degree between 0 and 40 °C."""\n    return (percent / 100) ** (1 / 8) * (112 + 0.9 * celsius) + 0.1 * celsius - 112\n\nfor reading in attic.since("monday"):\n    if reading.surface - dew_point(reading.celsius, reading.percent) < 2:\n        warn(reading)  # too near to trust it\n```', reactions: { '💡': ['chiara'], '❤️': ['marcus'] } },
  { by: 'signe', room: 'general', text: '@room the photographer comes at two. Whoever does not want to be in the pictures sits on the courtyard side.', reactions: { '📸': ['felix', 'chiara'], '🙈': ['dev'] } },
  { by: 'felix', room: 'figures', text: 'The larger of the two has paid: 19,400. The other one promises Friday.' },
  { by: 'chiara', room: ['nora', 'chiara'], text: 'The school asks whether we can begin a week earlier. I would say yes, if Marcus gets the second team. Can we talk at four?', kept: true },
  { by: 'felix', room: ['nora', 'felix'], text: 'The bank has the figures, and has one question about the stock.' },
  { by: 'marcus', room: ['nora', 'marcus', 'signe'], text: 'Water in the cellar at Birkenau. I need a yes for the pump today: 380 €, by noon.', urgent: true, reactions: { '👀': ['signe'] } },
]

/** What they say of themselves. */
export const statuses: Readonly<Partial<Record<Name, { emoji: string; text: string }>>> = {
  chiara: { emoji: '🚆', text: 'In Utrecht until Wednesday' },
  marcus: { emoji: '🏗️', text: 'On site' },
  signe: { emoji: '☎️', text: 'Calls until noon' },
}
