import { many } from './counts.ts'

export const programs = {
  api_keys: {
    lead: 'What programs present. A key does no more than whoever made it may.', reference: 'The API', create: 'New API key', none: 'There is no API key yet.', name: 'Name', name_hint: 'What it is for, so that you know later.', scope: 'May', scopes: { read: 'Read', write: 'Read and write', admin: 'Administer' },
    scope_hints: { read: 'Sees people, timelines and files; changes nothing.', write: 'Works with the data as a member does.', admin: 'Also members, keys, webhooks and the audit log.' }, term: 'Expires', days: (n: number) => `in ${many(n, 'day', 'days')}`, for_ever: 'never',
    created: (name: string) => `The key “${name}”`, key: 'API key', made: (day: string) => `made ${day}`, until: (day: string) => `expires ${day}`, used: (at: string) => `last used ${at}`, unused: 'never used', revoked: 'Revoked', expired: 'Expired',
    revoke: 'Revoke', revoke_title: (name: string) => `Revoke “${name}”`, revoke_question: 'Programs that use it are refused at once. This cannot be undone.',
  },
  webhooks: {
    lead: 'URLs of yours to which events are sent as they happen, signed as Standard Webhooks says.', create: 'New webhook', created: 'The webhook is there', none: 'There is no webhook yet.', url: 'URL', url_hint: 'https://, and a public address.', description: 'Description', event_types: 'Events', types_hint: 'What every member may see: of rooms nothing that is said in private channels and direct messages.', other_type: 'Another type of event', everything: 'Everything',
    enable: 'Send events', enabled: 'On', disabled: 'Off', failing: 'Failing', held: 'Held', held_until: (at: string) => `Held until ${at}: the receiver asked to wait.`, failing_since: (at: string) => `Nothing has got through since ${at}. It is tried again for a day.`, edit: 'Edit webhook', test: 'Send a test', tested: 'A test is on its way; its delivery says what came of it.',
    secret: 'Secret', new_secret: 'The new secret', secret_hint: 'The receiver verifies signatures with it.', rotate: 'New secret', rotate_hint: 'What the receiver verifies signatures with.', rotate_question: 'For a day messages are signed with both secrets, so that the receiver can change in between.',
    replay: 'Send again', replay_hint: 'What the receiver missed, or everything of a time.', replayed: (n: number) => `${many(n, 'event is', 'events are')} sent again.`, span: 'Events of', spans: { 1: 'the last hour', 24: 'the last day', 168: 'the last week' }, only: 'Which', undelivered: 'Those that never got through', all: 'All',
    remove: 'Delete webhook', remove_hint: 'Nothing more is sent; its log goes with it.', remove_question: 'Nothing more is sent to it, and its log is deleted. This cannot be undone.', deliveries: 'Deliveries', deliveries_hint: 'What was sent, or is to be, newest first.', no_deliveries: 'Nothing has been sent yet.', status: 'State', any_status: 'All',
    statuses: { pending: 'Pending', succeeded: 'Delivered', failed: 'Failed', cancelled: 'Cancelled' }, cause_replay: 'Again', attempts: 'Attempts', no_answer: 'no answer', next_attempt: (at: string) => `Next attempt ${at}`, send_again: 'Send again',
  },
}
