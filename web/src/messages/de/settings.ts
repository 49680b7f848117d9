import type { settings as English } from '../en/settings.ts'

export const settings: typeof English = {
  settings: {
    you: 'Sie', shown_once: 'Das wird nur dieses eine Mal gezeigt: bewahren Sie es jetzt auf.', saved: 'Gespeichert.', locked: 'Das ist für andere', locked_hint: (needed, role) => `Dafür braucht es die Rolle ${needed}; Ihre ist ${role}. Wer Ihre Organisation verwaltet, kann das ändern.`,
    appearance_lead: 'Wie Rapport in diesem Browser aussieht.',
    sections: {
      profile: 'Profil', availability: 'Erreichbarkeit', appearance: 'Erscheinungsbild', notifications: 'Benachrichtigungen', sessions: 'Sitzungen', passkeys: 'Passkeys', two_factor: 'Zweistufige Anmeldung', organization: 'Allgemein', members: 'Mitglieder', fields: 'Eigene Felder', tags: 'Schlagwörter', tasks: 'Aufgaben', data: 'Daten',
      api_keys: 'API-Schlüssel', webhooks: 'Webhooks', audit: 'Protokoll', outbox: 'Postausgang',
    },
  },
  profile: {
    lead: 'Wer Sie sind, in allen Organisationen, in denen Sie sind.', signing_in: 'Anmeldung', change_email: 'Adresse ändern', change_password: 'Passwort ändern', password_detail: 'Eine Änderung beendet Ihre anderen Sitzungen.', language: 'Sprache', language_hint: 'Der Bildschirme und der Mails, auf allen Ihren Geräten.',
    send_link: 'Link senden', new_email: 'Neue Adresse', email_hint: 'Sie bekommt einen Link. Ihre Adresse ändert sich, wenn Sie ihn öffnen.', email_sent: (to) => `Ein Link ist unterwegs an ${to}. Bis Sie ihn öffnen, melden Sie sich mit der alten Adresse an.`,
    current_password: 'Jetziges Passwort', new_password: 'Neues Passwort', password_changed: 'Ihr Passwort wurde geändert; Ihre anderen Sitzungen sind beendet.', others_end: 'Ihre anderen Sitzungen enden. Hier bleiben Sie angemeldet.',
  },
  sessions: {
    lead: 'Wo Sie sich angemeldet haben. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.', end_others: 'Alle anderen beenden', end_others_hint: 'Jeder Browser außer diesem wird sofort abgemeldet.', others_ended: 'Alle anderen Sitzungen sind beendet.', none: 'Es gibt keine Sitzung.',
    device: (browser, system) => (system ? `${browser} auf ${system}` : browser), methods: { password: 'mit dem Passwort', passkey: 'mit einem Passkey', oidc: 'über Ihren Anbieter' }, unknown_device: 'Ein anderes Programm', current: 'Dieser Browser', since: (at) => `seit ${at}`, seen: (at) => `zuletzt benutzt ${at}`, end: 'Beenden', ended: 'Die Sitzung ist beendet.',
  },
  passkeys: {
    lead: 'Anmelden mit Fingerabdruck, Gesicht oder PIN eines Geräts, ohne Passwort und Code.', add: 'Passkey hinzufügen', add_hint: 'Ihr Browser fragt als Nächstes, wo er aufbewahrt wird: auf diesem Gerät, im Passwortmanager oder auf einem Sicherheitsschlüssel.', none: 'Noch haben Sie keinen Passkey.', not_here: 'Dieser Browser kennt keine Passkeys.', name: 'Name', name_hint: 'Bleibt er leer, heißt er nach dem Ort, an dem er liegt.',
    synced: 'Auf mehreren Geräten', added: (day) => `hinzugefügt ${day}`, used: (at) => `zuletzt benutzt ${at}`, unused: 'nie benutzt', rename: 'Umbenennen', rename_of: (name) => `${name} umbenennen`, remove_of: (name) => `${name} löschen`, remove_question: 'Er meldet niemanden mehr an. Sitzungen gehen weiter.', is_added: (name) => `Der Passkey ${name} ist da.`, cancelled: 'Ihr Browser hat keinen angelegt. Versuchen Sie es wieder, wenn Sie möchten.',
  },
  two_factor: {
    lead: 'Zum Passwort ein Code Ihres Telefons: Wer das eine herausfindet, hat das andere noch nicht.', app: 'Authenticator-App', on: 'An', off: 'Aus', app_hint: 'Codes aus sechs Ziffern, von jeder App, die TOTP kann.', set_up: 'Einrichten', switch_on: 'Einschalten', switch_off: 'Ausschalten',
    switch_off_hint: 'Von da an fragt die Anmeldung nur noch nach Ihrem Passwort.', switched_off: 'Die zweistufige Anmeldung ist aus.', codes: 'Wiederherstellungscodes', codes_detail: 'Jeder meldet Sie einmal an, wenn das Telefon weg ist.', new_codes: 'Neue Wiederherstellungscodes', new_codes_hint: 'Die jetzigen gelten dann nicht mehr.',
    codes_hint: 'Bewahren Sie diese dort auf, wo Sie sie ohne Telefon finden. Jeder meldet Sie einmal an. Sie werden nicht wieder gezeigt.', codes_kept: 'Ich habe sie aufbewahrt', download: 'Herunterladen', file_heading: (host) => `Wiederherstellungscodes für Rapport auf ${host}. Jeder gilt einmal.`,
    password_hint: 'Damit wir sicher sind, dass Sie es sind.', scan: 'Scannen Sie das mit Ihrer App, dann geben Sie den Code ein, den sie zeigt.', by_hand: 'Oder geben Sie diesen Schlüssel in die App ein:', qr_code: 'QR-Code für Ihre Authenticator-App', key: 'Schlüssel für Ihre App', first_code: 'Code der App',
    trusted: 'Vertraute Browser', trusted_hint: 'Sie werden 30 Tage nicht nach einem Code gefragt, wie Sie es beim Anmelden wollten.', distrust: 'Wieder fragen', distrusted: 'Jeder Browser wird wieder nach einem Code gefragt.',
  },
}
