// The scenarios, in the order of the table in README.md.

import type { Scenario } from './scenario.ts'
import { contactImport } from './scenarios/contact-import.ts'
import { contactList } from './scenarios/contact-list.ts'

export const scenarios: readonly Scenario[] = [contactList, contactImport]
