export const presence = {
  presence: {
    shown: { online: 'Online', idle: 'Away', quiet: 'Do not disturb', offline: 'Offline' },
    away_since: (when: string) => `Away since ${when}`, last_seen: (when: string) => `Last seen ${when}`, until: (when: string) => `until ${when}`, quiet_until: (when: string) => `Not to be disturbed until ${when}.`, write: 'Write a message', write_self: 'Write to yourself', card_of: (name: string) => `About ${name}`,
    status: 'Status', set_status: 'Set a status', change_status: 'Change the status', clear_status: 'Clear the status', status_placeholder: 'What are you up to?', status_emoji: 'Emoji of the status', remove_emoji: 'Without an emoji', clear_after: 'Clear it', says: 'What you say', clear: 'Clear',
    suggestions: [['🗓️', 'In a meeting'], ['🎧', 'Focusing'], ['🍜', 'At lunch'], ['🏠', 'Working from home'], ['🤒', 'Ill'], ['🌴', 'On holiday']] as [string, string][],
    ends: { never: 'Never', half_hour: 'In 30 minutes', hour: 'In an hour', four_hours: 'In 4 hours', today: 'At the end of today', week: 'At the end of this week' },
    quiet: 'Do not disturb', quiet_for: { half_hour: 'For 30 minutes', hour: 'For an hour', two_hours: 'For 2 hours', tomorrow: 'Until tomorrow morning', monday: 'Until Monday morning' }, quiet_end: 'Let notifications come again', quiet_is: (when: string) => `until ${when}`, quiet_off: 'Off', quiet_hint: 'Notifications still come into your inbox, but make no noise: no mail, no push. Only what is urgent does.',
    hours: 'Notification hours', hours_hint: 'Outside of these hours you are not disturbed.', always: 'At any time', by_hours: 'Only in these hours', from: (day: string) => `${day}, from`, to: (day: string) => `${day}, until`, on: (day: string) => `On ${day}`, none: 'Quiet all day', zone: (name: string) => `In the time of ${name}.`, order: 'The hours of a day end after they begin.', one_day: 'Choose at least one day.', saved: 'Saved.',
    lead: 'What the others see of you, and when Rapport is to leave you alone.',
  },
}
