import type { person as English } from '../en/person.ts'
import { many } from './counts.ts'

export const person: typeof English = {
  details: 'Angaben', timeline: 'Verlauf', empty: 'Zwischen Ihnen ist noch nichts gewesen', empty_hint: 'Post und Termine erscheinen hier von selbst, sobald sie importiert werden. Eine Notiz schreiben Sie mit n.', add_email: 'Adresse hinzufügen', phone: 'Telefon', phones: 'Telefone', add_phone: 'Telefon hinzufügen',
  links: 'Links', link: 'Link', add_link: 'Link hinzufügen', open: (what: string) => `${what} öffnen`, emails: 'Adressen', owner: 'Zuständig', fields: 'Weiteres', all: 'Alles', filter: 'Art', kinds: { mail: 'Post', meeting: 'Termin', note: 'Notiz', call: 'Anruf' },
  today: 'Heute', yesterday: 'Gestern', tomorrow: 'Morgen', sent: 'gesendet', received: 'empfangen', internal: 'intern', no_subject: '(ohne Betreff)', thread: (n: number) => many(n, 'Nachricht', 'Nachrichten'), later: 'Spätere zeigen', attachments: 'Anhänge', message: 'Nachricht',
  roles: { from: 'Von', to: 'An', cc: 'Kopie', bcc: 'Blindkopie' }, date: 'Datum', truncated: 'Sie war länger, als aufbewahrt wird.', fold: 'Zitat verbergen', unfold: 'Zitat zeigen', blocked: (n: number) => `${many(n, 'fremdes Bild', 'fremde Bilder')} blockiert`, load_images: 'Zeigen', enlarge: 'Vergrößern',
  more: 'Früheres zeigen', saved: 'Gespeichert.', removed: 'Gelöscht.', placeholder: 'Leer', add_tag: 'Schlagwort', write: { note: 'Notiz schreiben', call: 'Anruf festhalten', meeting: 'Termin festhalten' }, note_hint: 'Was ist festzuhalten?', pin: 'Anheften', unpin: 'Lösen', pinned: 'angeheftet', cancelled: 'Abgesagt',
  subject: 'Betreff', begins: 'Beginn', ends: 'Ende', backwards: 'Es endet, bevor es beginnt.', location: 'Ort', what: 'Was gesagt wurde', nothing_written: 'Nichts wurde festgehalten.', all_day: 'ganztägig', people: (n: number) => many(n, 'Person', 'Personen'), yes: 'Ja', no: 'Nein',
  photo_change: 'Bild ändern', photo_hint: 'Klicken oder ein Bild ablegen', photo_remove: 'Bild entfernen', last: (ago: string) => `Letzter Kontakt ${ago}`, mail_to: 'Schreiben', call_to: 'Anrufen',
  is_deleted: (name: string) => `${name} wurde gelöscht.`, found: 'Gefunden', empty_fields: (n: number) => many(n, 'leeres Feld', 'leere Felder'), has_draft: 'Ein Entwurf liegt hier',
  dates: { title: 'Tage', add: 'Ein Tag', kind: 'Art', birthday: 'Geburtstag', anniversary: 'Jahrestag', custom: 'Anderer', label: 'Was es ist', day: 'Tag', month: 'Monat', year: 'Jahr' },
  relationships: {
    title: 'Beziehungen', add: 'Eine Beziehung', kind: 'Die andere Person ist', who: 'Wer', search: 'Name oder Adresse', label: 'Die andere ist', inverse: 'Diese ist',
    kinds: {
      colleague: 'Kollegin oder Kollege', manager: 'Vorgesetzt', report: 'Unterstellt', assistant: 'Assistenz', principal: 'Wem sie assistiert', spouse: 'Verheiratet', partner: 'Partnerin oder Partner', parent: 'Elternteil', child: 'Kind', sibling: 'Geschwister', friend: 'Befreundet', referrer: 'Hat empfohlen', referral: 'Wurde empfohlen', custom: 'Anderes',
    },
  },
}
