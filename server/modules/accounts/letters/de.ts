import type { MemberRole } from '#platform/tenancy'
import type { LetterWords } from './en.ts'

const roles: Record<MemberRole, string> = { owner: 'als Inhaber', admin: 'als Admin', member: 'als Mitglied', guest: 'als Gast' }

export const de: LetterWords = {
  hello: (name) => `Guten Tag ${name},`,
  choose_password: 'Neues Passwort wählen',
  invitation: {
    subject: (by, organization) => `${by} lädt Sie zu ${organization} auf Rapport ein`,
    somebody: 'Jemand',
    invites: (by, organization, role) => `${by} lädt Sie ein, ${roles[role]} in „${organization}“ mitzuarbeiten.`,
    valid: (days) => `Der Link gilt ${days} Tage.`,
    accept: 'Einladung annehmen',
    footnote: 'Wenn Sie nicht wissen, worum es geht, tun Sie nichts: Ohne den Link tritt niemand mit Ihrer Adresse bei.',
  },
  password: {
    subject: 'Wählen Sie ein neues Passwort für Rapport',
    valid: (minutes) => `Mit dem Link wählen Sie ein neues Passwort. Er gilt ${minutes} Minuten, und einmal.`,
    ends: 'Alle Ihre Sitzungen enden dann, und Sie melden sich neu an.',
    footnote: 'Wenn Sie das nicht angefordert haben, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  },
  email: {
    subject: 'Bestätigen Sie Ihre neue Adresse für Rapport',
    confirm: (hours) => `Bestätigen Sie, dass Sie Mail an dieser Adresse lesen; dann melden Sie sich mit ihr an. Der Link gilt ${hours} Stunden.`,
    action: 'Adresse bestätigen',
    footnote: 'Wenn Sie das nicht angefordert haben, tun Sie nichts: Ohne den Link ändert sich nichts.',
  },
  sign_in: {
    subject: 'Neue Anmeldung bei Ihrem Rapport-Konto',
    told: ({ at, address, user_agent }) =>
      `jemand hat sich mit einem Browser bei Ihrem Konto angemeldet, der bisher nicht verwendet wurde: am ${at}, von ${address ?? 'einer unbekannten Adresse'}, mit „${user_agent || 'einem Programm, das nicht sagt, was es ist'}“.`,
    advice: 'Waren Sie es, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort: Das beendet alle Sitzungen.',
    footnote: 'Diese Mail kommt bei jedem neuen Browser.',
  },
  notices: {
    password_changed: ['Ihr Passwort wurde geändert', 'Ihr Passwort für Rapport wurde geändert, und Ihre anderen Sitzungen sind beendet.'],
    email_changed: ['Ihre Adresse wurde geändert', 'Die Adresse Ihres Rapport-Kontos wurde geändert: Von jetzt an melden Sie sich mit der neuen an.'],
    email_change_requested: ['Eine neue Adresse wurde angefordert', 'Für Ihr Rapport-Konto wurde mit Ihrem Passwort eine andere Adresse angefordert. Sie gilt, sobald der Link benutzt wird, der dorthin ging; ein neues Passwort macht ihn ungültig.'],
    two_factor_enabled: ['Ein zweiter Faktor wurde eingerichtet', 'Von jetzt an fragt Ihre Anmeldung nach einem Code Ihrer App.'],
    passkey_added: ['Ein Passkey wurde hinzugefügt', 'Ihrem Konto wurde ein Passkey hinzugefügt: Wer dessen Gerät hat, kann sich als Sie anmelden.'],
    passkey_removed: ['Ein Passkey wurde entfernt', 'Aus Ihrem Konto wurde ein Passkey entfernt.'],
    account_claimed: ['Ihr Konto gehört nur Ihnen', 'Mit Single Sign-on haben Sie gezeigt, dass diese Adresse Ihre ist. Passwort und Passkeys, die vorher eingerichtet waren, vielleicht von jemand anderem, sind weg.'],
    recovery_codes_renewed: ['Neue Wiederherstellungscodes', 'Für Ihr Rapport-Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen sind ungültig.'],
    recovery_code_used: ['Ein Wiederherstellungscode wurde benutzt', 'Jemand hat sich mit einem Wiederherstellungscode statt mit einem Code Ihrer App bei Ihrem Konto angemeldet. Er ist verbraucht.'],
    two_factor_removed: ['Ihr zweiter Faktor wurde entfernt', 'Wer diesen Server betreibt, hat den zweiten Faktor Ihres Kontos entfernt, und Ihre Sitzungen sind beendet. Melden Sie sich mit Ihrem Passwort an, und richten Sie ihn wieder ein.'],
    two_factor_disabled: ['Ihr zweiter Faktor wurde entfernt', 'Von jetzt an fragt Ihre Anmeldung nur noch nach Ihrem Passwort.'],
  },
  notice: {
    advice: 'Wenn Sie das nicht waren, wählen Sie sofort ein neues Passwort, und sagen Sie es Ihrem Administrator.',
    footnote: 'Solche Mails lassen sich nicht abschalten, damit niemand hinter Ihrem Rücken etwas ändert.',
  },
}
