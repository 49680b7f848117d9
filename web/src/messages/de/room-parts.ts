import type * as English from '../en/room-parts.ts'

export const bookmarks: typeof English.bookmarks = {
  title: 'Lesezeichen', add: 'Lesezeichen setzen', remove: 'Lesezeichen entfernen', kept: 'In Ihren Lesezeichen.', dropped: 'Lesezeichen entfernt.', none: 'Sie haben keine Lesezeichen', none_hint: 'Merken Sie sich eine Nachricht mit b oder mit ihrem Lesezeichen; niemand sonst sieht es.',
}
export const pins: typeof English.pins = { title: (name) => `Angeheftet in ${name}`, none: 'Nichts ist angeheftet', none_hint: 'Was alle hier wiederfinden sollen, wird im Menü einer Nachricht angeheftet.' }
export const drafts: typeof English.drafts = { title: 'Entwürfe', mark: 'Entwurf', none: 'Nichts ist angefangen', none_hint: 'Was Sie schreiben und nicht senden, steht hier, auf allen Ihren Geräten.', discard: 'Entwurf verwerfen' }
export const sharing: typeof English.sharing = {
  title: 'Teilen', share: 'Teilen', shared: (name) => `Geteilt in ${name}.`, open: 'Öffnen', quote: 'Zitieren', where: 'Wohin', find_room: 'Name eines Raums oder einer Person', no_room: 'In keinem solchen Raum sind Sie.', comment: 'Was Sie dazu sagen',
  from_private: (name) => `Das wurde in einem privaten Raum gesagt. Alle in ${name} werden es lesen.`,
}
export const attachments: typeof English.attachments = { drop: (name) => `Ablegen, um es in ${name} anzuhängen`, too_many: (most) => `Eine Nachricht hat höchstens ${most} Dateien.` }
export const archive: typeof English.archive = { show: 'Archivierte Kanäle', none: 'Kein Kanal ist archiviert.', bring_back: 'Zurückholen', is_back: (name) => `${name} ist aus dem Archiv zurück.` }
export const retention: typeof English.retention = {
  title: 'Wie lange Nachrichten aufbewahrt werden', hint: 'In allen Räumen, die nichts anderes sagen. Älteres wird innerhalb eines Tages endgültig gelöscht, mit seinen Dateien; Angeheftetes bleibt.', label: 'Nachrichten werden aufbewahrt', forever: 'Für immer', inherit: (days) => `Wie die Organisation sagt (${days})`,
  days: (n) => (n % 365 === 0 ? (n === 365 ? 'Ein Jahr' : `${n / 365} Jahre`) : n === 1 ? 'Einen Tag' : `${n} Tage`), kept: (days) => `Aufbewahrung der Nachrichten: ${days}, danach werden sie gelöscht.`,
  question: (days) => `Nachrichten aufbewahren: ${days}?`, warning: 'Alles Ältere wird innerhalb eines Tages endgültig gelöscht, und niemand kann es zurückholen. Gesetze und Verträge können verlangen, manches aufzubewahren oder früher zu löschen: Fragen Sie, wer sich darum kümmert.', confirm: 'Älteres löschen',
  expired: 'Diese Nachricht wurde gelöscht, weil ihre Zeit abgelaufen ist.',
}
export const room_export: typeof English.room_export = { json: 'Exportieren (JSON-Zeilen)', zip: 'Mit Dateien exportieren (ZIP)' }
