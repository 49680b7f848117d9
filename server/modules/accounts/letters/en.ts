import type { MemberRole } from '#platform/tenancy'

const roles: Record<MemberRole, string> = { owner: 'an owner', admin: 'an admin', member: 'a member', guest: 'a guest' }

export interface SignIn {
  at: string
  address: string | null
  user_agent: string | null
}

/** A subject, and what it says. */
type NoticeWords = readonly [string, string]

export const en = {
  hello: (name: string) => `Hello ${name},`,
  choose_password: 'Choose a new password',
  invitation: {
    subject: (by: string, organization: string) => `${by} invites you to ${organization} on Rapport`,
    somebody: 'Somebody',
    invites: (by: string, organization: string, role: MemberRole) => `${by} invites you to work in “${organization}” as ${roles[role]}.`,
    valid: (days: number) => `The link below is valid for ${days} days.`,
    accept: 'Accept the invitation',
    footnote: 'If you do not know what this is about, do nothing: without the link nobody joins with your address.',
  },
  password: {
    subject: 'Choose a new password for Rapport',
    valid: (minutes: number) => `With the link below you choose a new password. It is valid for ${minutes} minutes, and once.`,
    ends: 'All your sessions end then, and you sign in anew.',
    footnote: 'If you did not ask for this, do nothing: your password stays as it is.',
  },
  email: {
    subject: 'Confirm your new address for Rapport',
    confirm: (hours: number) => `Confirm that you read mail at this address, and it becomes the one that you sign in with. The link is valid for ${hours} hours.`,
    action: 'Confirm this address',
    footnote: 'If you did not ask for this, do nothing: nothing is changed without the link.',
  },
  sign_in: {
    subject: 'A new sign-in to your Rapport account',
    told: ({ at, address, user_agent }: SignIn) =>
      `somebody has signed in to your account with a browser that was not used before: on ${at}, from ${address ?? 'an unknown address'}, with “${user_agent || 'a program that does not say what it is'}”.`,
    advice: 'If it was you, there is nothing to do. If not, choose a new password at once: that ends all sessions.',
    footnote: 'You get this mail for each new browser.',
  },
  notices: {
    password_changed: ['Your password was changed', 'Your password for Rapport was changed, and your other sessions have ended.'] as NoticeWords,
    email_changed: ['Your address was changed', 'The address of your Rapport account was changed: you sign in with the new one from now on.'] as NoticeWords,
    email_change_requested: ['A new address was asked for', 'Another address was asked for, with your password, for your Rapport account. It counts when the link that was sent there is used; a new password ends that link.'] as NoticeWords,
    two_factor_enabled: ['A second factor was set up', 'From now on your sign-in asks for a code of your app.'] as NoticeWords,
    passkey_added: ['A passkey was added', 'A passkey was added to your account: whoever has its device can sign in as you.'] as NoticeWords,
    passkey_removed: ['A passkey was removed', 'A passkey was removed from your account.'] as NoticeWords,
    account_claimed: ['Your account is yours alone', 'With single sign-on you have shown that this address is yours. The password and the passkeys that were set up before, maybe by somebody else, are gone.'] as NoticeWords,
    recovery_codes_renewed: ['New recovery codes', 'New recovery codes for your Rapport account were made. Those of before are dead.'] as NoticeWords,
    recovery_code_used: ['A recovery code was used', 'Somebody has signed in to your account with a recovery code instead of a code of your app. It is used up.'] as NoticeWords,
    two_factor_removed: ['Your second factor was removed', 'Whoever runs this server has removed the second factor of your account, and your sessions have ended. Sign in with your password, and set it up again.'] as NoticeWords,
    two_factor_disabled: ['Your second factor was removed', 'From now on your sign-in asks for nothing but your password.'] as NoticeWords,
  },
  notice: {
    advice: 'If this was not you, choose a new password at once, and tell your administrator.',
    footnote: 'Mail like this cannot be switched off, so that nobody changes something behind your back.',
  },
}

export type LetterWords = typeof en
