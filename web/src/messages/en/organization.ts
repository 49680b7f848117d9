export const organization = {
  organization: {
    lead: (name: string) => `What holds for everybody in ${name}.`, details: 'Details', plan: 'Plan', plan_hint: 'How many requests a minute each API key may make.', plans: { free: 'Free: 100', pro: 'Pro: 500', enterprise: 'Enterprise: 2,000', unlimited: 'Unlimited' }, created: 'Since', id: 'ID',
    require_two_factor: 'Ask everybody for two-step verification', require_hint: 'Members without a second step reach nothing of this organization until they set one up.', require_own_first: 'Set up your own first: you would shut yourself out.',
    link_previews: 'Show what links lead to', link_previews_hint: 'Below a message stand title and description of the pages to which it links. Rapport reads these, which tells their servers that somebody here was sent the link, and uses up links that are good for one visit.',
    ending: 'Leaving and deleting', leave: 'Leave', leave_hint: 'You lose access at once. The last owner cannot leave.', leave_question: (name: string) => `You leave ${name}, and come back only if you are invited again. Your API keys there are dead.`,
    remove: 'Delete organization', remove_hint: 'Everything in it is erased, for everybody, for good.', remove_question: 'It is shut at once, for everybody, and everything in it is erased: people, timelines, files, settings. This cannot be undone. Take your exports first.', type_name: (name: string) => `Type “${name}”`,
  },
  members: {
    lead: (name: string) => `Who works in ${name}, and what they may do.`, invite: 'Invite', role: 'Role', role_of: (name: string) => `Role of ${name}`, more_of: (name: string) => `More for ${name}`, role_changed: (name: string, role: string) => `${name} is now: ${role}.`,
    two_factor: 'Two-step', seen: (at: string) => `last here ${at}`, never_seen: 'not here yet', hand_over: 'Hand over ownership', hand_over_question: (name: string) => `${name} becomes the owner, and you an admin. Only ${name} can change that back.`,
    remove: 'Remove', remove_question: (name: string) => `${name} loses access at once, with every API key of theirs. What they wrote stays.`,
    invitations: 'Invitations', invite_guest: (room: string) => `Invite a guest to ${room}`, into: 'Into these channels', into_rooms: (rooms: string) => `into ${rooms}`, invitations_hint: 'A link is good for a week.', no_invitations: 'Nobody has been invited yet.', send: 'Send invitation', invited: (email: string) => `${email} is invited`, link: 'Link of the invitation',
    link_hint: (email: string) => `The link goes to ${email} by mail. You may pass it on yourself as well; it is shown this once.`, sent_again: 'The invitation was sent again', resend: 'Send again', revoke: 'Revoke', revoked: 'The invitation was revoked.',
    valid_until: (day: string) => `good until ${day}`, expired_on: (day: string) => `expired on ${day}`, invited_by: (name: string) => `invited by ${name}`, status: { pending: 'Pending', accepted: 'Accepted', revoked: 'Revoked', expired: 'Expired' },
    role_hints: { owner: 'May everything, also delete the organization.', admin: 'May everything, but for owners and deleting the organization.', member: 'Works with people, timelines and imports.', guest: 'Is in the rooms to which they are invited, and sees nothing else.' },
  },
}
