// Every word that the screens say, a file for each area. Plurals and names are functions of what they speak of.

import { app } from './en/app.ts'
import { companies } from './en/companies.ts'
import { filter } from './en/filter.ts'
import { duplicates } from './en/duplicates.ts'
import { home } from './en/home.ts'
import { imports } from './en/imports.ts'
import { inbox } from './en/inbox.ts'
import { message_search } from './en/message-search.ts'
import { later } from './en/later.ts'
import { operations } from './en/operations.ts'
import { people } from './en/people.ts'
import { person } from './en/person.ts'
import { presence } from './en/presence.ts'
import { problems } from './en/problems.ts'
import * as roomParts from './en/room-parts.ts'
import { rooms } from './en/rooms.ts'
import { sentences } from './en/sentences.ts'
import { views } from './en/views.ts'

export const en = { ...app, people, person, imports, inbox, operations, home, duplicates, companies, filter, views, problems, sentences, rooms, message_search, ...roomParts, ...later, ...presence }

export type Messages = typeof en
