// The words of the audit log, which only its list says.

import { wordsOf } from './area.ts'
import { audited as german } from './de/audited.ts'
import { audited } from './en/audited.ts'

export const useAuditedMessages = wordsOf({ en: audited, de: german })
