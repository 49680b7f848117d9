// The words of the settings.

import { wordsOf } from './area.ts'
import { notificationChoices as germanChoices } from './de/notification-choices.ts'
import { organization as germanOrganization } from './de/organization.ts'
import { programs as germanPrograms } from './de/programs.ts'
import { records as germanRecords } from './de/records.ts'
import { settings as germanSettings } from './de/settings.ts'
import { notificationChoices } from './en/notification-choices.ts'
import { organization } from './en/organization.ts'
import { programs } from './en/programs.ts'
import { records } from './en/records.ts'
import { settings } from './en/settings.ts'
import { entranceWords } from './entrance.ts'

export const useSettingsMessages = wordsOf({
  en: { ...entranceWords.en, notifications: notificationChoices, ...organization, ...programs, ...records, ...settings },
  de: { ...entranceWords.de, notifications: germanChoices, ...germanOrganization, ...germanPrograms, ...germanRecords, ...germanSettings },
})
