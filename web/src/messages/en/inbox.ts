import { many } from './counts.ts'

/** What somebody did, or what is so of the thing of this name. */
const happened: Record<'urgent' | 'reminder' | 'mention' | 'mention_in_thread' | 'direct_message' | 'reply' | 'assigned' | 'due_soon' | 'unblocked' | 'not_sent' | 'operation_finished' | 'operation_failed', (name: string) => string> = {
  urgent: (name) => `needs your answer in ${name}`,
  reminder: () => 'Reminder',
  mention: (name) => `mentioned you in ${name}`,
  mention_in_thread: (name) => `mentioned you in a thread of ${name}`,
  direct_message: () => 'wrote to you',
  reply: (name) => `answered in a thread of ${name}`,
  assigned: (name) => `assigned “${name}” to you`,
  due_soon: (name) => `“${name}” is due soon`,
  unblocked: (name) => `“${name}” can be begun`,
  not_sent: (name) => (name ? `could not send your message in “${name}”` : 'could not send a message of yours'),
  operation_finished: (name) => `${name}: finished`,
  operation_failed: (name) => `${name}: failed`,
}

export const inbox = {
  states: { open: 'Inbox', unread: 'Unread', snoozed: 'Snoozed', done: 'Done' }, unread: (n: number) => `${many(n, 'thing', 'things')} to look at`, is_unread: 'Unread', rapport: 'Rapport', direct_messages: 'a direct message',
  empty: 'All done', empty_hint: 'Mentions, messages, answers and tasks that wait for you stand here. Nothing does.', choose: 'Choose what comes here', none_unread: 'Everything is read', none_unread_hint: 'What you have read and is not done yet is in the inbox.', none_snoozed: 'Nothing is snoozed', none_snoozed_hint: 'What you put off with “s” waits here, and comes back unread at its time.', none_done: 'Nothing is done yet', none_done_hint: 'What you are done with, with “e”, stays here for a while.',
  happened,
  quoted: (title: string) => `“${title}”`, due: 'Due soon', commented: (name: string) => `commented on “${name}”`,
  choices: 'Notifications', snooze: 'Snooze', mute: 'Mute', put_back: 'Back to the inbox', mark_read: 'Mark as read', mark_all_done: 'All done', select: (who: string, what: string) => `Select: ${who} ${what}`,
  done: (n: number) => (n === 1 ? 'Done.' : `${n} are done.`), all_done: 'All is done.', back: (n: number) => (n === 1 ? 'It is back in the inbox.' : `${n} are back in the inbox.`), undone: 'Undone.', snoozed: (at: string) => `Snoozed until ${at}.`,
  snooze_until: 'Snooze until', another_time: 'Another time', in_hours: (n: number) => `In ${n} hours`, this_evening: 'This evening', tomorrow: 'Tomorrow', weekend: 'At the weekend', next_week: 'Next week',
  mute_room: 'Mute the room', room_muted: (at: string) => `The room is mute until ${at}.`, unfollowed: 'You do not follow the thread any more.', muted: 'Nothing comes of this task any more.', nothing_to_mute: 'There is nothing to mute here.',
  keys: { done: 'Done, or back', snooze: 'Snooze', mute: 'Mute the room, thread or task', read: 'Read, unread', all_done: 'All done' },
  leave: { title: 'No more of these mails?', lead: 'Rapport sends you no more mail about notifications. In your inbox they stay, and other mail, such as about your account, still comes.', submit: 'No more mail', left: 'No more of these mails', left_hint: 'In your settings you can have them again.', settings: 'Settings', dead: 'This link leads nowhere any more. What comes by mail is for you to choose in your settings.' },
}
