// The scenarios, in the order of the table in README.md.

import type { Scenario } from './scenario.ts'
import { authentication } from './scenarios/authentication.ts'
import { burst } from './scenarios/burst.ts'
import { compression } from './scenarios/compression.ts'
import { contactImport } from './scenarios/contact-import.ts'
import { contactList } from './scenarios/contact-list.ts'
import { dashboard } from './scenarios/dashboard.ts'
import { firstLoad } from './scenarios/first-load.ts'
import { jobs } from './scenarios/jobs.ts'
import { liveMessages } from './scenarios/live-messages.ts'
import { liveScreens } from './scenarios/live-screens.ts'
import { mailImport } from './scenarios/mail-import.ts'
import { messageHistory } from './scenarios/message-history.ts'
import { missedMessages } from './scenarios/missed-messages.ts'
import { resumption } from './scenarios/resumption.ts'
import { roomSockets } from './scenarios/room-sockets.ts'
import { scrolling } from './scenarios/scrolling.ts'
import { search } from './scenarios/search.ts'
import { serverMemory } from './scenarios/server-memory.ts'
import { slackImport } from './scenarios/slack-import.ts'
import { soak } from './scenarios/soak.ts'
import { standardCalls } from './scenarios/standard-calls.ts'
import { sockets } from './scenarios/sockets.ts'
import { starts } from './scenarios/starts.ts'
import { tenancy } from './scenarios/tenancy.ts'
import { twoProcesses } from './scenarios/two-processes.ts'

export const scenarios: readonly Scenario[] = [
  burst,
  contactList,
  dashboard,
  standardCalls,
  search,
  contactImport,
  mailImport,
  slackImport,
  jobs,
  liveScreens,
  liveMessages,
  sockets,
  roomSockets,
  twoProcesses,
  resumption,
  missedMessages,
  serverMemory,
  soak,
  starts,
  firstLoad,
  scrolling,
  authentication,
  compression,
  messageHistory,
  tenancy,
]
