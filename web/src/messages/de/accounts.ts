import type { accounts as English } from '../en/accounts.ts'

export const accounts: typeof English = {
  sign_in: 'Anmelden', sign_out: 'Abmelden', email: 'E-Mail', password: 'Passwort', name: 'Ihr Name', organization: 'Organisation', set_up: 'Rapport einrichten', set_up_hint: 'Sie werden Inhaber. Alles bleibt auf diesem Server.', begin: 'Beginnen',
  no_token: 'Öffnen Sie den Link, den das Terminal beim ersten Start gezeigt hat: er enthält ein Token, das einmal gilt.', password_hint: 'Mindestens 10 Zeichen.', second_factor: 'Noch ein Schritt', second_factor_hint: 'Der Code Ihrer App, oder einer Ihrer Wiederherstellungscodes.', code: 'Code',
}
