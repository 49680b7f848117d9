// What accounts writes to people.

import { composeLetter } from '#platform/letter'
import type { MemberRole } from '#platform/tenancy'

const roleWords: Record<MemberRole, string> = { owner: 'an owner', admin: 'an admin', member: 'a member', guest: 'a guest' }

export function invitationLetter(invitation: { organization: string; by: string | null; role: MemberRole; url: string; days: number }) {
  const { organization, by, role, url, days } = invitation
  return composeLetter({
    subject: `${by ?? organization} invites you to ${organization} on Rapport`,
    paragraphs: [`${by ?? 'Somebody'} invites you to work in “${organization}” as ${roleWords[role]}.`, `The link below is valid for ${days} days.`],
    action: { label: 'Accept the invitation', url },
    footnote: 'If you do not know what this is about, do nothing: without the link nobody joins with your address.',
  })
}

export function passwordLetter({ name, url, minutes }: { name: string; url: string; minutes: number }) {
  return composeLetter({
    subject: 'Choose a new password for Rapport',
    paragraphs: [`Hello ${name},`, `With the link below you choose a new password. It is valid for ${minutes} minutes, and once.`, 'All your sessions end then, and you sign in anew.'],
    action: { label: 'Choose a new password', url },
    footnote: 'If you did not ask for this, do nothing: your password stays as it is.',
  })
}

export function emailLetter({ name, url, hours }: { name: string; url: string; hours: number }) {
  return composeLetter({
    subject: 'Confirm your new address for Rapport',
    paragraphs: [`Hello ${name},`, `Confirm that you read mail at this address, and it becomes the one that you sign in with. The link is valid for ${hours} hours.`],
    action: { label: 'Confirm this address', url },
    footnote: 'If you did not ask for this, do nothing: nothing is changed without the link.',
  })
}

export function newSignInLetter(signIn: { name: string; at: Date; address: string | null; user_agent: string | null; url: string }) {
  const { name, at, address, user_agent, url } = signIn
  return composeLetter({
    subject: 'A new sign-in to your Rapport account',
    paragraphs: [
      `Hello ${name},`,
      `somebody has signed in to your account with a browser that was not used before: on ${at.toUTCString()}, from ${address ?? 'an unknown address'}, with “${user_agent || 'a program that does not say what it is'}”.`,
      'If it was you, there is nothing to do. If not, choose a new password at once: that ends all sessions.',
    ],
    action: { label: 'Choose a new password', url },
    footnote: 'You get this mail for each new browser.',
  })
}

const notices = {
  password_changed: ['Your password was changed', 'Your password for Rapport was changed, and your other sessions have ended.'],
  email_changed: ['Your address was changed', 'The address of your Rapport account was changed: you sign in with the new one from now on.'],
  email_change_requested: ['A new address was asked for', 'Another address was asked for, with your password, for your Rapport account. It counts when the link that was sent there is used; a new password ends that link.'],
  two_factor_enabled: ['A second factor was set up', 'From now on your sign-in asks for a code of your app.'],
  passkey_added: ['A passkey was added', 'A passkey was added to your account: whoever has its device can sign in as you.'],
  passkey_removed: ['A passkey was removed', 'A passkey was removed from your account.'],
  account_claimed: ['Your account is yours alone', 'With single sign-on you have shown that this address is yours. The password and the passkeys that were set up before, maybe by somebody else, are gone.'],
  recovery_codes_renewed: ['New recovery codes', 'New recovery codes for your Rapport account were made. Those of before are dead.'],
  recovery_code_used: ['A recovery code was used', 'Somebody has signed in to your account with a recovery code instead of a code of your app. It is used up.'],
  two_factor_removed: ['Your second factor was removed', 'Whoever runs this server has removed the second factor of your account, and your sessions have ended. Sign in with your password, and set it up again.'],
  two_factor_disabled: ['Your second factor was removed', 'From now on your sign-in asks for nothing but your password.'],
} as const

export type Notice = keyof typeof notices

export function noticeLetter({ name, notice, url }: { name: string; notice: Notice; url: string }) {
  const [subject, text] = notices[notice]
  return composeLetter({
    subject: `${subject} (Rapport)`,
    paragraphs: [`Hello ${name},`, text, 'If this was not you, choose a new password at once, and tell your administrator.'],
    action: { label: 'Choose a new password', url },
    footnote: 'Mail like this cannot be switched off, so that nobody changes something behind your back.',
  })
}
