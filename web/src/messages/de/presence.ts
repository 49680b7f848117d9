import type { presence as English } from '../en/presence.ts'

export const presence: typeof English = {
  presence: {
    shown: { online: 'Online', idle: 'Abwesend', quiet: 'Bitte nicht stören', offline: 'Offline' },
    away_since: (when: string) => `Abwesend seit ${when}`, last_seen: (when: string) => `Zuletzt da: ${when}`, until: (when: string) => `bis ${when}`, quiet_until: (when: string) => `Bis ${when} nicht zu stören.`, write: 'Nachricht schreiben', write_self: 'Sich selbst schreiben', card_of: (name: string) => `Über ${name}`,
    status: 'Status', set_status: 'Status setzen', change_status: 'Status ändern', clear_status: 'Status entfernen', status_placeholder: 'Was machen Sie gerade?', status_emoji: 'Emoji des Status', remove_emoji: 'Ohne Emoji', clear_after: 'Er verschwindet', says: 'Was Sie sagen', clear: 'Entfernen',
    suggestions: [['🗓️', 'In einer Besprechung'], ['🎧', 'Konzentriert'], ['🍜', 'Beim Mittagessen'], ['🏠', 'Zu Hause am Arbeiten'], ['🤒', 'Krank'], ['🌴', 'Im Urlaub']],
    ends: { never: 'Nie', half_hour: 'In 30 Minuten', hour: 'In einer Stunde', four_hours: 'In 4 Stunden', today: 'Am Ende des Tages', week: 'Am Ende der Woche' },
    quiet: 'Nicht stören', quiet_for: { half_hour: 'Für 30 Minuten', hour: 'Für eine Stunde', two_hours: 'Für 2 Stunden', tomorrow: 'Bis morgen früh', monday: 'Bis Montag früh' }, quiet_end: 'Wieder benachrichtigen', quiet_is: (when: string) => `bis ${when}`, quiet_off: 'Aus', quiet_hint: 'Benachrichtigungen kommen weiter in Ihren Eingang, aber ohne Lärm: keine Mail, kein Push. Nur Dringendes schon.',
    hours: 'Zeiten für Benachrichtigungen', hours_hint: 'Außerhalb dieser Zeiten werden Sie nicht gestört.', always: 'Jederzeit', by_hours: 'Nur zu diesen Zeiten', from: (day: string) => `${day}, von`, to: (day: string) => `${day}, bis`, on: (day: string) => `Am ${day}`, none: 'Den ganzen Tag still', zone: (name: string) => `In der Zeit von ${name}.`, order: 'Die Zeiten eines Tages enden, nachdem sie begonnen haben.', one_day: 'Wählen Sie mindestens einen Tag.', saved: 'Gespeichert.',
    lead: 'Was die anderen von Ihnen sehen, und wann Rapport Sie in Ruhe lassen soll.',
  },
}
