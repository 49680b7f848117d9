import type { organization as English } from '../en/organization.ts'

export const organization: typeof English = {
  organization: {
    lead: (name) => `Was für alle in ${name} gilt.`, details: 'Einzelheiten', plan: 'Tarif', plan_hint: 'Wie viele Anfragen jeder API-Schlüssel in der Minute stellen darf.', plans: { free: 'Free: 100', pro: 'Pro: 500', enterprise: 'Enterprise: 2.000', unlimited: 'Unbegrenzt' }, created: 'Seit', id: 'ID',
    require_two_factor: 'Von allen zwei Schritte verlangen', require_hint: 'Mitglieder ohne zweiten Schritt erreichen nichts in dieser Organisation, bis sie ihn einrichten.', require_own_first: 'Richten Sie erst Ihren eigenen ein: Sie würden sich aussperren.',
    link_previews: 'Zeigen, wohin Links führen', link_previews_hint: 'Unter einer Nachricht stehen Titel und Beschreibung der Seiten, auf die sie verweist. Rapport liest diese; das sagt deren Servern, dass hier jemand den Link bekommen hat, und verbraucht Links, die nur einmal gelten.',
    ending: 'Verlassen und löschen', leave: 'Verlassen', leave_hint: 'Sie verlieren sofort den Zugang. Der letzte Inhaber kann nicht gehen.', leave_question: (name) => `Sie verlassen ${name} und kommen nur mit einer neuen Einladung zurück. Ihre API-Schlüssel dort gelten nicht mehr.`,
    remove: 'Organisation löschen', remove_hint: 'Alles darin wird gelöscht, für alle, für immer.', remove_question: 'Sie wird sofort für alle geschlossen, und alles darin wird gelöscht: Personen, Verläufe, Dateien, Einstellungen. Das lässt sich nicht rückgängig machen. Nehmen Sie vorher Ihre Exporte mit.', type_name: (name) => `Geben Sie „${name}“ ein`,
  },
  members: {
    lead: (name) => `Wer in ${name} arbeitet, und was sie dürfen.`, invite: 'Einladen', role: 'Rolle', role_of: (name) => `Rolle von ${name}`, more_of: (name) => `Mehr zu ${name}`, role_changed: (name, role) => `${name} ist jetzt: ${role}.`,
    two_factor: 'Zwei Schritte', seen: (at) => `zuletzt hier ${at}`, never_seen: 'noch nicht hier', hand_over: 'Besitz übergeben', hand_over_question: (name) => `${name} wird Inhaber, und Sie werden Admin. Nur ${name} kann das zurücknehmen.`,
    remove: 'Entfernen', remove_question: (name) => `${name} verliert sofort den Zugang, mit allen eigenen API-Schlüsseln. Was geschrieben wurde, bleibt.`,
    invitations: 'Einladungen', invite_guest: (room) => `Gast in ${room} einladen`, into: 'In diese Kanäle', into_rooms: (rooms) => `in ${rooms}`, invitations_hint: 'Ein Link gilt eine Woche.', no_invitations: 'Noch ist niemand eingeladen.', send: 'Einladung senden', invited: (email) => `${email} ist eingeladen`, link: 'Link der Einladung',
    link_hint: (email) => `Der Link geht per Mail an ${email}. Sie können ihn auch selbst weitergeben; er wird nur dieses eine Mal gezeigt.`, sent_again: 'Die Einladung wurde noch einmal gesendet', resend: 'Noch einmal senden', revoke: 'Zurückziehen', revoked: 'Die Einladung wurde zurückgezogen.',
    valid_until: (day) => `gilt bis ${day}`, expired_on: (day) => `abgelaufen am ${day}`, invited_by: (name) => `eingeladen von ${name}`, status: { pending: 'Offen', accepted: 'Angenommen', revoked: 'Zurückgezogen', expired: 'Abgelaufen' },
    role_hints: { owner: 'Darf alles, auch die Organisation löschen.', admin: 'Darf alles, außer Inhaber ändern und die Organisation löschen.', member: 'Arbeitet mit Personen, Verläufen und Importen.', guest: 'Ist in den Räumen, in die sie eingeladen sind, und sieht sonst nichts.' },
  },
}
