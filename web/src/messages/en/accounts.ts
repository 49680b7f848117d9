export const accounts = {
  sign_in: 'Sign in', sign_out: 'Sign out', email: 'E-mail', password: 'Password', name: 'Your name', organization: 'Organization', set_up: 'Set up Rapport', set_up_hint: 'You become the owner. Everything stays on this server.', begin: 'Begin',
  no_token: 'Open the link that the terminal printed at the first start: it holds a token that is valid once.', password_hint: 'At least 10 characters.', second_factor: 'One more step', second_factor_hint: 'The code that your app shows, or one of your recovery codes.', code: 'Code',
}
