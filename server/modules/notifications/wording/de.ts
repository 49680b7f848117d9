import type { NotificationWords } from './en.ts'

export const de: NotificationWords = {
  rapport: 'Rapport',
  somewhere: 'einer Direktnachricht',
  quoted: (title) => `„${title}“`,
  happened: {
    urgent: (who) => `Dringend: ${who} wartet auf Ihre Antwort`,
    reminder: () => 'Erinnerung',
    mention: (who, name, isThread) => `${who} hat Sie in ${isThread ? 'einem Thread von ' : ''}${name} erwähnt`,
    direct_message: (who) => `${who} hat Ihnen geschrieben`,
    reply: (who, name) => `${who} hat in einem Thread von ${name} geantwortet`,
    comment: (who, name) => `${who} hat ${name} kommentiert`,
    assigned: (who, name) => `${who} hat Ihnen „${name}“ zugewiesen`,
    due_soon: (_who, name) => `„${name}“ ist bald fällig`,
    unblocked: (_who, name) => `„${name}“ kann begonnen werden`,
    not_sent: (_who, name) => (name ? `Ihre Nachricht in „${name}“ wurde nicht gesendet` : 'Eine Nachricht von Ihnen wurde nicht gesendet'),
    operation_finished: (_who, name) => `${name}: fertig`,
    operation_failed: (_who, name) => `${name}: gescheitert`,
  },
  operations: {
    'import.slack': 'Slack-Export', 'import.slack_undo': 'Import zurücknehmen', 'import.contacts': 'Import von Personen', 'import.mail': 'Import von Mail', 'import.calendar': 'Import eines Kalenders',
    'import.undo': 'Import zurücknehmen', 'contacts.erase': 'Löschung einer Person', 'contacts.bulk': 'Änderung vieler Personen', 'contacts.bulk_undo': 'Änderung vieler Personen zurücknehmen',
    'companies.bulk': 'Änderung vieler Firmen', 'companies.bulk_undo': 'Änderung vieler Firmen zurücknehmen', 'tasks.bulk': 'Änderung vieler Aufgaben', 'tasks.bulk_undo': 'Änderung vieler Aufgaben zurücknehmen',
  },
  several: (first, more, organization) => `${first}, und ${more} weitere in ${organization}`,
  many: (count, organization) => `${count} Dinge warten in ${organization} auf Sie`,
  open: 'Eingang öffnen',
  open_more: (more) => `Und ${more} weitere: Eingang öffnen`,
  footnote: (organization, often) =>
    `Sie erhalten diese Mail, höchstens ${often}, weil Sie dies in „${organization}“ noch nicht gesehen haben. Was per Mail kommt und wie oft, wählen Sie in Ihren Einstellungen.`,
  every(minutes) {
    if (minutes < 60) return minutes === 1 ? 'einmal in der Minute' : `alle ${minutes} Minuten`
    const hours = Math.round(minutes / 60)
    return hours === 1 ? 'einmal in der Stunde' : hours === 24 ? 'einmal am Tag' : `alle ${hours} Stunden`
  },
  leave: 'Keine Mail mehr über Benachrichtigungen',
}
