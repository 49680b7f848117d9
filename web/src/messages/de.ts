// Jedes Wort der Bildschirme auf Deutsch.

import { app } from './de/app.ts'
import { companies } from './de/companies.ts'
import { filter } from './de/filter.ts'
import { duplicates } from './de/duplicates.ts'
import { home } from './de/home.ts'
import { imports } from './de/imports.ts'
import { inbox } from './de/inbox.ts'
import { message_search } from './de/message-search.ts'
import { later } from './de/later.ts'
import { operations } from './de/operations.ts'
import { people } from './de/people.ts'
import { person } from './de/person.ts'
import { presence } from './de/presence.ts'
import { problems } from './de/problems.ts'
import * as roomParts from './de/room-parts.ts'
import { rooms } from './de/rooms.ts'
import { sentences } from './de/sentences.ts'
import { views } from './de/views.ts'
import type { Messages } from './en.ts'

export const de: Messages = { ...app, people, person, imports, inbox, operations, home, duplicates, companies, filter, views, problems, sentences, rooms, message_search, ...roomParts, ...later, ...presence }
