export const settings = {
  settings: {
    you: 'You', shown_once: 'This is shown once: keep it now.', saved: 'Saved.', locked: 'This is for others', locked_hint: (needed: string, role: string) => `It needs the role ${needed}; yours is ${role}. Whoever administers your organization can change that.`,
    appearance_lead: 'How Rapport looks in this browser.',
    sections: {
      profile: 'Profile', availability: 'Availability', appearance: 'Appearance', notifications: 'Notifications', sessions: 'Sessions', passkeys: 'Passkeys', two_factor: 'Two-step verification', organization: 'General', members: 'Members', fields: 'Custom fields', tags: 'Tags', tasks: 'Tasks', data: 'Data',
      api_keys: 'API keys', webhooks: 'Webhooks', audit: 'Audit log', outbox: 'Outbox',
    },
  },
  profile: {
    lead: 'Who you are, in every organization that you are in.', signing_in: 'Signing in', change_email: 'Change address', change_password: 'Change password', password_detail: 'Changing it ends your other sessions.', language: 'Language', language_hint: 'Of the screens and of mails, on all of your devices.',
    send_link: 'Send the link', new_email: 'New address', email_hint: 'It gets a link. Your address changes when you open it.', email_sent: (to: string) => `A link is on its way to ${to}. Until you open it, you sign in with your old address.`,
    current_password: 'Current password', new_password: 'New password', password_changed: 'Your password was changed; your other sessions have ended.', others_end: 'Your other sessions end. You stay signed in here.',
  },
  sessions: {
    lead: 'Where you have signed in. End what you do not know, and change your password then.', end_others: 'End all others', end_others_hint: 'Every browser but this one is signed out at once.', others_ended: 'All other sessions have ended.', none: 'There is no session.',
    device: (browser: string, system?: string) => (system ? `${browser} on ${system}` : browser), methods: { password: 'with the password', passkey: 'with a passkey', oidc: 'by your provider' }, unknown_device: 'Another program', current: 'This browser', since: (at: string) => `since ${at}`, seen: (at: string) => `last used ${at}`, end: 'End', ended: 'The session has ended.',
  },
  passkeys: {
    lead: 'Sign in with the fingerprint, face or PIN of a device, without a password and a code.', add: 'Add a passkey', add_hint: 'Your browser asks next where to keep it: on this device, in your password manager, or on a security key.', none: 'You have no passkey yet.', not_here: 'This browser knows no passkeys.', name: 'Name', name_hint: 'Left empty, it is called after where it is kept.',
    synced: 'On several devices', added: (day: string) => `added ${day}`, used: (at: string) => `last used ${at}`, unused: 'never used', rename: 'Rename', rename_of: (name: string) => `Rename ${name}`, remove_of: (name: string) => `Delete ${name}`, remove_question: 'It signs nobody in any more. Sessions go on.', is_added: (name: string) => `The passkey ${name} is there.`, cancelled: 'Your browser has made none. Try again when you like.',
  },
  two_factor: {
    lead: 'Besides the password, a code from your phone: whoever finds out the one still lacks the other.', app: 'Authenticator app', on: 'On', off: 'Off', app_hint: 'Codes of six digits, of any app that knows TOTP.', set_up: 'Set up', switch_on: 'Switch on', switch_off: 'Switch off',
    switch_off_hint: 'From then on your sign-in asks for nothing but your password.', switched_off: 'Two-step verification is off.', codes: 'Recovery codes', codes_detail: 'Each signs you in once, when your phone is gone.', new_codes: 'New recovery codes', new_codes_hint: 'The ones that you have now are dead then.',
    codes_hint: 'Keep these where you find them without your phone. Each signs you in once. They are not shown again.', codes_kept: 'I have kept them', download: 'Download', file_heading: (host: string) => `Recovery codes for Rapport at ${host}. Each is good once.`,
    password_hint: 'To be sure that it is you.', scan: 'Scan this with your app, then type the code that it shows.', by_hand: 'Or type this key into the app:', qr_code: 'QR code for your authenticator app', key: 'Key for your app', first_code: 'Code of the app',
    trusted: 'Trusted browsers', trusted_hint: 'They are not asked for a code for 30 days, as you said when you signed in.', distrust: 'Ask them again', distrusted: 'Every browser is asked for a code again.',
  },
}
