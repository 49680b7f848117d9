import type { programs as English } from '../en/programs.ts'
import { many } from './counts.ts'

export const programs: typeof English = {
  api_keys: {
    lead: 'Was Programme vorzeigen. Ein Schlüssel darf nicht mehr als, wer ihn angelegt hat.', reference: 'Die API', create: 'Neuer API-Schlüssel', none: 'Noch gibt es keinen API-Schlüssel.', name: 'Name', name_hint: 'Wofür er ist, damit Sie es später wissen.', scope: 'Darf', scopes: { read: 'Lesen', write: 'Lesen und schreiben', admin: 'Verwalten' },
    scope_hints: { read: 'Sieht Personen, Verläufe und Dateien; ändert nichts.', write: 'Arbeitet mit den Daten wie ein Mitglied.', admin: 'Auch Mitglieder, Schlüssel, Webhooks und das Protokoll.' }, term: 'Läuft ab', days: (n) => `in ${many(n, 'Tag', 'Tagen')}`, for_ever: 'nie',
    created: (name) => `Der Schlüssel „${name}“`, key: 'API-Schlüssel', made: (day) => `angelegt ${day}`, until: (day) => `läuft ab ${day}`, used: (at) => `zuletzt benutzt ${at}`, unused: 'nie benutzt', revoked: 'Ungültig', expired: 'Abgelaufen',
    revoke: 'Widerrufen', revoke_title: (name) => `„${name}“ widerrufen`, revoke_question: 'Programme, die ihn benutzen, werden sofort abgewiesen. Das lässt sich nicht rückgängig machen.',
  },
  webhooks: {
    lead: 'Ihre URLs, an die Ereignisse gesendet werden, wenn sie geschehen, signiert nach Standard Webhooks.', create: 'Neuer Webhook', created: 'Der Webhook ist da', none: 'Noch gibt es keinen Webhook.', url: 'URL', url_hint: 'https:// und eine öffentliche Adresse.', description: 'Beschreibung', event_types: 'Ereignisse', types_hint: 'Was alle Mitglieder sehen dürfen: aus Räumen nichts, was in privaten Kanälen und Direktnachrichten gesagt wird.', other_type: 'Eine andere Art von Ereignis', everything: 'Alles',
    enable: 'Ereignisse senden', enabled: 'An', disabled: 'Aus', failing: 'Gestört', held: 'Wartet', held_until: (at) => `Wartet bis ${at}: Der Empfänger hat darum gebeten.`, failing_since: (at) => `Seit ${at} ist nichts angekommen. Einen Tag lang wird es weiter versucht.`, edit: 'Webhook bearbeiten', test: 'Test senden', tested: 'Ein Test ist unterwegs; seine Zustellung sagt, was daraus wurde.',
    secret: 'Geheimnis', new_secret: 'Das neue Geheimnis', secret_hint: 'Damit prüft der Empfänger Signaturen.', rotate: 'Neues Geheimnis', rotate_hint: 'Womit der Empfänger Signaturen prüft.', rotate_question: 'Einen Tag lang werden Nachrichten mit beiden Geheimnissen signiert, damit der Empfänger dazwischen wechseln kann.',
    replay: 'Noch einmal senden', replay_hint: 'Was der Empfänger verpasst hat, oder alles aus einer Zeit.', replayed: (n) => `${many(n, 'Ereignis wird', 'Ereignisse werden')} noch einmal gesendet.`, span: 'Ereignisse', spans: { 1: 'der letzten Stunde', 24: 'des letzten Tages', 168: 'der letzten Woche' }, only: 'Welche', undelivered: 'Die nie angekommen sind', all: 'Alle',
    remove: 'Webhook löschen', remove_hint: 'Nichts mehr wird gesendet; sein Protokoll geht mit ihm.', remove_question: 'Nichts mehr wird an ihn gesendet, und sein Protokoll wird gelöscht. Das lässt sich nicht rückgängig machen.', deliveries: 'Zustellungen', deliveries_hint: 'Was gesendet wurde oder wird, Neues zuerst.', no_deliveries: 'Noch wurde nichts gesendet.', status: 'Zustand', any_status: 'Alle',
    statuses: { pending: 'Offen', succeeded: 'Zugestellt', failed: 'Gescheitert', cancelled: 'Abgebrochen' }, cause_replay: 'Noch einmal', attempts: 'Versuche', no_answer: 'keine Antwort', next_attempt: (at) => `Nächster Versuch ${at}`, send_again: 'Noch einmal senden',
  },
}
