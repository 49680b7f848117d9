// The scenarios, in the order of the table in README.md.

import type { Scenario } from './scenario.ts'
import { authentication } from './scenarios/authentication.ts'
import { compression } from './scenarios/compression.ts'
import { contactImport } from './scenarios/contact-import.ts'
import { contactList } from './scenarios/contact-list.ts'
import { dashboard } from './scenarios/dashboard.ts'
import { firstLoad } from './scenarios/first-load.ts'
import { jobs } from './scenarios/jobs.ts'
import { liveScreens } from './scenarios/live-screens.ts'
import { mailImport } from './scenarios/mail-import.ts'
import { resumption } from './scenarios/resumption.ts'
import { scrolling } from './scenarios/scrolling.ts'
import { search } from './scenarios/search.ts'
import { serverMemory } from './scenarios/server-memory.ts'
import { standardCalls } from './scenarios/standard-calls.ts'
import { sockets } from './scenarios/sockets.ts'
import { starts } from './scenarios/starts.ts'
import { tenancy } from './scenarios/tenancy.ts'
import { twoProcesses } from './scenarios/two-processes.ts'

export const scenarios: readonly Scenario[] = [
  contactList,
  dashboard,
  standardCalls,
  search,
  contactImport,
  mailImport,
  jobs,
  liveScreens,
  sockets,
  twoProcesses,
  resumption,
  serverMemory,
  starts,
  firstLoad,
  scrolling,
  authentication,
  compression,
  tenancy,
]
