// Written by `npm run schema` from the migrations.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface AcknowledgementTable {
  org_id: string
  message_id: string
  user_id: string
  acknowledged_at: string | null
}

export interface ApiKeyTable {
  org_id: string
  id: Generated<string>
  name: string
  prefix: string
  hash: Buffer
  created_by: string | null
  created_at: Generated<string>
  expires_at: string | null
  last_used_at: string | null
  revoked_at: string | null
  scope: string
}

export interface AttachmentTable {
  org_id: string
  id: Generated<string>
  interaction_id: string
  position: number
  file_id: string | null
  left_out: string | null
  name: string
  type: string
  size: number
  cid: string | null
  embedded: Generated<boolean>
}

export interface AuditEntryTable {
  org_id: string
  id: number
  created_at: string
  type: string
  subject: string
  actor_kind: string
  actor_id: string
  address: string | null
  user_agent: string | null
}

export interface AvailabilityTable {
  org_id: string
  user_id: string
  status_emoji: string | null
  status_text: string | null
  status_until: string | null
  quiet_until: string | null
  hours: ColumnType<object | null, string | null | undefined, string | null>
  zone: string | null
}

export interface BookmarkTable {
  org_id: string
  user_id: string
  message_id: string
  created_at: Generated<string>
}

export interface BulkChangeTable {
  org_id: string
  id: Generated<string>
  action: string
  change: ColumnType<object | null, string | null | undefined, string | null>
  selection: ColumnType<object | null, string | null | undefined, string | null>
  total: number
  changed: Generated<number>
  operation_id: string | null
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  undone_at: string | null
  undone_by: ColumnType<object | null, string | null | undefined, string | null>
  undo_operation_id: string | null
  restored: Generated<number>
  kind: string
}

export interface BulkChangeCompanyTable {
  org_id: string
  bulk_change_id: string
  company_id: string
  made_at: string
  updated_before: string
  before: ColumnType<object, string, string>
}

export interface BulkChangeContactTable {
  org_id: string
  bulk_change_id: string
  contact_id: string
  made_at: string
  updated_before: string
  before: ColumnType<object, string, string>
}

export interface BulkChangeTaskTable {
  org_id: string
  bulk_change_id: string
  task_id: string
  made_at: string
  updated_before: string
  before: ColumnType<object, string, string>
}

export interface CalendarRevisionTable {
  org_id: string
  key: string
  revision: number
}

export interface CompanyTable {
  org_id: string
  id: Generated<string>
  name: string
  match_name: GeneratedAlways<string>
  created_at: Generated<string>
  domain: string | null
  updated_at: Generated<string>
  contact_count: Generated<number>
  last_interaction_at: string | null
  sort_interaction: GeneratedAlways<string>
}

export interface ContactTable {
  org_id: string
  id: Generated<string>
  name: string
  given_name: string | null
  family_name: string | null
  sort_name: GeneratedAlways<string>
  company_id: string | null
  title: string | null
  owner_id: string | null
  phones: ColumnType<object, string | undefined, string>
  fields: ColumnType<object, string | undefined, string>
  last_interaction_at: string | null
  sort_interaction: GeneratedAlways<string>
  created_at: Generated<string>
  updated_at: Generated<string>
  links: ColumnType<object, string | undefined, string>
  deleted_at: string | null
  sort_given: GeneratedAlways<string | null>
  sort_family: GeneratedAlways<string | null>
  sort_title: GeneratedAlways<string | null>
  photo_file: string | null
  photo_hash: string | null
}

export interface ContactDateTable {
  org_id: string
  id: Generated<string>
  contact_id: string
  kind: string
  label: string | null
  year: number | null
  month: number
  day: number
  yearly: Generated<boolean>
  month_day: GeneratedAlways<number>
  created_at: Generated<string>
}

export interface ContactEmailTable {
  org_id: string
  address: string
  contact_id: string
  label: string | null
  position: number
}

export interface ContactMergeTable {
  org_id: string
  id: Generated<string>
  into_id: string
  contact_ids: string
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  undone_by: ColumnType<object | null, string | null | undefined, string | null>
  undone_at: string | null
}

export interface ContactMergeRowTable {
  org_id: string
  merge_id: string
  place: number
  of_table: string
  before: ColumnType<object | null, string | null | undefined, string | null>
  after: ColumnType<object | null, string | null | undefined, string | null>
  photo_file: GeneratedAlways<string | null>
}

export interface ContactPhoneTable {
  org_id: string
  contact_id: string
  digits: string
}

export interface ContactSearchTable {
  org_id: string
  contact_id: string
  text: string
}

export interface ContactTagTable {
  org_id: string
  contact_id: string
  tag_id: string
}

export interface ContactUidTable {
  org_id: string
  uid: string
  contact_id: string
  import_id: string
}

export interface ContactValueTable {
  org_id: string
  field_id: string
  contact_id: string
  value: string | null
  number: number | null
}

export interface DeletedCompanyTable {
  org_id: string
  id: string
  name: string
  domain: string | null
  created_at: string
  deleted_at: Generated<string>
}

export interface DeletedCompanyContactTable {
  org_id: string
  company_id: string
  contact_id: string
}

export interface DeletedCompanyInteractionTable {
  org_id: string
  company_id: string
  interaction_id: string
}

export interface DeletedCompanyRowTable {
  org_id: string
  company_id: string
  position: GeneratedAlways<number>
  of_table: string
  row: ColumnType<object, string, string>
}

export interface DuplicateTable {
  org_id: string
  contact_id: string
  other_id: string
  score: number
  reasons: string
  found_at: Generated<string>
}

export interface DuplicateDismissalTable {
  org_id: string
  contact_id: string
  other_id: string
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
}

export interface DuplicateKeyTable {
  org_id: string
  contact_id: string
  kind: string
  key: string
}

export interface DuplicateSearchTable {
  org_id: string
  seen_at: string
  seen_id: string
}

export interface ErasureTable {
  org_id: string
  id: Generated<string>
  operation_id: string | null
  address_hashes: string
  words: ColumnType<object | null, string | null | undefined, string | null>
  counts: ColumnType<object, string | undefined, string>
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  finished_at: string | null
  ids: Generated<string>
}

export interface EventTable {
  id: GeneratedAlways<number>
  org_id: string
  xid: Generated<string>
  type: string
  subject: string
  audience: string
  actor: ColumnType<object, string, string>
  data: ColumnType<object, string, string>
  created_at: Generated<string>
}

export interface EventEpochTable {
  singleton: Generated<boolean>
  id: Generated<string>
  cluster: string
  purged_xid: Generated<string>
  purged_id: Generated<number>
}

export interface EventEpochLifeTable {
  singleton: Generated<boolean>
}

export interface FieldTable {
  org_id: string
  id: Generated<string>
  key: string
  match_key: GeneratedAlways<string>
  label: string
  type: string
  options: ColumnType<object, string | undefined, string>
  position: number
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

export interface FileTable {
  org_id: string
  id: string
  sha256: Buffer
  size: number
  wanted_at: Generated<string>
}

export interface FormerMemberTable {
  org_id: string
  user_id: string
  name: string
  left_at: Generated<string>
}

export interface IdempotencyKeyTable {
  org_id: string
  actor: string
  key: string
  request_hash: Buffer
  status: number | null
  headers: ColumnType<object | null, string | null | undefined, string | null>
  body: string | null
  created_at: Generated<string>
}

export interface ImportTable {
  org_id: string
  id: string
  filename: string
  format: string
  columns: ColumnType<object | null, string | null | undefined, string | null>
  undo_id: string | null
}

export interface ImportChangeTable {
  org_id: string
  import_id: string
  position: number
  made_at: string
  created: Generated<string>
  changed: ColumnType<object, string | undefined, string>
  companies: Generated<string>
  tags: Generated<string>
  interactions: Generated<string>
  meetings: ColumnType<object, string | undefined, string>
  revisions: ColumnType<object, string | undefined, string>
}

export interface ImportMappingTable {
  org_id: string
  columns_hash: Buffer
  mapping: ColumnType<object, string, string>
  used_at: Generated<string>
}

export interface ImportRejectionTable {
  org_id: string
  operation_id: string
  position: number
  reason: string
  excerpt: string
  record: ColumnType<object | null, string | null | undefined, string | null>
}

export interface ImportSeenTable {
  org_id: string
  import_id: string
  key: string
}

export interface ImportUploadTable {
  org_id: string
  id: string
  filename: string
  format: string
  encoding: string
  bytes: number
  items: number | null
  created_at: Generated<string>
}

export interface ImportedMessageTable {
  org_id: string
  source: string
  source_id: string
  message_id: string
  import_id: string
}

export interface ImportedRoomTable {
  org_id: string
  source: string
  source_id: string
  room_id: string
  import_id: string | null
}

export interface InboxTable {
  org_id: string
  user_id: string
  kinds: ColumnType<object, string | undefined, string>
  muted_places: Generated<string>
  urgent_when_quiet: Generated<boolean>
  mail_minutes: Generated<number | null>
  mail_due_at: string | null
  push_due_at: string | null
  unsubscribe_token: string | null
  push_snippets: Generated<boolean>
}

export interface InteractionTable {
  org_id: string
  id: Generated<string>
  kind: string
  direction: string | null
  subject: string | null
  snippet: string | null
  occurred_at: string
  source: string
  source_id: string
  thread_id: string
  has_attachments: Generated<boolean>
  created_at: Generated<string>
  ends_at: string | null
  all_day: Generated<boolean>
  location: string | null
  status: string | null
  pinned_at: string | null
  created_by: ColumnType<object | null, string | null | undefined, string | null>
  updated_at: Generated<string>
  deleted_at: string | null
  thread_subject: string | null
  answers_by_subject: Generated<boolean>
  answered_id: string | null
}

export interface InteractionBodyTable {
  org_id: string
  interaction_id: string
  text: string | null
  quoted_at: number | null
  html: string | null
  headers: string | null
  truncated: Generated<boolean>
}

export interface InvitationTable {
  org_id: string
  id: Generated<string>
  email: string
  role: string
  token_hash: Buffer
  sendings: Generated<number>
  invited_by: string | null
  created_at: Generated<string>
  expires_at: string
  accepted_at: string | null
  revoked_at: string | null
}

export interface InvitationRoomTable {
  org_id: string
  invitation_id: string
  room_id: string
}

export interface LabelTable {
  org_id: string
  id: Generated<string>
  name: string
  match_name: GeneratedAlways<string>
  color: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface MemberTable {
  org_id: string
  user_id: string
  role: string
  created_at: Generated<string>
  last_seen_at: string | null
}

export interface MergedContactTable {
  org_id: string
  contact_id: string
  merge_id: string
}

export interface MessageTable {
  org_id: string
  id: Generated<string>
  room_id: string
  thread_id: string | null
  seq: number
  author_kind: string
  author_id: string | null
  author_name: string | null
  client_id: string | null
  text: string
  snippet: string
  mentions_room: Generated<boolean>
  created_at: Generated<string>
  edited_at: string | null
  deleted_at: string | null
  pinned_at: string | null
  urgent_until: string | null
  urgent_next_at: string | null
  previews: ColumnType<object, string | undefined, string>
  deleted_by: string | null
}

export interface MessageDraftTable {
  org_id: string
  user_id: string
  room_id: string
  thread_id: string | null
  text: string
  updated_at: Generated<string>
}

export interface MessageEditTable {
  org_id: string
  message_id: string
  edited_at: string
  text: string
}

export interface MessageFileTable {
  org_id: string
  id: Generated<string>
  room_id: string
  message_id: string | null
  position: number | null
  uploaded_by: string
  name: string
  type: string
  size: number
  width: number | null
  height: number | null
  created_at: Generated<string>
  scheduled_id: string | null
}

export interface MessageGapTable {
  org_id: string
  room_id: string
  from_seq: number
  to_seq: number
}

export interface MessageMentionTable {
  org_id: string
  message_id: string
  user_id: string
  room_id: string
  thread_id: string | null
  seq: number
}

export interface MessageWordsTable {
  org_id: string
  message_id: string
  words: string
}

export interface MigrationTable {
  name: string
  hash: string
  applied_at: Generated<string | null>
}

export interface NotificationTable {
  org_id: string
  id: Generated<string>
  user_id: string
  kind: string
  place: string
  unread_count: number
  happened_at: string
  read_at: string | null
  done_at: string | null
  snoozed_until: string | null
}

export interface NotificationCauseTable {
  org_id: string
  user_id: string
  event_id: number
  notification_id: string
  subject: string
  seq: number | null
  title: string | null
  snippet: string
  actor: ColumnType<object, string, string>
  read_at: string | null
  to_mail: Generated<boolean>
  to_push: Generated<boolean>
}

export interface NotificationCursorTable {
  org_id: string
  cursor: string | null
  seen_xid: Generated<string>
  collected_at: Generated<string>
}

export interface NotificationDispatchTable {
  org_id: string
  id: Generated<string>
  user_id: string
  subscription_id: string | null
  event_ids: string
  attempt: Generated<number>
  created_at: Generated<string>
  sent_at: string | null
  failed_at: string | null
  error: string | null
  notification_id: string | null
}

export interface OperationTable {
  org_id: string
  id: Generated<string>
  kind: string
  status: Generated<string>
  input: ColumnType<object, string, string>
  checkpoint: ColumnType<object | null, string | null | undefined, string | null>
  attempt: Generated<number>
  ticket: string | null
  done: Generated<number>
  total: number | null
  failed: Generated<number>
  rate: number | null
  error: ColumnType<object | null, string | null | undefined, string | null>
  result: ColumnType<object | null, string | null | undefined, string | null>
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  started_at: string | null
  finished_at: string | null
  undone_at: string | null
}

export interface OrganizationTable {
  id: Generated<string>
  name: string
  created_at: Generated<string>
  plan: Generated<string>
  require_two_factor: Generated<boolean>
  deleted_at: string | null
  parallel_operations: Generated<number>
}

export interface ParticipantTable {
  org_id: string
  interaction_id: string
  role: string
  address: string | null
  name: string | null
  contact_id: string | null
  occurred_at: string
  company_id: string | null
  kind: string
  direction: string | null
  has_attachments: Generated<boolean>
  hidden: Generated<boolean>
}

export interface PresenceTable {
  org_id: string
  user_id: string
  changed_at: string
}

export interface PresenceConnectionTable {
  org_id: string
  user_id: string
  process_id: string
  active: boolean
}

export interface PresenceProcessTable {
  id: string
  expires_at: string
}

export interface PushKeyTable {
  singleton: Generated<boolean>
  public_key: string
  private_key: string
}

export interface PushSubscriptionTable {
  org_id: string
  id: Generated<string>
  user_id: string
  session_id: string
  endpoint: string
  p256dh: string
  auth: string
  language: string
  created_at: Generated<string>
}

export interface ReactionTable {
  org_id: string
  message_id: string
  emoji: string
  user_id: string
  created_at: Generated<string>
}

export interface RelationshipTable {
  org_id: string
  id: Generated<string>
  contact_id: string
  other_id: string
  kind: string
  label: string | null
  inverse_label: string | null
  created_at: Generated<string>
}

export interface ReminderTable {
  org_id: string
  id: Generated<string>
  user_id: string
  message_id: string | null
  text: string
  remind_at: string
  repeat_rule: string | null
  series_on: string | null
  series_time: string | null
  zone: string | null
  told_at: string | null
  created_at: Generated<string>
}

export interface RoomTable {
  org_id: string
  id: Generated<string>
  kind: string
  visibility: string
  name: string | null
  match_name: GeneratedAlways<string | null>
  topic: Generated<string>
  members_hash: string | null
  last_seq: Generated<number>
  revision: Generated<number>
  last_message_at: string | null
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  updated_at: Generated<string>
  archived_at: string | null
  retention_days: number | null
  task_id: string | null
}

export interface RoomMemberTable {
  org_id: string
  room_id: string
  user_id: string
  role: Generated<string>
  read_seq: Generated<number>
  muted_until: string | null
  notify: Generated<string>
  joined_at: Generated<string>
}

export interface RoomRetentionTable {
  org_id: string
  days: number | null
}

export interface RoomSettingTable {
  org_id: string
  link_previews: Generated<boolean>
}

export interface SavedViewTable {
  org_id: string
  id: Generated<string>
  name: string
  q: string | null
  filter: ColumnType<object, string, string>
  sort: string
  columns: ColumnType<object, string | undefined, string>
  shared: boolean
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  updated_at: Generated<string>
  kind: string
  layout: string | null
}

export interface ScheduledMessageTable {
  org_id: string
  id: Generated<string>
  user_id: string
  room_id: string
  thread_id: string | null
  text: string
  send_at: string
  created_at: Generated<string>
  problem: string | null
  urgent: Generated<boolean>
}

export interface SearchChangeTable {
  position: GeneratedAlways<number>
  org_id: string
  kind: string
  id: string
}

export interface SearchEntryTable {
  org_id: string
  kind: string
  id: string
  at: string
  words: string
}

export interface SearchPendingTable {
  org_id: string
  kind: string
  id: string
}

export interface SearchWordTable {
  org_id: string
  word: string
}

export interface TagTable {
  org_id: string
  id: Generated<string>
  name: string
  match_name: GeneratedAlways<string>
  created_at: Generated<string>
  color: string | null
  updated_at: Generated<string>
}

export interface TaskTable {
  org_id: string
  id: Generated<string>
  title: string
  sort_title: GeneratedAlways<string>
  description: string | null
  status_id: string
  category: string
  is_open: GeneratedAlways<boolean>
  priority: Generated<string>
  sort_priority: GeneratedAlways<number>
  due_on: string | null
  due_time: string | null
  due_zone: string | null
  due_at: GeneratedAlways<string | null>
  sort_due: GeneratedAlways<string | null>
  starts_on: string | null
  estimate_minutes: number | null
  parent_id: string | null
  position: string
  created_by: ColumnType<object, string, string>
  created_at: Generated<string>
  updated_at: Generated<string>
  completed_at: string | null
  deleted_at: string | null
  repeat_rule: string | null
  repeat_mode: string | null
  repeated_from_id: string | null
  due_told: string | null
  words: GeneratedAlways<string>
}

export interface TaskAssigneeTable {
  org_id: string
  task_id: string
  user_id: string
}

export interface TaskChangeTable {
  org_id: string
  id: Generated<string>
  task_id: string
  field: string
  before: ColumnType<object | null, string | null | undefined, string | null>
  after: ColumnType<object | null, string | null | undefined, string | null>
  changed_by: ColumnType<object, string, string>
  created_at: Generated<string>
}

export interface TaskCompanyTable {
  org_id: string
  task_id: string
  company_id: string
}

export interface TaskContactTable {
  org_id: string
  task_id: string
  contact_id: string
}

export interface TaskDependencyTable {
  org_id: string
  task_id: string
  blocker_id: string
  created_at: Generated<string>
}

export interface TaskLabelTable {
  org_id: string
  task_id: string
  label_id: string
}

export interface TaskMessageTable {
  org_id: string
  task_id: string
  message_id: string
  room_id: string
}

export interface TaskPlanTable {
  org_id: string
  user_id: string
  task_id: string
  planned_on: string
}

export interface TaskRoomTable {
  org_id: string
  task_id: string
  room_id: string
}

export interface TaskStatusTable {
  org_id: string
  id: Generated<string>
  name: string
  match_name: GeneratedAlways<string>
  category: string
  color: string | null
  position: string
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface TaskWatcherTable {
  org_id: string
  task_id: string
  user_id: string
}

export interface ThreadTable {
  org_id: string
  id: string
  room_id: string
  last_seq: Generated<number>
  revision: Generated<number>
  reply_count: Generated<number>
  last_reply_at: string | null
  author_ids: Generated<string>
}

export interface ThreadFollowerTable {
  org_id: string
  thread_id: string
  user_id: string
  room_id: string
  read_seq: number
  behind: Generated<boolean>
}

export interface ThreadReferenceTable {
  org_id: string
  message_id: string
  thread_id: string
  group_id: string
  origin_id: string | null
}

export interface UserTable {
  id: Generated<string>
  name: string
  email: string
  created_at: Generated<string>
  email_verified: Generated<boolean>
  two_factor_enabled: Generated<boolean>
  image: string | null
  updated_at: Generated<string>
  language: string | null
  time_zone: string | null
}

export interface WebhookTable {
  org_id: string
  id: Generated<string>
  url: string
  description: string
  event_types: string
  enabled: Generated<boolean>
  disabled_reason: string | null
  secret: string
  previous_secret: string | null
  previous_secret_until: string | null
  cursor: string
  collected_at: string
  failing_since: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  held_until: string | null
}

export interface WebhookDeliveryTable {
  org_id: string
  webhook_id: string
  id: Generated<string>
  cause: string
  event_id: number | null
  event_type: string
  status: Generated<string>
  attempts: ColumnType<object, string | undefined, string>
  response_body: string | null
  next_attempt_at: string | null
  claimed_until: string | null
  created_at: Generated<string>
}

export interface Tables {
  acknowledgement: AcknowledgementTable
  api_key: ApiKeyTable
  attachment: AttachmentTable
  audit_entry: AuditEntryTable
  availability: AvailabilityTable
  bookmark: BookmarkTable
  bulk_change: BulkChangeTable
  bulk_change_company: BulkChangeCompanyTable
  bulk_change_contact: BulkChangeContactTable
  bulk_change_task: BulkChangeTaskTable
  calendar_revision: CalendarRevisionTable
  company: CompanyTable
  contact: ContactTable
  contact_date: ContactDateTable
  contact_email: ContactEmailTable
  contact_merge: ContactMergeTable
  contact_merge_row: ContactMergeRowTable
  contact_phone: ContactPhoneTable
  contact_search: ContactSearchTable
  contact_tag: ContactTagTable
  contact_uid: ContactUidTable
  contact_value: ContactValueTable
  deleted_company: DeletedCompanyTable
  deleted_company_contact: DeletedCompanyContactTable
  deleted_company_interaction: DeletedCompanyInteractionTable
  deleted_company_row: DeletedCompanyRowTable
  duplicate: DuplicateTable
  duplicate_dismissal: DuplicateDismissalTable
  duplicate_key: DuplicateKeyTable
  duplicate_search: DuplicateSearchTable
  erasure: ErasureTable
  event: EventTable
  event_epoch: EventEpochTable
  event_epoch_life: EventEpochLifeTable
  field: FieldTable
  file: FileTable
  former_member: FormerMemberTable
  idempotency_key: IdempotencyKeyTable
  import: ImportTable
  import_change: ImportChangeTable
  import_mapping: ImportMappingTable
  import_rejection: ImportRejectionTable
  import_seen: ImportSeenTable
  import_upload: ImportUploadTable
  imported_message: ImportedMessageTable
  imported_room: ImportedRoomTable
  inbox: InboxTable
  interaction: InteractionTable
  interaction_body: InteractionBodyTable
  invitation: InvitationTable
  invitation_room: InvitationRoomTable
  label: LabelTable
  member: MemberTable
  merged_contact: MergedContactTable
  message: MessageTable
  message_draft: MessageDraftTable
  message_edit: MessageEditTable
  message_file: MessageFileTable
  message_gap: MessageGapTable
  message_mention: MessageMentionTable
  message_words: MessageWordsTable
  migration: MigrationTable
  notification: NotificationTable
  notification_cause: NotificationCauseTable
  notification_cursor: NotificationCursorTable
  notification_dispatch: NotificationDispatchTable
  operation: OperationTable
  organization: OrganizationTable
  participant: ParticipantTable
  presence: PresenceTable
  presence_connection: PresenceConnectionTable
  presence_process: PresenceProcessTable
  push_key: PushKeyTable
  push_subscription: PushSubscriptionTable
  reaction: ReactionTable
  relationship: RelationshipTable
  reminder: ReminderTable
  room: RoomTable
  room_member: RoomMemberTable
  room_retention: RoomRetentionTable
  room_setting: RoomSettingTable
  saved_view: SavedViewTable
  scheduled_message: ScheduledMessageTable
  search_change: SearchChangeTable
  search_entry: SearchEntryTable
  search_pending: SearchPendingTable
  search_word: SearchWordTable
  tag: TagTable
  task: TaskTable
  task_assignee: TaskAssigneeTable
  task_change: TaskChangeTable
  task_company: TaskCompanyTable
  task_contact: TaskContactTable
  task_dependency: TaskDependencyTable
  task_label: TaskLabelTable
  task_message: TaskMessageTable
  task_plan: TaskPlanTable
  task_room: TaskRoomTable
  task_status: TaskStatusTable
  task_watcher: TaskWatcherTable
  thread: ThreadTable
  thread_follower: ThreadFollowerTable
  thread_reference: ThreadReferenceTable
  user: UserTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
}
