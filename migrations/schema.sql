-- Written by `npm run schema` from the migrations: for reading, never run.

create table acknowledgement (
  org_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  acknowledged_at timestamp with time zone,
  PRIMARY KEY (org_id, message_id, user_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE
);
create policy tenant on acknowledgement for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on acknowledgement to rapport_app;

create table api_key (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  prefix text not null,
  hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  scope text not null,
  UNIQUE (hash),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (created_by) REFERENCES "user"(id) ON DELETE CASCADE,
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((name <> ''::text)),
  CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text, 'admin'::text])))
);
create policy tenant on api_key for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on api_key to rapport_app;

create table attachment (
  org_id uuid not null,
  id uuid not null default new_id(),
  interaction_id uuid not null,
  position integer not null,
  file_id uuid,
  left_out text,
  name text not null,
  type text not null,
  size bigint not null,
  cid text,
  embedded boolean not null default false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, file_id) REFERENCES file(org_id, id),
  FOREIGN KEY (org_id, interaction_id) REFERENCES interaction(org_id, id) ON DELETE CASCADE,
  CHECK (((file_id IS NULL) = (left_out IS NOT NULL)))
);
CREATE INDEX attachment_file ON public.attachment USING btree (org_id, file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX attachment_interaction ON public.attachment USING btree (org_id, interaction_id, "position");
create policy tenant on attachment for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on attachment to rapport_app;

create table audit_entry (
  org_id uuid not null,
  id bigint not null,
  created_at timestamp with time zone not null,
  type text not null,
  subject text not null,
  actor_kind text not null,
  actor_id text not null,
  address text,
  user_agent text,
  PRIMARY KEY (org_id, created_at, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (org_id, actor_id, created_at, id);
CREATE INDEX audit_entry_address ON public.audit_entry USING btree (org_id, address, created_at, id) WHERE (address IS NOT NULL);
CREATE INDEX audit_entry_by_age ON public.audit_entry USING brin (created_at);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (org_id, subject, created_at, id);
CREATE INDEX audit_entry_type ON public.audit_entry USING btree (org_id, type, created_at, id);
create policy tenant on audit_entry for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select on audit_entry to rapport_app;

create table availability (
  org_id uuid not null,
  user_id uuid not null,
  status_emoji text,
  status_text text,
  status_until timestamp with time zone,
  quiet_until timestamp with time zone,
  hours jsonb,
  zone text,
  PRIMARY KEY (org_id, user_id),
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  CHECK (((hours IS NULL) = (zone IS NULL)))
);
create policy tenant on availability for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on availability to rapport_app;

create table bookmark (
  org_id uuid not null,
  user_id uuid not null,
  message_id uuid not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (org_id, user_id, message_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX bookmark_message ON public.bookmark USING btree (org_id, message_id);
CREATE INDEX bookmark_time ON public.bookmark USING btree (org_id, user_id, created_at, message_id);
create policy tenant on bookmark for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on bookmark to rapport_app;

create table bulk_change (
  org_id uuid not null,
  id uuid not null default new_id(),
  action text not null,
  change jsonb,
  selection jsonb,
  total integer not null,
  changed integer not null default 0,
  operation_id uuid,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  undone_at timestamp with time zone,
  undone_by jsonb,
  undo_operation_id uuid,
  restored integer not null default 0,
  kind text not null,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((action = ANY (ARRAY['change'::text, 'delete'::text, 'restore'::text]))),
  CHECK ((kind = ANY (ARRAY['contact'::text, 'task'::text, 'company'::text])))
);
CREATE INDEX bulk_change_kind ON public.bulk_change USING btree (org_id, kind, id);
create policy tenant on bulk_change for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on bulk_change to rapport_app;

create table bulk_change_company (
  org_id uuid not null,
  bulk_change_id uuid not null,
  company_id uuid not null,
  made_at timestamp with time zone not null,
  updated_before timestamp with time zone not null,
  before jsonb not null,
  PRIMARY KEY (org_id, bulk_change_id, company_id),
  FOREIGN KEY (org_id, bulk_change_id) REFERENCES bulk_change(org_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_change_company_by_age ON public.bulk_change_company USING btree (made_at);
create policy tenant on bulk_change_company for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on bulk_change_company to rapport_app;

create table bulk_change_contact (
  org_id uuid not null,
  bulk_change_id uuid not null,
  contact_id uuid not null,
  made_at timestamp with time zone not null,
  updated_before timestamp with time zone not null,
  before jsonb not null,
  PRIMARY KEY (org_id, bulk_change_id, contact_id),
  FOREIGN KEY (org_id, bulk_change_id) REFERENCES bulk_change(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_change_contact_by_age ON public.bulk_change_contact USING btree (made_at);
CREATE INDEX bulk_change_contact_contact ON public.bulk_change_contact USING btree (org_id, contact_id);
create policy tenant on bulk_change_contact for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on bulk_change_contact to rapport_app;

create table bulk_change_task (
  org_id uuid not null,
  bulk_change_id uuid not null,
  task_id uuid not null,
  made_at timestamp with time zone not null,
  updated_before timestamp with time zone not null,
  before jsonb not null,
  PRIMARY KEY (org_id, bulk_change_id, task_id),
  FOREIGN KEY (org_id, bulk_change_id) REFERENCES bulk_change(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_change_task_by_age ON public.bulk_change_task USING btree (made_at);
CREATE INDEX bulk_change_task_task ON public.bulk_change_task USING btree (org_id, task_id);
create policy tenant on bulk_change_task for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on bulk_change_task to rapport_app;

create table calendar_revision (
  org_id uuid not null,
  key text not null,
  revision bigint not null,
  PRIMARY KEY (org_id, key),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on calendar_revision for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on calendar_revision to rapport_app;

create table company (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  match_name text not null generated always as (lower(name)) stored,
  created_at timestamp with time zone not null default now(),
  domain text,
  updated_at timestamp with time zone not null default now(),
  contact_count integer not null default 0,
  last_interaction_at timestamp with time zone,
  sort_interaction timestamp with time zone not null generated always as (COALESCE(last_interaction_at, '-infinity'::timestamp with time zone)) stored,
  UNIQUE (org_id, match_name),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((domain = lower(domain))),
  CHECK ((name <> ''::text))
);
CREATE INDEX company_by_contacts ON public.company USING btree (org_id, contact_count, id);
CREATE INDEX company_by_domain ON public.company USING btree (org_id, domain, id) WHERE (domain IS NOT NULL);
CREATE INDEX company_by_interaction ON public.company USING btree (org_id, sort_interaction, id);
create policy tenant on company for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on company to rapport_app;

create table contact (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  given_name text,
  family_name text,
  sort_name text not null generated always as (lower(name)) stored,
  company_id uuid,
  title text,
  owner_id uuid,
  phones jsonb not null default '[]'::jsonb,
  fields jsonb not null default '{}'::jsonb,
  last_interaction_at timestamp with time zone,
  sort_interaction timestamp with time zone not null generated always as (COALESCE(last_interaction_at, '-infinity'::timestamp with time zone)) stored,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  links jsonb not null default '[]'::jsonb,
  deleted_at timestamp with time zone,
  sort_given text generated always as (lower(given_name)) stored,
  sort_family text generated always as (lower(family_name)) stored,
  sort_title text generated always as (lower(title)) stored,
  photo_file uuid,
  photo_hash text,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, company_id) REFERENCES company(org_id, id) ON DELETE SET NULL (company_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE SET NULL,
  CHECK (((photo_file IS NULL) = (photo_hash IS NULL))),
  CHECK ((name <> ''::text))
);
CREATE INDEX contact_by_family ON public.contact USING btree (org_id, sort_family, id) WHERE ((deleted_at IS NULL) AND (sort_family IS NOT NULL));
CREATE INDEX contact_by_given ON public.contact USING btree (org_id, sort_given, id) WHERE ((deleted_at IS NULL) AND (sort_given IS NOT NULL));
CREATE INDEX contact_by_interaction ON public.contact USING btree (org_id, sort_interaction, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_name ON public.contact USING btree (org_id, sort_name, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_title ON public.contact USING btree (org_id, sort_title, id) WHERE ((deleted_at IS NULL) AND (sort_title IS NOT NULL));
CREATE INDEX contact_by_update ON public.contact USING btree (org_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_company ON public.contact USING btree (org_id, company_id, deleted_at, last_interaction_at) WHERE (company_id IS NOT NULL);
CREATE INDEX contact_deleted ON public.contact USING btree (org_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX contact_deleted_by_age ON public.contact USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX contact_owner ON public.contact USING btree (org_id, owner_id, id) WHERE (owner_id IS NOT NULL);
CREATE INDEX contact_photo ON public.contact USING btree (org_id, photo_file) WHERE (photo_file IS NOT NULL);
create policy tenant on contact for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact to rapport_app;

create table contact_date (
  org_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  kind text not null,
  label text,
  year smallint,
  month smallint not null,
  day smallint not null,
  yearly boolean not null default true,
  month_day smallint not null generated always as (((month * 100) + day)) stored,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((yearly OR (year IS NOT NULL))),
  CHECK (((kind = 'custom'::text) = (label IS NOT NULL))),
  CHECK (((day >= 1) AND (day <= 31))),
  CHECK ((kind = ANY (ARRAY['birthday'::text, 'anniversary'::text, 'custom'::text]))),
  CHECK (((month >= 1) AND (month <= 12))),
  CHECK (((year >= 1) AND (year <= 9999)))
);
CREATE UNIQUE INDEX contact_birthday ON public.contact_date USING btree (org_id, contact_id) WHERE (kind = 'birthday'::text);
CREATE INDEX contact_date_contact ON public.contact_date USING btree (org_id, contact_id, id);
CREATE INDEX contact_date_upcoming ON public.contact_date USING btree (org_id, month_day, id);
create policy tenant on contact_date for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_date to rapport_app;

create table contact_email (
  org_id uuid not null,
  address text not null,
  contact_id uuid not null,
  label text,
  position smallint not null,
  PRIMARY KEY (org_id, contact_id, address),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((address = lower(address)))
);
CREATE INDEX contact_email_address ON public.contact_email USING btree (org_id, address);
CREATE INDEX contact_email_contact ON public.contact_email USING btree (org_id, contact_id, "position");
CREATE INDEX contact_email_parts ON public.contact_email USING gin (org_id, address gin_trgm_ops) WITH (gin_pending_list_limit='4096');
create policy tenant on contact_email for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_email to rapport_app;

create table contact_merge (
  org_id uuid not null,
  id uuid not null default new_id(),
  into_id uuid not null,
  contact_ids uuid[] not null,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  undone_by jsonb,
  undone_at timestamp with time zone,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX contact_merge_into ON public.contact_merge USING btree (org_id, into_id, id);
create policy tenant on contact_merge for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_merge to rapport_app;

create table contact_merge_row (
  org_id uuid not null,
  merge_id uuid not null,
  place integer not null,
  of_table text not null,
  before jsonb,
  after jsonb,
  photo_file uuid generated always as (
CASE of_table
    WHEN 'contact'::text THEN ((before ->> 'photo_file'::text))::uuid
    ELSE NULL::uuid
END) stored,
  PRIMARY KEY (org_id, merge_id, place),
  FOREIGN KEY (org_id, merge_id) REFERENCES contact_merge(org_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_merge_row_photo ON public.contact_merge_row USING btree (org_id, photo_file) WHERE (photo_file IS NOT NULL);
create policy tenant on contact_merge_row for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_merge_row to rapport_app;

create table contact_phone (
  org_id uuid not null,
  contact_id uuid not null,
  digits text not null,
  PRIMARY KEY (org_id, contact_id, digits),
  CHECK ((digits <> ''::text))
);
CREATE INDEX contact_phone_digits ON public.contact_phone USING btree (org_id, digits, contact_id);
create policy tenant on contact_phone for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_phone to rapport_app;

create table contact_search (
  org_id uuid not null,
  contact_id uuid not null,
  text text not null,
  PRIMARY KEY (org_id, contact_id)
);
CREATE INDEX contact_search_parts ON public.contact_search USING gin (org_id, text gin_trgm_ops) WITH (gin_pending_list_limit='4096');
create policy tenant on contact_search for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_search to rapport_app;

create table contact_tag (
  org_id uuid not null,
  contact_id uuid not null,
  tag_id uuid not null,
  PRIMARY KEY (org_id, contact_id, tag_id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, tag_id) REFERENCES tag(org_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_tag_tag ON public.contact_tag USING btree (org_id, tag_id, contact_id);
create policy tenant on contact_tag for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_tag to rapport_app;

create table contact_uid (
  org_id uuid not null,
  uid text not null,
  contact_id uuid not null,
  import_id uuid not null,
  PRIMARY KEY (org_id, uid),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_uid_contact ON public.contact_uid USING btree (org_id, contact_id);
CREATE INDEX contact_uid_import ON public.contact_uid USING btree (org_id, import_id);
create policy tenant on contact_uid for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_uid to rapport_app;

create table contact_value (
  org_id uuid not null,
  field_id uuid not null,
  contact_id uuid not null,
  value text,
  number double precision,
  PRIMARY KEY (org_id, contact_id, field_id),
  FOREIGN KEY (org_id, field_id) REFERENCES field(org_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_value_number ON public.contact_value USING btree (org_id, field_id, number, contact_id) WHERE (number IS NOT NULL);
CREATE INDEX contact_value_text ON public.contact_value USING btree (org_id, field_id, value, contact_id) WHERE (value IS NOT NULL);
create policy tenant on contact_value for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on contact_value to rapport_app;

create table deleted_company (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  domain text,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX deleted_company_by_age ON public.deleted_company USING btree (deleted_at);
create policy tenant on deleted_company for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on deleted_company to rapport_app;

create table deleted_company_contact (
  org_id uuid not null,
  company_id uuid not null,
  contact_id uuid not null,
  PRIMARY KEY (org_id, company_id, contact_id),
  FOREIGN KEY (org_id, company_id) REFERENCES deleted_company(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE
);
CREATE INDEX deleted_company_contact_contact ON public.deleted_company_contact USING btree (org_id, contact_id);
create policy tenant on deleted_company_contact for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on deleted_company_contact to rapport_app;

create table deleted_company_interaction (
  org_id uuid not null,
  company_id uuid not null,
  interaction_id uuid not null,
  PRIMARY KEY (org_id, company_id, interaction_id),
  FOREIGN KEY (org_id, company_id) REFERENCES deleted_company(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, interaction_id) REFERENCES interaction(org_id, id) ON DELETE CASCADE
);
CREATE INDEX deleted_company_interaction_interaction ON public.deleted_company_interaction USING btree (org_id, interaction_id);
create policy tenant on deleted_company_interaction for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on deleted_company_interaction to rapport_app;

create table deleted_company_row (
  org_id uuid not null,
  company_id uuid not null,
  position bigint not null generated always as identity,
  of_table text not null,
  row jsonb not null,
  PRIMARY KEY (org_id, company_id, "position"),
  FOREIGN KEY (org_id, company_id) REFERENCES deleted_company(org_id, id) ON DELETE CASCADE
);
create policy tenant on deleted_company_row for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on deleted_company_row to rapport_app;

create table duplicate (
  org_id uuid not null,
  contact_id uuid not null,
  other_id uuid not null,
  score real not null,
  reasons text[] not null,
  found_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, contact_id, other_id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, other_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((contact_id < other_id)),
  CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
);
CREATE INDEX duplicate_by_score ON public.duplicate USING btree (org_id, score DESC, contact_id, other_id);
CREATE INDEX duplicate_other ON public.duplicate USING btree (org_id, other_id);
create policy tenant on duplicate for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on duplicate to rapport_app;

create table duplicate_dismissal (
  org_id uuid not null,
  contact_id uuid not null,
  other_id uuid not null,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, contact_id, other_id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, other_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((contact_id < other_id))
);
CREATE INDEX duplicate_dismissal_other ON public.duplicate_dismissal USING btree (org_id, other_id);
create policy tenant on duplicate_dismissal for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on duplicate_dismissal to rapport_app;

create table duplicate_key (
  org_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  key text not null,
  PRIMARY KEY (org_id, contact_id, kind, key),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['phone'::text, 'name'::text, 'sound'::text])))
);
CREATE INDEX duplicate_key_key ON public.duplicate_key USING btree (org_id, kind, key);
create policy tenant on duplicate_key for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on duplicate_key to rapport_app;

create table duplicate_search (
  org_id uuid not null,
  seen_at timestamp with time zone not null,
  seen_id uuid not null,
  PRIMARY KEY (org_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on duplicate_search for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on duplicate_search to rapport_app;

create table erasure (
  org_id uuid not null,
  id uuid not null default new_id(),
  operation_id uuid,
  address_hashes text[] not null,
  words jsonb,
  counts jsonb not null default '{}'::jsonb,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  ids uuid[] not null default '{}'::uuid[],
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on erasure for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on erasure to rapport_app;

create table event (
  id bigint not null generated always as identity,
  org_id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  subject text not null,
  audience text not null,
  actor jsonb not null,
  data jsonb not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX event_by_age ON public.event USING brin (created_at);
CREATE INDEX event_in_room ON public.event USING btree (org_id, subject) WHERE (audience ~~ 'room:%'::text);
CREATE INDEX event_of_notification ON public.event USING btree (org_id, subject) WHERE (subject ~~ 'notification:%'::text);
CREATE INDEX event_of_notified ON public.event USING btree (org_id, ((data #>> '{notification,subject}'::text[]))) WHERE (subject ~~ 'notification:%'::text);
CREATE INDEX event_of_own_words ON public.event USING btree (org_id, subject, audience) WHERE ((subject ~~ 'draft:%'::text) OR (subject ~~ 'scheduled_message:%'::text));
CREATE INDEX event_of_reminder ON public.event USING btree (org_id, ((data #>> '{reminder,message,id}'::text[]))) WHERE (subject ~~ 'reminder:%'::text);
CREATE INDEX event_tail ON public.event USING btree (xid, id);
CREATE INDEX event_unread ON public.event USING btree (org_id, xid, id);
create policy tail on event for select to rapport_system using (true);
create policy tenant on event for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select on event to rapport_app;
grant select on event to rapport_system;

create table event_epoch (
  singleton boolean not null default true,
  id uuid not null default new_id(),
  cluster text not null,
  purged_xid xid8 not null default '0'::xid8,
  purged_id bigint not null default 0,
  PRIMARY KEY (singleton),
  CHECK (singleton)
);
grant select on event_epoch to rapport_app;
grant select on event_epoch to rapport_system;

create table event_epoch_life (
  singleton boolean not null default true,
  PRIMARY KEY (singleton),
  CHECK (singleton)
);
grant select on event_epoch_life to rapport_system;

create table field (
  org_id uuid not null,
  id uuid not null default new_id(),
  key text not null,
  match_key text not null generated always as (lower(key)) stored,
  label text not null,
  type text not null,
  options jsonb not null default '[]'::jsonb,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  UNIQUE (org_id, match_key),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((key <> ''::text)),
  CHECK ((label <> ''::text)),
  CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'select'::text, 'url'::text, 'boolean'::text])))
);
create policy tenant on field for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on field to rapport_app;

create table file (
  org_id uuid not null,
  id uuid not null,
  sha256 bytea not null,
  size bigint not null,
  wanted_at timestamp with time zone not null default now(),
  UNIQUE (org_id, sha256),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on file for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on file to rapport_app;

create table former_member (
  org_id uuid not null,
  user_id uuid not null,
  name text not null,
  left_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, user_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on former_member for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant select on former_member to rapport_app;

create table idempotency_key (
  org_id uuid not null,
  actor text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  headers jsonb,
  body text,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, actor, key),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (created_at);
create policy sweep on idempotency_key for all to rapport_system using ((created_at < (now() - '24:00:00'::interval)));
create policy tenant on idempotency_key for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select on idempotency_key to rapport_app;
grant delete, select on idempotency_key to rapport_system;

create table import (
  org_id uuid not null,
  id uuid not null,
  filename text not null,
  format text not null,
  columns jsonb,
  undo_id uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, id) REFERENCES operation(org_id, id) ON DELETE CASCADE
);
create policy tenant on import for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on import to rapport_app;

create table import_change (
  org_id uuid not null,
  import_id uuid not null,
  position bigint not null,
  made_at timestamp with time zone not null,
  created uuid[] not null default '{}'::uuid[],
  changed jsonb not null default '[]'::jsonb,
  companies uuid[] not null default '{}'::uuid[],
  tags uuid[] not null default '{}'::uuid[],
  interactions uuid[] not null default '{}'::uuid[],
  meetings jsonb not null default '[]'::jsonb,
  revisions jsonb not null default '[]'::jsonb,
  PRIMARY KEY (org_id, import_id, "position"),
  FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);
create policy tenant on import_change for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on import_change to rapport_app;

create table import_mapping (
  org_id uuid not null,
  columns_hash bytea not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, columns_hash),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on import_mapping for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on import_mapping to rapport_app;

create table import_rejection (
  org_id uuid not null,
  operation_id uuid not null,
  position bigint not null,
  reason text not null,
  excerpt text not null,
  record jsonb,
  PRIMARY KEY (org_id, operation_id, "position"),
  FOREIGN KEY (org_id, operation_id) REFERENCES operation(org_id, id) ON DELETE CASCADE
);
create policy tenant on import_rejection for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on import_rejection to rapport_app;

create table import_seen (
  org_id uuid not null,
  import_id uuid not null,
  key text not null,
  PRIMARY KEY (org_id, import_id, key),
  FOREIGN KEY (org_id, import_id) REFERENCES import(org_id, id) ON DELETE CASCADE
);
create policy tenant on import_seen for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on import_seen to rapport_app;

create table import_upload (
  org_id uuid not null,
  id uuid not null,
  filename text not null,
  format text not null,
  encoding text not null,
  bytes bigint not null,
  items bigint,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy sweep on import_upload for delete to rapport_system using ((created_at < (now() - '1 day'::interval)));
create policy tenant on import_upload for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy waiting on import_upload for select to rapport_system using (true);
grant delete, insert, select on import_upload to rapport_app;
grant delete, select on import_upload to rapport_system;

create table imported_message (
  org_id uuid not null,
  source text not null,
  source_id text not null,
  message_id uuid not null,
  import_id uuid not null,
  PRIMARY KEY (org_id, source, source_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE
);
CREATE INDEX imported_message_import ON public.imported_message USING btree (org_id, import_id);
CREATE INDEX imported_message_message ON public.imported_message USING btree (org_id, message_id);
create policy tenant on imported_message for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on imported_message to rapport_app;

create table imported_room (
  org_id uuid not null,
  source text not null,
  source_id text not null,
  room_id uuid not null,
  import_id uuid,
  PRIMARY KEY (org_id, source, source_id),
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE
);
CREATE INDEX imported_room_import ON public.imported_room USING btree (org_id, import_id);
CREATE INDEX imported_room_room ON public.imported_room USING btree (org_id, room_id);
create policy tenant on imported_room for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on imported_room to rapport_app;

create table inbox (
  org_id uuid not null,
  user_id uuid not null,
  kinds jsonb not null default '{}'::jsonb,
  muted_places text[] not null default '{}'::text[],
  urgent_when_quiet boolean not null default true,
  mail_minutes integer default 60,
  mail_due_at timestamp with time zone,
  push_due_at timestamp with time zone,
  unsubscribe_token text,
  push_snippets boolean not null default true,
  PRIMARY KEY (org_id, user_id),
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  CHECK (((mail_minutes >= 0) AND (mail_minutes <= 10080)))
);
CREATE INDEX inbox_due ON public.inbox USING btree (LEAST(mail_due_at, push_due_at)) WHERE ((mail_due_at IS NOT NULL) OR (push_due_at IS NOT NULL));
create policy tenant on inbox for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy watch on inbox for select to rapport_system using (true);
grant insert, select, update on inbox to rapport_app;

create table interaction (
  org_id uuid not null,
  id uuid not null default new_id(),
  kind text not null,
  direction text,
  subject text,
  snippet text,
  occurred_at timestamp with time zone not null,
  source text not null,
  source_id text not null,
  thread_id uuid not null,
  has_attachments boolean not null default false,
  created_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone,
  all_day boolean not null default false,
  location text,
  status text,
  pinned_at timestamp with time zone,
  created_by jsonb,
  updated_at timestamp with time zone not null default now(),
  deleted_at timestamp with time zone,
  thread_subject text,
  answers_by_subject boolean not null default false,
  answered_id uuid,
  UNIQUE (org_id, source, source_id),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, answered_id) REFERENCES interaction(org_id, id) ON DELETE SET NULL (answered_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'internal'::text]))),
  CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text)),
  CHECK ((status = ANY (ARRAY['confirmed'::text, 'tentative'::text, 'cancelled'::text])))
);
CREATE INDEX interaction_answered ON public.interaction USING btree (org_id, answered_id) WHERE (answered_id IS NOT NULL);
CREATE INDEX interaction_answering ON public.interaction USING btree (org_id, thread_subject) WHERE answers_by_subject;
CREATE INDEX interaction_by_kind ON public.interaction USING btree (org_id, kind, occurred_at DESC, id DESC) INCLUDE (direction, has_attachments) WHERE (deleted_at IS NULL);
CREATE INDEX interaction_by_subject ON public.interaction USING btree (org_id, thread_subject, occurred_at) WHERE (thread_subject IS NOT NULL);
CREATE INDEX interaction_by_time ON public.interaction USING btree (org_id, occurred_at DESC, id DESC) INCLUDE (direction, has_attachments) WHERE (deleted_at IS NULL);
CREATE INDEX interaction_deleted ON public.interaction USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX interaction_pinned ON public.interaction USING btree (org_id, occurred_at DESC, id DESC) WHERE ((pinned_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX interaction_thread ON public.interaction USING btree (org_id, thread_id, occurred_at);
create policy tenant on interaction for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on interaction to rapport_app;

create table interaction_body (
  org_id uuid not null,
  interaction_id uuid not null,
  text text,
  quoted_at integer,
  html text,
  headers text,
  truncated boolean not null default false,
  PRIMARY KEY (org_id, interaction_id),
  FOREIGN KEY (org_id, interaction_id) REFERENCES interaction(org_id, id) ON DELETE CASCADE
);
create policy tenant on interaction_body for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on interaction_body to rapport_app;

create table invitation (
  org_id uuid not null,
  id uuid not null default new_id(),
  email text not null,
  role text not null,
  token_hash bytea not null,
  sendings integer not null default 1,
  invited_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  UNIQUE (token_hash),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (invited_by) REFERENCES "user"(id) ON DELETE SET NULL,
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((email = lower(email))),
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'guest'::text])))
);
CREATE UNIQUE INDEX invitation_pending ON public.invitation USING btree (org_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
create policy sign_in on invitation for select to rapport_auth using (true);
create policy tenant on invitation for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on invitation to rapport_app;
grant select on invitation to rapport_auth;

create table invitation_room (
  org_id uuid not null,
  invitation_id uuid not null,
  room_id uuid not null,
  PRIMARY KEY (org_id, invitation_id, room_id),
  FOREIGN KEY (org_id, invitation_id) REFERENCES invitation(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_room_room ON public.invitation_room USING btree (org_id, room_id);
create policy tenant on invitation_room for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on invitation_room to rapport_app;

create table label (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  match_name text not null generated always as (lower(name)) stored,
  color text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  UNIQUE (org_id, match_name),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((name <> ''::text))
);
create policy tenant on label for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on label to rapport_app;

create table member (
  org_id uuid not null,
  user_id uuid not null,
  role text not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone,
  PRIMARY KEY (org_id, user_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'guest'::text])))
);
CREATE INDEX member_user ON public.member USING btree (user_id);
create policy sign_in on member for select to rapport_auth using (true);
create policy tenant on member for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on member to rapport_app;
grant select on member to rapport_auth;

create table merged_contact (
  org_id uuid not null,
  contact_id uuid not null,
  merge_id uuid not null,
  PRIMARY KEY (org_id, contact_id),
  FOREIGN KEY (org_id, merge_id) REFERENCES contact_merge(org_id, id) ON DELETE CASCADE
);
CREATE INDEX merged_contact_merge ON public.merged_contact USING btree (org_id, merge_id);
create policy tenant on merged_contact for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on merged_contact to rapport_app;

create table message (
  org_id uuid not null,
  id uuid not null default new_id(),
  room_id uuid not null,
  thread_id uuid,
  seq integer not null,
  author_kind text not null,
  author_id uuid,
  author_name text,
  client_id uuid,
  text text not null,
  snippet text not null,
  mentions_room boolean not null default false,
  created_at timestamp with time zone not null default clock_timestamp(),
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone,
  pinned_at timestamp with time zone,
  urgent_until timestamp with time zone,
  urgent_next_at timestamp with time zone,
  previews jsonb not null default '[]'::jsonb,
  deleted_by uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, thread_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  CHECK ((author_kind = ANY (ARRAY['user'::text, 'api_key'::text, 'system'::text, 'outside'::text]))),
  CHECK ((length(text) <= 40000))
);
CREATE INDEX message_author ON public.message USING btree (org_id, author_id, room_id, seq);
CREATE UNIQUE INDEX message_client ON public.message USING btree (org_id, author_id, client_id) WHERE (client_id IS NOT NULL);
CREATE INDEX message_deleted ON public.message USING btree (org_id, room_id, seq) WHERE ((deleted_at IS NOT NULL) AND (thread_id IS NULL));
CREATE INDEX message_deleted_at ON public.message USING btree (org_id, room_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX message_newest ON public.message USING btree (org_id, created_at, id);
CREATE INDEX message_pinned ON public.message USING btree (org_id, room_id, pinned_at) WHERE (pinned_at IS NOT NULL);
CREATE UNIQUE INDEX message_seq ON public.message USING btree (org_id, room_id, seq) WHERE (thread_id IS NULL);
CREATE UNIQUE INDEX message_thread ON public.message USING btree (org_id, thread_id, seq) WHERE (thread_id IS NOT NULL);
CREATE INDEX message_time ON public.message USING btree (org_id, room_id, created_at, seq);
CREATE INDEX message_to_room ON public.message USING btree (org_id, room_id, seq) WHERE (mentions_room AND (deleted_at IS NULL) AND (thread_id IS NULL));
CREATE INDEX message_urgent ON public.message USING btree (org_id, author_id, created_at) WHERE (urgent_until IS NOT NULL);
CREATE INDEX message_urgent_next ON public.message USING btree (urgent_next_at) WHERE (urgent_next_at IS NOT NULL);
create policy tenant on message for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message to rapport_app;

create table message_draft (
  org_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  thread_id uuid,
  text text not null,
  updated_at timestamp with time zone not null default now(),
  FOREIGN KEY (org_id, room_id, user_id) REFERENCES room_member(org_id, room_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, thread_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  CHECK (((length(text) >= 1) AND (length(text) <= 40000)))
);
CREATE INDEX message_draft_member ON public.message_draft USING btree (org_id, room_id, user_id);
CREATE UNIQUE INDEX message_draft_place ON public.message_draft USING btree (org_id, user_id, room_id, thread_id) NULLS NOT DISTINCT;
CREATE INDEX message_draft_thread ON public.message_draft USING btree (org_id, thread_id) WHERE (thread_id IS NOT NULL);
create policy tenant on message_draft for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message_draft to rapport_app;

create table message_edit (
  org_id uuid not null,
  message_id uuid not null,
  edited_at timestamp with time zone not null,
  text text not null,
  PRIMARY KEY (org_id, message_id, edited_at),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE
);
create policy tenant on message_edit for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message_edit to rapport_app;

create table message_file (
  org_id uuid not null,
  id uuid not null default new_id(),
  room_id uuid not null,
  message_id uuid,
  position integer,
  uploaded_by uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  created_at timestamp with time zone not null default now(),
  scheduled_id uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, scheduled_id) REFERENCES scheduled_message(org_id, id) ON DELETE SET NULL (scheduled_id)
);
CREATE INDEX message_file_message ON public.message_file USING btree (org_id, message_id, "position");
CREATE INDEX message_file_room ON public.message_file USING btree (org_id, room_id, created_at);
CREATE INDEX message_file_scheduled ON public.message_file USING btree (org_id, scheduled_id, "position") WHERE (scheduled_id IS NOT NULL);
CREATE INDEX message_file_waiting ON public.message_file USING btree (org_id, created_at) WHERE (message_id IS NULL);
create policy tenant on message_file for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message_file to rapport_app;

create table message_gap (
  org_id uuid not null,
  room_id uuid not null,
  from_seq integer not null,
  to_seq integer not null,
  PRIMARY KEY (org_id, room_id, to_seq),
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE,
  CHECK ((to_seq >= from_seq))
);
create policy tenant on message_gap for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message_gap to rapport_app;

create table message_mention (
  org_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  thread_id uuid,
  seq integer not null,
  PRIMARY KEY (org_id, message_id, user_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX message_mention_user ON public.message_mention USING btree (org_id, user_id, room_id, seq);
create policy tenant on message_mention for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on message_mention to rapport_app;

create table message_words (
  org_id uuid not null,
  message_id uuid not null,
  words tsvector not null,
  PRIMARY KEY (org_id, message_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE
);
CREATE INDEX message_words_words ON public.message_words USING gin (words) WITH (fastupdate=off);
create policy tenant on message_words for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));

create table migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now(),
  PRIMARY KEY (name)
);
grant select on migration to rapport_system;

create table notification (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  kind text not null,
  place text not null,
  unread_count integer not null,
  happened_at timestamp with time zone not null,
  read_at timestamp with time zone,
  done_at timestamp with time zone,
  snoozed_until timestamp with time zone,
  UNIQUE (org_id, user_id, kind, place),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, user_id) REFERENCES inbox(org_id, user_id) ON DELETE CASCADE,
  CHECK (((unread_count = 0) = (read_at IS NOT NULL))),
  CHECK (((done_at IS NULL) OR ((unread_count = 0) AND (snoozed_until IS NULL)))),
  CHECK ((unread_count >= 0))
);
CREATE INDEX notification_done ON public.notification USING btree (org_id, user_id, happened_at, id) WHERE (done_at IS NOT NULL);
CREATE INDEX notification_open ON public.notification USING btree (org_id, user_id, happened_at, id) WHERE ((done_at IS NULL) AND (snoozed_until IS NULL));
CREATE INDEX notification_place ON public.notification USING btree (org_id, place);
CREATE INDEX notification_read_by_age ON public.notification USING btree (read_at) WHERE (read_at IS NOT NULL);
CREATE INDEX notification_snoozed ON public.notification USING btree (org_id, user_id, happened_at, id) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX notification_snoozed_place ON public.notification USING btree (org_id, user_id, place) WHERE (snoozed_until IS NOT NULL);
CREATE INDEX notification_unread ON public.notification USING btree (org_id, user_id, happened_at, id) WHERE ((unread_count > 0) AND (snoozed_until IS NULL));
CREATE INDEX notification_unread_place ON public.notification USING btree (org_id, user_id, place) WHERE ((unread_count > 0) AND (snoozed_until IS NULL));
create policy tenant on notification for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on notification to rapport_app;

create table notification_cause (
  org_id uuid not null,
  user_id uuid not null,
  event_id bigint not null,
  notification_id uuid not null,
  subject text not null,
  seq integer,
  title text,
  snippet text not null,
  actor jsonb not null,
  read_at timestamp with time zone,
  to_mail boolean not null default false,
  to_push boolean not null default false,
  PRIMARY KEY (org_id, user_id, event_id),
  FOREIGN KEY (org_id, notification_id) REFERENCES notification(org_id, id) ON DELETE CASCADE
);
CREATE INDEX notification_cause_of ON public.notification_cause USING btree (org_id, notification_id, event_id);
CREATE INDEX notification_cause_read_by_age ON public.notification_cause USING btree (read_at) WHERE (read_at IS NOT NULL);
CREATE INDEX notification_cause_subject ON public.notification_cause USING btree (org_id, subject);
CREATE INDEX notification_cause_to_mail ON public.notification_cause USING btree (org_id, user_id) WHERE to_mail;
CREATE INDEX notification_cause_to_push ON public.notification_cause USING btree (org_id, user_id) WHERE to_push;
create policy tenant on notification_cause for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on notification_cause to rapport_app;

create table notification_cursor (
  org_id uuid not null,
  cursor text,
  seen_xid xid8 not null default '0'::xid8,
  collected_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on notification_cursor for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy watch on notification_cursor for select to rapport_system using (true);
grant select, update on notification_cursor to rapport_app;

create table notification_dispatch (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  subscription_id uuid,
  event_ids bigint[] not null,
  attempt integer not null default 0,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  error text,
  notification_id uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, subscription_id) REFERENCES push_subscription(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES inbox(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX notification_dispatch_age ON public.notification_dispatch USING btree (created_at);
CREATE INDEX notification_dispatch_subscription ON public.notification_dispatch USING btree (org_id, subscription_id) WHERE (subscription_id IS NOT NULL);
CREATE INDEX notification_dispatch_user ON public.notification_dispatch USING btree (org_id, user_id);
create policy tenant on notification_dispatch for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on notification_dispatch to rapport_app;

create table operation (
  org_id uuid not null,
  id uuid not null default new_id(),
  kind text not null,
  status text not null default 'queued'::text,
  input jsonb not null,
  checkpoint jsonb,
  attempt integer not null default 0,
  ticket uuid,
  done bigint not null default 0,
  total bigint,
  failed bigint not null default 0,
  rate real,
  error jsonb,
  result jsonb,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'paused'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX operation_waiting ON public.operation USING btree (org_id, kind, id) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));
create policy tenant on operation for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy upkeep on operation for select to rapport_system using (true);
grant insert, select, update on operation to rapport_app;
grant select on operation to rapport_system;

create table organization (
  id uuid not null default new_id(),
  name text not null,
  created_at timestamp with time zone not null default now(),
  plan text not null default 'unlimited'::text,
  require_two_factor boolean not null default false,
  deleted_at timestamp with time zone,
  parallel_operations integer not null default 3,
  PRIMARY KEY (id),
  CHECK ((name <> ''::text)),
  CHECK (((parallel_operations >= 1) AND (parallel_operations <= 50))),
  CHECK ((plan = ANY (ARRAY['free'::text, 'pro'::text, 'enterprise'::text, 'unlimited'::text])))
);
create policy sign_in on organization for select to rapport_auth using (true);
create policy tenant on organization for all to rapport_app using ((id = ( SELECT current_org() AS current_org)));
grant insert, select, update on organization to rapport_app;
grant select on organization to rapport_auth;

create table participant (
  org_id uuid not null,
  interaction_id uuid not null,
  role text not null,
  address text,
  name text,
  contact_id uuid,
  occurred_at timestamp with time zone not null,
  company_id uuid,
  kind text not null,
  direction text,
  has_attachments boolean not null default false,
  hidden boolean not null default false,
  UNIQUE NULLS NOT DISTINCT (org_id, interaction_id, role, address, contact_id, company_id),
  FOREIGN KEY (org_id, company_id) REFERENCES company(org_id, id) ON DELETE SET NULL (company_id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE SET NULL (contact_id),
  FOREIGN KEY (org_id, interaction_id) REFERENCES interaction(org_id, id) ON DELETE CASCADE,
  CHECK ((address = lower(address))),
  CHECK ((role = ANY (ARRAY['from'::text, 'to'::text, 'cc'::text, 'bcc'::text, 'organizer'::text, 'attendee'::text, 'about'::text, 'mentioned'::text])))
);
CREATE INDEX participant_company ON public.participant USING btree (org_id, company_id, occurred_at DESC, interaction_id DESC) INCLUDE (kind, direction, has_attachments, hidden) WHERE (company_id IS NOT NULL);
CREATE INDEX participant_timeline ON public.participant USING btree (org_id, contact_id, occurred_at DESC, interaction_id DESC) INCLUDE (kind, direction, has_attachments, hidden) WHERE (contact_id IS NOT NULL);
CREATE INDEX participant_unmatched ON public.participant USING btree (org_id, address) WHERE (contact_id IS NULL);
create policy tenant on participant for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on participant to rapport_app;

create table presence (
  org_id uuid not null,
  user_id uuid not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (org_id, user_id),
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX presence_by_age ON public.presence USING btree (changed_at);
create policy tenant on presence for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy watch on presence for select to rapport_system using (true);
grant select on presence to rapport_app;
grant select on presence to rapport_system;

create table presence_connection (
  org_id uuid not null,
  user_id uuid not null,
  process_id uuid not null,
  active boolean not null,
  PRIMARY KEY (org_id, user_id, process_id),
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (process_id) REFERENCES presence_process(id) ON DELETE CASCADE
);
CREATE INDEX presence_connection_process ON public.presence_connection USING btree (process_id);
create policy tenant on presence_connection for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy watch on presence_connection for select to rapport_system using (true);
grant select on presence_connection to rapport_app;
grant select on presence_connection to rapport_system;

create table presence_process (
  id uuid not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (id)
);

create table push_key (
  singleton boolean not null default true,
  public_key text not null,
  private_key text not null,
  PRIMARY KEY (singleton),
  CHECK (singleton)
);
create policy everybody on push_key for all to rapport_app using (true);
grant insert, select on push_key to rapport_app;

create table push_subscription (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  language text not null,
  created_at timestamp with time zone not null default now(),
  UNIQUE (org_id, endpoint),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, user_id) REFERENCES inbox(org_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE,
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
);
CREATE INDEX push_subscription_session ON public.push_subscription USING btree (session_id);
CREATE INDEX push_subscription_user ON public.push_subscription USING btree (org_id, user_id);
create policy tenant on push_subscription for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on push_subscription to rapport_app;

create table reaction (
  org_id uuid not null,
  message_id uuid not null,
  emoji text not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (org_id, message_id, emoji, user_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  CHECK (((length(emoji) >= 1) AND (length(emoji) <= 64)))
);
create policy tenant on reaction for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on reaction to rapport_app;

create table relationship (
  org_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  other_id uuid not null,
  kind text not null,
  label text,
  inverse_label text,
  created_at timestamp with time zone not null default now(),
  UNIQUE NULLS NOT DISTINCT (org_id, contact_id, other_id, kind, label, inverse_label),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, other_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  CHECK ((contact_id <> other_id)),
  CHECK (((kind = 'custom'::text) = (label IS NOT NULL))),
  CHECK (((kind = 'custom'::text) = (inverse_label IS NOT NULL))),
  CHECK ((kind = ANY (ARRAY['spouse'::text, 'partner'::text, 'sibling'::text, 'friend'::text, 'colleague'::text, 'parent'::text, 'manager'::text, 'assistant'::text, 'referrer'::text, 'custom'::text])))
);
CREATE INDEX relationship_contact ON public.relationship USING btree (org_id, contact_id, id);
CREATE INDEX relationship_other ON public.relationship USING btree (org_id, other_id, id);
create policy tenant on relationship for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on relationship to rapport_app;

create table reminder (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  message_id uuid,
  text text not null,
  remind_at timestamp with time zone not null,
  repeat_rule text,
  series_on date,
  series_time time without time zone,
  zone text,
  told_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  CHECK (((message_id IS NOT NULL) OR (text <> ''::text))),
  CHECK ((((repeat_rule IS NULL) = (series_on IS NULL)) AND ((repeat_rule IS NULL) = (series_time IS NULL)) AND ((repeat_rule IS NULL) = (zone IS NULL)))),
  CHECK ((length(text) <= 1000))
);
CREATE INDEX reminder_due ON public.reminder USING btree (remind_at) WHERE (told_at IS NULL);
CREATE INDEX reminder_message ON public.reminder USING btree (org_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX reminder_user ON public.reminder USING btree (org_id, user_id, remind_at, id);
create policy tenant on reminder for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on reminder to rapport_app;

create table room (
  org_id uuid not null,
  id uuid not null default new_id(),
  kind text not null,
  visibility text not null,
  name text,
  match_name text generated always as (lower(name)) stored,
  topic text not null default ''::text,
  members_hash text,
  last_seq integer not null default 0,
  revision integer not null default 0,
  last_message_at timestamp with time zone,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  archived_at timestamp with time zone,
  retention_days integer,
  task_id uuid,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  CHECK (((kind = 'direct'::text) = (members_hash IS NOT NULL))),
  CHECK (((kind = 'direct'::text) = (name IS NULL))),
  CHECK (((kind <> 'direct'::text) OR (visibility = 'private'::text))),
  CHECK (((kind = 'task'::text) = (task_id IS NOT NULL))),
  CHECK (((kind <> 'task'::text) OR (visibility = 'public'::text))),
  CHECK ((kind = ANY (ARRAY['channel'::text, 'direct'::text, 'task'::text]))),
  CHECK ((name <> ''::text)),
  CHECK (((retention_days >= 0) AND (retention_days <= 36500))),
  CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
);
CREATE UNIQUE INDEX room_direct ON public.room USING btree (org_id, members_hash) WHERE (kind = 'direct'::text);
CREATE INDEX room_of_tasks ON public.room USING btree (org_id, id) WHERE (kind = 'task'::text);
CREATE UNIQUE INDEX room_public ON public.room USING btree (org_id, match_name) WHERE ((visibility = 'public'::text) AND (archived_at IS NULL) AND (kind = 'channel'::text));
CREATE UNIQUE INDEX room_task ON public.room USING btree (org_id, task_id) WHERE (task_id IS NOT NULL);
create policy tenant on room for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on room to rapport_app;

create table room_member (
  org_id uuid not null,
  room_id uuid not null,
  user_id uuid not null,
  role text not null default 'member'::text,
  read_seq integer not null default 0,
  muted_until timestamp with time zone,
  notify text not null default 'all'::text,
  joined_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, room_id, user_id),
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  CHECK ((notify = ANY (ARRAY['all'::text, 'mentions'::text, 'nothing'::text]))),
  CHECK ((role = ANY (ARRAY['owner'::text, 'member'::text])))
);
CREATE INDEX room_member_user ON public.room_member USING btree (org_id, user_id, room_id);
create policy tenant on room_member for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on room_member to rapport_app;

create table room_retention (
  org_id uuid not null,
  days integer,
  PRIMARY KEY (org_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK (((days >= 1) AND (days <= 36500)))
);
create policy tenant on room_retention for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on room_retention to rapport_app;

create table room_setting (
  org_id uuid not null,
  link_previews boolean not null default false,
  PRIMARY KEY (org_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
create policy tenant on room_setting for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select, update on room_setting to rapport_app;

create table saved_view (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  q text,
  filter jsonb not null,
  sort text not null,
  columns jsonb not null default '[]'::jsonb,
  shared boolean not null,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  kind text not null,
  layout text,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((name <> ''::text)),
  CHECK ((kind = ANY (ARRAY['contact'::text, 'company'::text, 'task'::text])))
);
create policy tenant on saved_view for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on saved_view to rapport_app;

create table scheduled_message (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  room_id uuid not null,
  thread_id uuid,
  text text not null,
  send_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  problem text,
  urgent boolean not null default false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE,
  CHECK ((length(text) <= 40000))
);
CREATE INDEX scheduled_message_due ON public.scheduled_message USING btree (send_at) WHERE (problem IS NULL);
CREATE INDEX scheduled_message_room ON public.scheduled_message USING btree (org_id, room_id);
CREATE INDEX scheduled_message_thread ON public.scheduled_message USING btree (org_id, thread_id) WHERE (thread_id IS NOT NULL);
CREATE INDEX scheduled_message_user ON public.scheduled_message USING btree (org_id, user_id, send_at, id);
create policy tenant on scheduled_message for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on scheduled_message to rapport_app;

create table search_change (
  position bigint not null generated always as identity,
  org_id uuid not null,
  kind text not null,
  id uuid not null,
  PRIMARY KEY ("position")
);
CREATE INDEX search_change_id ON public.search_change USING btree (org_id, id);
create policy tenant on search_change for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));

create table search_entry (
  org_id uuid not null,
  kind text not null,
  id uuid not null,
  at timestamp with time zone not null,
  words tsvector not null,
  PRIMARY KEY (org_id, kind, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX search_entry_newest ON public.search_entry USING btree (org_id, kind, at DESC, id);
CREATE INDEX search_entry_words ON public.search_entry USING gin (words) WITH (fastupdate=off);
create policy tenant on search_entry for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant select on search_entry to rapport_app;

create table search_pending (
  org_id uuid not null,
  kind text not null,
  id uuid not null
);
create policy tenant on search_pending for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));

create table search_word (
  org_id uuid not null,
  word text not null,
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX search_word_own ON public.search_word USING btree (org_id, word);
CREATE INDEX search_word_similar ON public.search_word USING gin (word gin_trgm_ops);
create policy tenant on search_word for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant select on search_word to rapport_app;

create table tag (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  match_name text not null generated always as (lower(name)) stored,
  created_at timestamp with time zone not null default now(),
  color text,
  updated_at timestamp with time zone not null default now(),
  UNIQUE (org_id, match_name),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((color ~ '^#[0-9a-f]{6}$'::text)),
  CHECK ((name <> ''::text))
);
create policy tenant on tag for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on tag to rapport_app;

create table task (
  org_id uuid not null,
  id uuid not null default new_id(),
  title text not null,
  sort_title text not null generated always as (lower("left"(title, 200))) stored,
  description text,
  status_id uuid not null,
  category text not null,
  is_open boolean not null generated always as ((category <> ALL (ARRAY['done'::text, 'cancelled'::text]))) stored,
  priority text not null default 'none'::text,
  sort_priority smallint not null generated always as (
CASE priority
    WHEN 'urgent'::text THEN 1
    WHEN 'high'::text THEN 2
    WHEN 'medium'::text THEN 3
    WHEN 'low'::text THEN 4
    ELSE 5
END) stored,
  due_on date,
  due_time time without time zone,
  due_zone text,
  due_at timestamp with time zone generated always as (((due_on + due_time) AT TIME ZONE due_zone)) stored,
  sort_due timestamp without time zone generated always as ((due_on + COALESCE(due_time, '24:00:00'::time without time zone))) stored,
  starts_on date,
  estimate_minutes integer,
  parent_id uuid,
  position text not null,
  created_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  deleted_at timestamp with time zone,
  repeat_rule text,
  repeat_mode text,
  repeated_from_id uuid,
  due_told timestamp without time zone,
  words text not null generated always as (lower(((title || ' '::text) || COALESCE(description, ''::text)))) stored,
  UNIQUE (org_id, status_id, "position"),
  UNIQUE (org_id, repeated_from_id),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, parent_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, status_id, category) REFERENCES task_status(org_id, id, category) ON DELETE CASCADE,
  FOREIGN KEY (org_id, repeated_from_id) REFERENCES task(org_id, id) ON DELETE SET NULL (repeated_from_id),
  CHECK (((due_time IS NULL) OR (due_on IS NOT NULL))),
  CHECK (((due_time IS NULL) = (due_zone IS NULL))),
  CHECK (((estimate_minutes >= 1) AND (estimate_minutes <= 1000000))),
  CHECK ((priority = ANY (ARRAY['none'::text, 'low'::text, 'medium'::text, 'high'::text, 'urgent'::text]))),
  CHECK ((repeat_mode = ANY (ARRAY['on_completion'::text, 'on_schedule'::text]))),
  CHECK ((((repeat_rule IS NULL) = (repeat_mode IS NULL)) AND ((repeat_rule IS NULL) OR (due_on IS NOT NULL)))),
  CHECK ((title <> ''::text))
);
CREATE INDEX task_by_completion ON public.task USING btree (org_id, completed_at, id) WHERE ((completed_at IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX task_by_due ON public.task USING btree (org_id, sort_due, id) WHERE ((sort_due IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX task_by_estimate ON public.task USING btree (org_id, estimate_minutes, id) WHERE ((estimate_minutes IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX task_by_priority ON public.task USING btree (org_id, sort_priority, id) WHERE (deleted_at IS NULL);
CREATE INDEX task_by_start ON public.task USING btree (org_id, starts_on, id) WHERE ((starts_on IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX task_by_title ON public.task USING btree (org_id, sort_title, id) WHERE (deleted_at IS NULL);
CREATE INDEX task_by_update ON public.task USING btree (org_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX task_deleted ON public.task USING btree (org_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX task_deleted_by_age ON public.task USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX task_due_untold ON public.task USING btree (sort_due) WHERE (is_open AND (deleted_at IS NULL) AND (due_told IS DISTINCT FROM sort_due));
CREATE INDEX task_on_board ON public.task USING btree (org_id, status_id, "position", id) WHERE (deleted_at IS NULL);
CREATE INDEX task_open_by_due ON public.task USING btree (org_id, sort_due, id) WHERE (is_open AND (sort_due IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX task_open_by_priority ON public.task USING btree (org_id, sort_priority, id) WHERE (is_open AND (deleted_at IS NULL));
CREATE INDEX task_open_by_update ON public.task USING btree (org_id, updated_at, id) WHERE (is_open AND (deleted_at IS NULL));
CREATE INDEX task_parent ON public.task USING btree (org_id, parent_id, id) WHERE (parent_id IS NOT NULL);
CREATE INDEX task_scheduled ON public.task USING btree (org_id, due_on) WHERE ((repeat_mode = 'on_schedule'::text) AND (deleted_at IS NULL));
CREATE INDEX task_words ON public.task USING gin (org_id, words gin_trgm_ops) WITH (fastupdate=off) WHERE (deleted_at IS NULL);
create policy tenant on task for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task to rapport_app;

create table task_assignee (
  org_id uuid not null,
  task_id uuid not null,
  user_id uuid not null,
  PRIMARY KEY (org_id, task_id, user_id),
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX task_assignee_user ON public.task_assignee USING btree (org_id, user_id, task_id);
create policy tenant on task_assignee for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_assignee to rapport_app;

create table task_change (
  org_id uuid not null,
  id uuid not null default new_id(),
  task_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  changed_by jsonb not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_change_task ON public.task_change USING btree (org_id, task_id, id);
create policy tenant on task_change for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant insert, select on task_change to rapport_app;

create table task_company (
  org_id uuid not null,
  task_id uuid not null,
  company_id uuid not null,
  PRIMARY KEY (org_id, task_id, company_id),
  FOREIGN KEY (org_id, company_id) REFERENCES company(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_company_company ON public.task_company USING btree (org_id, company_id, task_id);
create policy tenant on task_company for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_company to rapport_app;

create table task_contact (
  org_id uuid not null,
  task_id uuid not null,
  contact_id uuid not null,
  PRIMARY KEY (org_id, task_id, contact_id),
  FOREIGN KEY (org_id, contact_id) REFERENCES contact(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_contact_contact ON public.task_contact USING btree (org_id, contact_id, task_id);
create policy tenant on task_contact for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_contact to rapport_app;

create table task_dependency (
  org_id uuid not null,
  task_id uuid not null,
  blocker_id uuid not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, task_id, blocker_id),
  FOREIGN KEY (org_id, blocker_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  CHECK ((task_id <> blocker_id))
);
CREATE INDEX task_dependency_blocker ON public.task_dependency USING btree (org_id, blocker_id, task_id);
create policy tenant on task_dependency for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on task_dependency to rapport_app;

create table task_label (
  org_id uuid not null,
  task_id uuid not null,
  label_id uuid not null,
  PRIMARY KEY (org_id, task_id, label_id),
  FOREIGN KEY (org_id, label_id) REFERENCES label(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_label_label ON public.task_label USING btree (org_id, label_id, task_id);
create policy tenant on task_label for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_label to rapport_app;

create table task_message (
  org_id uuid not null,
  task_id uuid not null,
  message_id uuid not null,
  room_id uuid not null,
  PRIMARY KEY (org_id, task_id, message_id),
  FOREIGN KEY (org_id, message_id) REFERENCES message(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_message_message ON public.task_message USING btree (org_id, message_id);
CREATE INDEX task_message_room ON public.task_message USING btree (org_id, room_id, task_id);
create policy tenant on task_message for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on task_message to rapport_app;

create table task_plan (
  org_id uuid not null,
  user_id uuid not null,
  task_id uuid not null,
  planned_on date not null,
  PRIMARY KEY (org_id, user_id, task_id),
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX task_plan_task ON public.task_plan USING btree (org_id, task_id);
create policy tenant on task_plan for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_plan to rapport_app;

create table task_room (
  org_id uuid not null,
  task_id uuid not null,
  room_id uuid not null,
  PRIMARY KEY (org_id, task_id, room_id),
  FOREIGN KEY (org_id, room_id) REFERENCES room(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE
);
CREATE INDEX task_room_room ON public.task_room USING btree (org_id, room_id, task_id);
create policy tenant on task_room for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select on task_room to rapport_app;

create table task_status (
  org_id uuid not null,
  id uuid not null default new_id(),
  name text not null,
  match_name text not null generated always as (lower(name)) stored,
  category text not null,
  color text,
  position text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  UNIQUE (org_id, id, category),
  UNIQUE (org_id, match_name),
  UNIQUE (org_id, "position"),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((category = ANY (ARRAY['backlog'::text, 'todo'::text, 'doing'::text, 'done'::text, 'cancelled'::text]))),
  CHECK ((name <> ''::text))
);
create policy tenant on task_status for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_status to rapport_app;

create table task_watcher (
  org_id uuid not null,
  task_id uuid not null,
  user_id uuid not null,
  PRIMARY KEY (org_id, task_id, user_id),
  FOREIGN KEY (org_id, task_id) REFERENCES task(org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, user_id) REFERENCES member(org_id, user_id) ON DELETE CASCADE
);
CREATE INDEX task_watcher_user ON public.task_watcher USING btree (org_id, user_id, task_id);
create policy tenant on task_watcher for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on task_watcher to rapport_app;

create table thread (
  org_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  last_seq integer not null default 0,
  revision integer not null default 0,
  reply_count integer not null default 0,
  last_reply_at timestamp with time zone,
  author_ids uuid[] not null default '{}'::uuid[],
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, id) REFERENCES message(org_id, id) ON DELETE CASCADE
);
CREATE INDEX thread_newest ON public.thread USING btree (org_id, last_reply_at, id) WHERE (last_seq > 0);
create policy tenant on thread for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on thread to rapport_app;

create table thread_follower (
  org_id uuid not null,
  thread_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  read_seq integer not null,
  behind boolean not null default true,
  PRIMARY KEY (org_id, thread_id, user_id),
  FOREIGN KEY (org_id, room_id, user_id) REFERENCES room_member(org_id, room_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, thread_id) REFERENCES thread(org_id, id) ON DELETE CASCADE
);
CREATE INDEX thread_follower_behind ON public.thread_follower USING btree (org_id, user_id) WHERE behind;
CREATE INDEX thread_follower_member ON public.thread_follower USING btree (org_id, room_id, user_id);
CREATE INDEX thread_follower_user ON public.thread_follower USING btree (org_id, user_id, room_id);
create policy tenant on thread_follower for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on thread_follower to rapport_app;

create table thread_reference (
  org_id uuid not null,
  message_id text not null,
  thread_id uuid not null,
  group_id uuid not null,
  origin_id uuid,
  PRIMARY KEY (org_id, message_id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX thread_reference_group ON public.thread_reference USING btree (org_id, group_id);
CREATE INDEX thread_reference_thread ON public.thread_reference USING btree (org_id, thread_id);
create policy tenant on thread_reference for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
grant delete, insert, select, update on thread_reference to rapport_app;

create table "user" (
  id uuid not null default new_id(),
  name text not null,
  email text not null,
  created_at timestamp with time zone not null default now(),
  email_verified boolean not null default false,
  two_factor_enabled boolean not null default false,
  image text,
  updated_at timestamp with time zone not null default now(),
  language text,
  time_zone text,
  UNIQUE (email),
  PRIMARY KEY (id),
  CHECK ((email = lower(email))),
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CHECK ((name <> ''::text)),
  CHECK ((length(time_zone) <= 64))
);
create policy fellow on "user" for all to rapport_app using ((EXISTS ( SELECT
   FROM member
  WHERE ((member.user_id = "user".id) AND (member.org_id = ( SELECT current_org() AS current_org))))));
create policy sign_in on "user" for all to rapport_auth using (true);
grant select on "user" to rapport_app;
grant insert, select, update on "user" to rapport_auth;

create table webhook (
  org_id uuid not null,
  id uuid not null default new_id(),
  url text not null,
  description text not null,
  event_types text[] not null,
  enabled boolean not null default true,
  disabled_reason text,
  secret text not null,
  previous_secret text,
  previous_secret_until timestamp with time zone,
  cursor text not null,
  collected_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  held_until timestamp with time zone,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE CASCADE,
  CHECK ((url <> ''::text))
);
create policy tenant on webhook for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy watch on webhook for select to rapport_system using (true);
grant delete, insert, select, update on webhook to rapport_app;

create table webhook_delivery (
  org_id uuid not null,
  webhook_id uuid not null,
  id uuid not null default new_id(),
  cause text not null,
  event_id bigint,
  event_type text not null,
  status text not null default 'pending'::text,
  attempts jsonb not null default '[]'::jsonb,
  response_body text,
  next_attempt_at timestamp with time zone,
  claimed_until timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (org_id, webhook_id, id),
  FOREIGN KEY (org_id, webhook_id) REFERENCES webhook(org_id, id) ON DELETE CASCADE,
  CHECK ((cause = ANY (ARRAY['event'::text, 'replay'::text, 'test'::text]))),
  CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX webhook_delivery_by_age ON public.webhook_delivery USING brin (created_at);
CREATE INDEX webhook_delivery_claimed ON public.webhook_delivery USING btree (org_id, webhook_id, claimed_until) WHERE (claimed_until IS NOT NULL);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (org_id, webhook_id, next_attempt_at) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX webhook_delivery_once ON public.webhook_delivery USING btree (org_id, webhook_id, event_id) WHERE (cause = 'event'::text);
CREATE INDEX webhook_delivery_status ON public.webhook_delivery USING btree (org_id, webhook_id, status, id);
create policy tenant on webhook_delivery for all to rapport_app using ((org_id = ( SELECT current_org() AS current_org)));
create policy waiting on webhook_delivery for select to rapport_system using ((status = 'pending'::text));
grant insert, select, update on webhook_delivery to rapport_app;

create table auth.account (
  id uuid not null default new_id(),
  user_id uuid not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  UNIQUE (provider_id, account_id),
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX account_by_user ON auth.account USING btree (user_id);
grant delete, insert, select, update on auth.account to rapport_auth;

create table auth.device (
  user_id uuid not null,
  hash bytea not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  PRIMARY KEY (user_id, hash),
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update on auth.device to rapport_auth;

create table auth.passkey (
  id uuid not null default new_id(),
  user_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  UNIQUE (credential_id),
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX passkey_by_user ON auth.passkey USING btree (user_id);
grant delete, insert, select, update on auth.passkey to rapport_auth;

create table auth.session (
  id uuid not null default new_id(),
  user_id uuid not null,
  token_hash text not null,
  org_id uuid,
  method text not null default 'password'::text,
  address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  UNIQUE (token_hash),
  PRIMARY KEY (id),
  FOREIGN KEY (org_id) REFERENCES organization(id) ON DELETE SET NULL,
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  CHECK ((method = ANY (ARRAY['password'::text, 'passkey'::text, 'oidc'::text])))
);
CREATE INDEX session_by_org ON auth.session USING btree (org_id);
CREATE INDEX session_by_user ON auth.session USING btree (user_id);
grant delete, insert, select, update on auth.session to rapport_auth;

create table auth.two_factor (
  id uuid not null default new_id(),
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  UNIQUE (user_id),
  PRIMARY KEY (id),
  FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
grant delete, insert, select, update on auth.two_factor to rapport_auth;

create table auth.verification (
  id uuid not null default new_id(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  PRIMARY KEY (id)
);
CREATE INDEX verification_expiry ON auth.verification USING btree (expires_at);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to rapport_auth;

CREATE OR REPLACE FUNCTION public.add_notification_cursor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  insert into notification_cursor (org_id) values (new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.add_task_statuses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  insert into task_status (org_id, name, category, position) values
    (new.id, 'Backlog', 'backlog', 'a0'), (new.id, 'To do', 'todo', 'a1'), (new.id, 'Doing', 'doing', 'a2'),
    (new.id, 'Done', 'done', 'a3'), (new.id, 'Cancelled', 'cancelled', 'a4');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.analyze_grown(rows bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text;
begin
  for name in select relname from pg_stat_user_tables
    where schemaname = 'public' and relname <> 'search_entry' and n_mod_since_analyze >= rows
  loop
    execute format('analyze (skip_locked) public.%I', name);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.analyze_tables()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
    execute format('analyze public.%I', name);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.asked_words(given text)
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select array_remove(string_to_array(regexp_replace(
    regexp_replace(fold_letters(lower(unaccent(left(given, 200)))), '([' || unspaced_letters() || ']+)', ' \1 ', 'g'),
    '[^[:alnum:]' || unspaced_letters() || ']+', ' ', 'g'), ' '), '')
$function$;

CREATE OR REPLACE FUNCTION public.beat_presence(process uuid, lasts interval)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  is_new boolean;
  left_org_ids uuid[];
  left_user_ids uuid[];
begin
  insert into presence_process (id, expires_at) values (process, now() + lasts)
  on conflict (id) do update set expires_at = excluded.expires_at returning xmax = 0 into is_new;
  with dead as (
    select id from presence_process where expires_at < now() order by id for update skip locked
  ), gone as (
    select org_id, user_id from presence_connection where process_id in (select id from dead)
  ), removed as (
    delete from presence_process where id in (select id from dead)
  )
  select array_agg(org_id), array_agg(user_id) into left_org_ids, left_user_ids from gone;
  perform touch_presence(left_org_ids, left_user_ids);
  return is_new;
end $function$;

CREATE OR REPLACE FUNCTION public.best_entries(org uuid, what text, wanted tsquery, named tsquery, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  found uuid[];
begin
  found := array(
    select id from (
      select id, ts_rank(words, wanted) as rank from (
        select * from search_entry where words @@ wanted and (org_id = org and kind = what) is true limit 2000
      ) few where words @@ named limit 300
    ) best order by rank desc, id limit most);
  if cardinality(found) >= most then return found; end if;
  return array(
    select id from (
      select id, ts_rank(words, wanted) as rank from search_entry
      where words @@ wanted and (org_id = org and kind = what) is true limit 2000
    ) few order by rank desc, id limit most);
end $function$;

CREATE OR REPLACE FUNCTION public.change_participants()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  update participant set occurred_at = new.occurred_at, kind = new.kind, direction = new.direction,
    has_attachments = new.has_attachments, hidden = new.deleted_at is not null
  where org_id = new.org_id and interaction_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.contact_search_text(name text, given_name text, family_name text, phones jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select left(lower(concat(' ', name,
    case when strpos(name, given_name) = 0 then ' ' || given_name end,
    case when strpos(name, family_name) = 0 then ' ' || family_name end,
    (select string_agg(concat(' ', phone->>'number', ' ', regexp_replace(phone->>'number', '\D', '', 'g')), '')
      from jsonb_array_elements(phones) as phone))), 4000)
$function$;

CREATE OR REPLACE FUNCTION public.create_user(user_name text, user_email text, password_hash text, verified boolean)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with made as (
    insert into "user" (name, email, email_verified) values (user_name, lower(user_email), verified)
    on conflict (email) do nothing returning id
  ), credential as (
    insert into auth.account (user_id, provider_id, account_id, password)
    select id, 'credential', id::text, password_hash from made
  )
  select id from made
$function$;

CREATE OR REPLACE FUNCTION public.current_cluster()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select system_identifier || '/' || ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int from pg_control_system()
$function$;

CREATE OR REPLACE FUNCTION public.current_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('rapport.org_id', true), '')::uuid
$function$;

CREATE OR REPLACE FUNCTION public.daitch_mokotoff(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$daitch_mokotoff$function$;

CREATE OR REPLACE FUNCTION public.difference(text, text)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$difference$function$;

CREATE OR REPLACE FUNCTION public.dmetaphone(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$dmetaphone$function$;

CREATE OR REPLACE FUNCTION public.dmetaphone_alt(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$dmetaphone_alt$function$;

CREATE OR REPLACE FUNCTION public.ensure_user(user_name text, user_email text)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into "user" (name, email) values (user_name, lower(user_email))
  on conflict (email) do update set email = excluded.email
  returning id
$function$;

CREATE OR REPLACE FUNCTION public.erase_from_log(subjects text[], actor_ids text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with erased as (
    update event set data = '{}' where (org_id, id) in (
      select org_id, id from audit_entry where org_id = current_org() and subject = any(subjects)
    )
    returning org_id, id
  )
  update webhook_delivery set response_body = null from erased
  where webhook_delivery.org_id = erased.org_id and webhook_delivery.event_id = erased.id and response_body is not null;
  update audit_entry set address = null, user_agent = null where org_id = current_org() and actor_id = any(actor_ids);
$function$;

CREATE OR REPLACE FUNCTION public.erase_mentions(of_table text, first_row tid, end_row tid, ids uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  likes text[] := array(select '%' || id || '%' from unnest(ids) as id);
  gone int := 0;
begin
  if of_table = 'event' then
    with erased as (
      update event set data = '{}'
      where org_id = current_org() and ctid >= first_row and ctid < end_row and data::text like any(likes)
        -- That says no more than that somebody is gone.
        and type <> 'contact.erased'
      returning org_id, id
    ), answers as (
      update webhook_delivery set response_body = null from erased
      where webhook_delivery.org_id = erased.org_id and webhook_delivery.event_id = erased.id and response_body is not null
    )
    select count(*) into gone from erased;
  elsif of_table = 'idempotency_key' then
    update idempotency_key set status = null, headers = null, body = null
    where org_id = current_org() and ctid >= first_row and ctid < end_row and body like any(likes);
    get diagnostics gone = row_count;
  end if;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_organization(erased uuid, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  name text;
  gone int;
begin
  if not exists (select from organization where id = erased and deleted_at is not null) then
    return 0;
  end if;
  for name in
    select pg_class.oid::regclass::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname <> 'member'
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'org_id' and not attisdropped)
    order by (select count(*) from pg_constraint where contype = 'f' and confrelid = pg_class.oid), relname
  loop
    execute format('delete from %s where ctid = any(array(select ctid from %s where org_id = $1 limit $2))', name, name)
      using erased, batch;
    get diagnostics gone = row_count;
    if gone > 0 then
      return gone;
    end if;
  end loop;
  -- Whoever joins another organization at this moment has locked their row, or waits for it: the next statement sees which.
  perform from "user" where id in (select user_id from member where org_id = erased) order by id for update;
  delete from "user"
  where id in (select user_id from member where org_id = erased)
    and not exists (select from member where user_id = "user".id and org_id <> erased);
  delete from member where org_id = erased;
  delete from organization where id = erased;
  return 1;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_text(given text, words jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  word jsonb;
begin
  for word in select * from jsonb_array_elements(words) loop
    given := regexp_replace(given, word->>'find', word->>'put', 'gi');
  end loop;
  return given;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_words(of_table text, first_block integer, end_block integer, words jsonb, ids uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  first_row tid := format('(%s,0)', first_block)::tid;
  end_row tid := format('(%s,0)', end_block)::tid;
  likes text[] := array(select word->>'like' from jsonb_array_elements(words) as word);
  columns text;
  cleaned text;
  either text;
  forgotten int;
  gone int;
begin
  if of_table not in (select name from list_erasable_tables()) then
    raise exception 'Nothing is erased from %.', of_table;
  end if;
  forgotten := erase_mentions(of_table, first_row, end_row, ids);
  select string_agg(format('%I', attname), ', ' order by attnum),
    string_agg(case atttypid
      when 'jsonb'::regtype then format('erase_text(%I::text, $1)::jsonb', attname)
      when 'text[]'::regtype then format('case when %1$I is not null then array(select erase_text(each, $1) from unnest(%1$I) as each) end', attname)
      else format('erase_text(%I, $1)', attname) end, ', ' order by attnum),
    string_agg(format('%I::text ilike any ($2)', attname), ' or ')
  into columns, cleaned, either
  from pg_attribute
  where attrelid = format('public.%I', of_table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    and atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype);
  if columns is null then return forgotten; end if;
  -- What they took part in is found by their address until it is indexed again.
  if of_table = 'participant' then
    insert into search_change (org_id, kind, id)
    select distinct org_id, 'interaction', interaction_id from participant
    where org_id = current_org() and ctid >= first_row and ctid < end_row and address ilike any(likes);
  end if;
  execute format('update public.%I set %s
      where org_id = current_org() and ctid >= $3 and ctid < $4 and (%s) and row(%s) is distinct from row(%s)',
    of_table,
    case of_table when 'import_rejection' then 'reason = erase_text(reason, $1), excerpt = ''[erased]'', record = null'
      else format('(%s) = row(%s)', columns, cleaned) end,
    either, columns, cleaned)
  using words, likes, first_row, end_row;
  get diagnostics gone = row_count;
  return forgotten + gone;
end $function$;

CREATE OR REPLACE FUNCTION public.field_value_text(value jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select left(lower(value #>> '{}'), 256)
$function$;

CREATE OR REPLACE FUNCTION public.find_contacts(patterns jsonb, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  org uuid := current_org();
  pattern record;
  sources text[];
  found uuid[];
  matching uuid[];
begin
  for pattern in
    -- Addresses begin with what words of names begin with.
    select given."in", given."like", regexp_replace(given."like", '^% ', '') as address_like
    from jsonb_to_recordset(patterns) as given ("in" text, "like" text)
  loop
    sources := '{}';
    if pattern."in" in ('any', 'names') then
      sources := sources || 'select contact_id from contact_search where org_id = %1$L and text like %2$L'::text;
    end if;
    if pattern."in" in ('any', 'addresses') then
      sources := sources || 'select contact_id from contact_email where org_id = %1$L and address like %3$L'::text;
    end if;
    if pattern."in" = 'any' then
      sources := sources || 'select contact.id from company join contact on contact.org_id = company.org_id and company_id = company.id
        where company.org_id = %1$L and '' '' || match_name like %2$L'::text;
    end if;
    -- Planned for its values, each time: what is good for one pattern is 80 times slower for another.
    execute format('select array(select * from (' ||
      (select string_agg('(' || source || ' limit %4$s)', ' union ') from unnest(sources) as source) || ') found limit %4$s)',
      org, pattern."like", pattern.address_like, most + 1) into found;
    if cardinality(found) <= most then
      matching := case when matching is null then found else array(select unnest(matching) intersect select unnest(found)) end;
    end if;
  end loop;
  return matching;
end $function$;

CREATE OR REPLACE FUNCTION public.find_invitation(hash bytea)
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select invitation.org_id, invitation.id from invitation join organization on organization.id = invitation.org_id
  where token_hash = hash and accepted_at is null and revoked_at is null and expires_at > now() and deleted_at is null
$function$;

CREATE OR REPLACE FUNCTION public.find_tasks(likes text[], most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found uuid[];
begin
  execute format('select array(select id from task where org_id = $1 and deleted_at is null and %s limit $2)',
    (select string_agg(format('words like %L', each), ' and ') from unnest(likes) as each))
  into found using current_org(), most::bigint + 1;
  return case when cardinality(found) <= most then found end;
end $function$;

CREATE OR REPLACE FUNCTION public.fold_letters(given text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$ begin
  if not has_many_ways(given) then return given; end if;
  return regexp_replace(
    translate(lower(normalize(given, NFKC)), 'ςأإآٱىیک', 'σااااييك'),
    '[' || omitted_signs() || ']|(?<=[' || unspaced_letters() || '])[\u200B-\u200D\u2060]+', '', 'g');
end $function$;

CREATE OR REPLACE FUNCTION public.forget_derived()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  delete from contact_search derived using gone where derived.org_id = gone.org_id and derived.contact_id = gone.id;
  delete from contact_phone derived using gone where derived.org_id = gone.org_id and derived.contact_id = gone.id;
  delete from contact_value derived using gone where derived.org_id = gone.org_id and derived.contact_id = gone.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_merges()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  with recursive gone as (
    select org_id, id, contact_ids from contact_merge
    where org_id = old.org_id and into_id = old.id and not exists (
      select from merged_contact where merged_contact.org_id = old.org_id and merged_contact.contact_id = old.id)
    union
    select inner_merge.org_id, inner_merge.id, inner_merge.contact_ids from gone join contact_merge inner_merge
      on inner_merge.org_id = gone.org_id and inner_merge.into_id = any(gone.contact_ids)
  )
  delete from contact_merge using gone where contact_merge.org_id = gone.org_id and contact_merge.id = gone.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.forget_message(message_id uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select forget_messages(array[message_id]) $function$;

CREATE OR REPLACE FUNCTION public.forget_messages(messages uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": "", "previews": [], "files": []}')
  where org_id = current_org() and subject = any(array(select 'message:' || id from unnest(messages) as id))
    and audience like 'room:%' and data ? 'message';
  update event set data = jsonb_set(data, '{reminder,message,snippet}', '""')
  where org_id = current_org() and subject like 'reminder:%' and data #>> '{reminder,message,id}' = any(messages::text[]);
  update event set data = jsonb_set(data, '{notification,snippet}', '""')
  where org_id = current_org() and subject like 'notification:%'
    and data #>> '{notification,subject}' = any(array(select 'message:' || id from unnest(messages) as id))
$function$;

CREATE OR REPLACE FUNCTION public.forget_notifications(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update event set data = jsonb_set(data, '{notification,snippet}', '""')
  where org_id = current_org() and subject like 'notification:%' and subject = any(select 'notification:' || id from unnest(ids) as id)
    and data->'notification' ? 'snippet'
$function$;

CREATE OR REPLACE FUNCTION public.gather_interactions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  with gathered as (
    update participant set contact_id = added.contact_id
    from (select distinct on (org_id, address) * from added order by org_id, address, contact_id) added
    where participant.org_id = added.org_id and participant.address = added.address and participant.contact_id is null
    returning participant.*
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from gathered
    where occurred_at <= now() and kind <> 'note' and not hidden group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;

  with shared as (
    insert into participant (org_id, interaction_id, role, address, name, contact_id, occurred_at, kind, direction,
      has_attachments, hidden)
    select distinct on (known.org_id, known.interaction_id, known.role, known.address, added.contact_id)
      known.org_id, known.interaction_id, known.role, known.address, known.name, added.contact_id, known.occurred_at,
      known.kind, known.direction, known.has_attachments, known.hidden
    from added
      join contact_email other on other.org_id = added.org_id and other.address = added.address
        and other.contact_id <> added.contact_id
      join participant known on known.org_id = other.org_id and known.contact_id = other.contact_id
        and known.address = other.address
    on conflict do nothing
    returning *
  ), latest as (
    select org_id, contact_id, max(occurred_at) as occurred_at from shared
    where occurred_at <= now() and kind <> 'note' and not hidden group by org_id, contact_id
  )
  update contact set last_interaction_at = greatest(contact.last_interaction_at, latest.occurred_at)
  from latest where contact.org_id = latest.org_id and contact.id = latest.contact_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.gin_btree_consistent(internal, smallint, anyelement, integer, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_btree_consistent$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_anyenum(anyenum, anyenum, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_anyenum$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_bit(bit, bit, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_bit$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_bool(boolean, boolean, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_bool$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_bpchar(character, character, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_bpchar$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_bytea(bytea, bytea, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_bytea$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_char("char", "char", smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_char$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_cidr(cidr, cidr, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_cidr$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_date(date, date, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_date$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_float4(real, real, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_float4$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_float8(double precision, double precision, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_float8$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_inet(inet, inet, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_inet$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_int2(smallint, smallint, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_int2$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_int4(integer, integer, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_int4$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_int8(bigint, bigint, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_int8$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_interval(interval, interval, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_interval$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_macaddr(macaddr, macaddr, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_macaddr$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_macaddr8(macaddr8, macaddr8, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_macaddr8$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_money(money, money, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_money$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_name(name, name, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_name$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_numeric(numeric, numeric, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_numeric$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_oid(oid, oid, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_oid$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_text(text, text, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_text$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_time(time without time zone, time without time zone, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_time$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_timestamp(timestamp without time zone, timestamp without time zone, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_timestamp$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_timestamptz(timestamp with time zone, timestamp with time zone, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_timestamptz$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_timetz(time with time zone, time with time zone, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_timetz$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_uuid(uuid, uuid, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_uuid$function$;

CREATE OR REPLACE FUNCTION public.gin_compare_prefix_varbit(bit varying, bit varying, smallint, internal)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_compare_prefix_varbit$function$;

CREATE OR REPLACE FUNCTION public.gin_enum_cmp(anyenum, anyenum)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_enum_cmp$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_anyenum(anyenum, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_anyenum$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_bit(bit, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_bit$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_bool(boolean, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_bool$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_bpchar(character, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_bpchar$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_bytea(bytea, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_bytea$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_char("char", internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_char$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_cidr(cidr, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_cidr$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_date(date, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_date$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_float4(real, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_float4$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_float8(double precision, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_float8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_inet(inet, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_inet$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_int2(smallint, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_int2$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_int4(integer, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_int4$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_int8(bigint, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_int8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_interval(interval, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_interval$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_macaddr(macaddr, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_macaddr$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_macaddr8(macaddr8, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_macaddr8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_money(money, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_money$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_name(name, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_name$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_numeric(numeric, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_numeric$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_oid(oid, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_oid$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_text(text, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_text$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_time(time without time zone, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_time$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_timestamp(timestamp without time zone, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_timestamp$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_timestamptz(timestamp with time zone, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_timestamptz$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_timetz(time with time zone, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_timetz$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_uuid(uuid, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_uuid$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_varbit(bit varying, internal, smallint, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_query_varbit$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_anyenum(anyenum, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_anyenum$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_bit(bit, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_bit$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_bool(boolean, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_bool$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_bpchar(character, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_bpchar$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_bytea(bytea, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_bytea$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_char("char", internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_char$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_cidr(cidr, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_cidr$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_date(date, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_date$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_float4(real, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_float4$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_float8(double precision, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_float8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_inet(inet, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_inet$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_int2(smallint, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_int2$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_int4(integer, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_int4$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_int8(bigint, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_int8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_interval(interval, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_interval$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_macaddr(macaddr, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_macaddr$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_macaddr8(macaddr8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_macaddr8$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_money(money, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_money$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_name(name, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_name$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_numeric(numeric, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_numeric$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_oid(oid, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_oid$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_text(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_text$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_time(time without time zone, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_time$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_timestamp(timestamp without time zone, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_timestamp$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_timestamptz(timestamp with time zone, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_timestamptz$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_timetz(time with time zone, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_timetz$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_uuid(uuid, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_uuid$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_varbit(bit varying, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_extract_value_varbit$function$;

CREATE OR REPLACE FUNCTION public.gin_numeric_cmp(numeric, numeric)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gin', $function$gin_numeric_cmp$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;

CREATE OR REPLACE FUNCTION public.has_many_ways(given text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select octet_length(given) > length(given)
    and given ~ ('[' || unspaced_letters() || omitted_signs() || 'Σςأإآٱىیک\u1100-\u11FF\uFB1D-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC\uFFA0-\uFFDC]')
$function$;

CREATE OR REPLACE FUNCTION public.hours_around(hours jsonb, zone text, at timestamp with time zone, OUT begins timestamp with time zone, OUT ends timestamp with time zone)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE ROWS 8
AS $function$
  select (on_day + (span->>'from')::time) at time zone zone, (on_day + (span->>'until')::interval) at time zone zone
  from generate_series(-1, 8) as n, lateral (select (at at time zone zone)::date + n as on_day) as days, jsonb_array_elements(hours) as span
  where (span->>'day')::int = extract(isodow from on_day)
$function$;

CREATE OR REPLACE FUNCTION public.imports_run()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from organization where deleted_at is null and imports_run(id))
$function$;

CREATE OR REPLACE FUNCTION public.imports_run(org uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from operation where org_id = org and status = 'running' and kind like 'import.%')
$function$;

CREATE OR REPLACE FUNCTION public.index_changed_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  with changed as materialized (
    select org_id, id, name, given_name, family_name, phones from after
    except select org_id, id, name, given_name, family_name, phones from before
  )
  update contact_search set text = contact_search_text(name, given_name, family_name, phones)
  from changed where contact_search.org_id = changed.org_id and contact_id = id;

  with changed as materialized (
    select org_id, id, key, value from after, jsonb_each(fields)
    except select org_id, id, key, value from before, jsonb_each(fields)
  )
  insert into contact_value (org_id, contact_id, field_id, value, number)
  select changed.org_id, changed.id, field.id,
    case when jsonb_typeof(changed.value) <> 'number' then field_value_text(changed.value) end,
    case when jsonb_typeof(changed.value) = 'number' then (changed.value #>> '{}')::float8 end
  from changed join field on field.org_id = changed.org_id and field.key = changed.key
  on conflict (org_id, contact_id, field_id) do update set value = excluded.value, number = excluded.number;

  with gone as materialized (
    select org_id, id, key from before, jsonb_object_keys(fields) as key
    except select org_id, id, key from after, jsonb_object_keys(fields) as key
  )
  delete from contact_value using gone, field
  where contact_value.org_id = gone.org_id and contact_value.contact_id = gone.id and contact_value.field_id = field.id
    and field.org_id = gone.org_id and field.key = gone.key;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.index_for_search(org uuid, what text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found search_entry[];
  changed tsvector[];
begin
  select array_agg(entry) into found from list_search_entries(org, what, ids) as entry;

  with removed as (
    delete from search_entry e
    where e.org_id = org and e.id = any(ids) and not exists (select from unnest(found) f where f.id = e.id and f.kind = e.kind)
      and (e.kind = what or what = 'interaction' and e.kind not in ('contact', 'company', 'task'))
    returning words
  ), before as (
    select words from removed
    union all
    select e.words from unnest(found) f join search_entry e on e.org_id = org and e.kind = f.kind and e.id = f.id
    where e.words is distinct from f.words
  )
  select array_agg(words) into changed from before;

  insert into search_entry select * from unnest(found)
  on conflict (org_id, kind, id) do update set at = excluded.at, words = excluded.words
  where (search_entry.at, search_entry.words) is distinct from (excluded.at, excluded.words);

  insert into search_word (org_id, word)
  select org, given.word from spoken_words(array(select words from unnest(found))) as given (word)
  where length(given.word) between 3 and 40 and given.word !~ '[0-9]'
    and not exists (select from search_word known where known.org_id = org and known.word = given.word);

  -- A word that was taken away, and that nothing else has, is forgotten.
  if changed is null then return; end if;
  delete from search_word w
  where w.org_id = org
    and w.word = any(array(select spoken_words(changed) except select spoken_words(array(select words from unnest(found)))))
    and not exists (
      select from search_kinds(org) as own (kind), search_entry e
      where e.words @@ (quote_literal(search_scope(org, own.kind) || w.word) || ':AB')::tsquery and (e.org_id = org) is true
    );
end $function$;

CREATE OR REPLACE FUNCTION public.index_interactions_again(ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into search_change (org_id, kind, id) select current_org(), 'interaction', id from unnest(ids) as id
$function$;

CREATE OR REPLACE FUNCTION public.index_new_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  insert into contact_search (org_id, contact_id, text)
  select org_id, id, contact_search_text(name, given_name, family_name, phones) from added;
  insert into contact_value (org_id, field_id, contact_id, value, number)
  select added.org_id, field.id, added.id,
    case when jsonb_typeof(entry.value) <> 'number' then field_value_text(entry.value) end,
    case when jsonb_typeof(entry.value) = 'number' then (entry.value #>> '{}')::float8 end
  from added, jsonb_each(added.fields) as entry join field on field.org_id = (select current_org()) and field.key = entry.key
  where added.fields <> '{}';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.index_pending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changes record;
begin
  for changes in
    with own as (delete from search_pending returning org_id, kind, id)
    select org_id, kind, array_agg(distinct id) as ids from own group by org_id, kind
  loop
    if cardinality(changes.ids) <= 50 then
      perform index_for_search(changes.org_id, changes.kind, changes.ids);
    else
      insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(changes.ids) as id;
    end if;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.index_waiting(batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changes record;
  free uuid[];
  busy uuid[];
  done int := 0;
begin
  for changes in
    select org_id, kind, array_agg(distinct id order by id) as ids, count(*)::int as count
    from take_search_changes(batch) group by org_id, kind
  loop
    busy := '{}';
    -- Held until they are indexed: nobody changes in between what is being read. What is gone leaves no entry.
    if changes.kind = 'contact' then
      free := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    elsif changes.kind = 'interaction' then
      free := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    elsif changes.kind = 'message' then
      free := array(select id from message where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from message where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    end if;
    done := done + changes.count - cardinality(busy);
    insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(busy) as waits (id);
    if changes.kind = 'message' then
      update message_words set words = words_of_message(message) from message
      where message_words.org_id = changes.org_id and message_id = any(free) and message.org_id = changes.org_id and message.id = message_id;
    else
      perform index_for_search(changes.org_id, changes.kind,
        array(select id from unnest(changes.ids) as given (id) where id <> all(busy)));
    end if;
  end loop;
  return done;
end $function$;

CREATE OR REPLACE FUNCTION public.is_due_soon(due_on date, due_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when due_at is null then due_on <= (now() at time zone 'UTC')::date else due_at <= now() + interval '1 hour' end
$function$;

CREATE OR REPLACE FUNCTION public.is_unspaced(word text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select word ~ ('^[' || unspaced_letters() || ']')
$function$;

CREATE OR REPLACE FUNCTION public.keep_changed_phones()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  with gone as materialized (
    select org_id, id, phone_digits(phone->>'number') as digits from before, jsonb_array_elements(phones) as phone
    except select org_id, id, phone_digits(phone->>'number') from after, jsonb_array_elements(phones) as phone
  )
  delete from contact_phone using gone
  where contact_phone.org_id = gone.org_id and contact_phone.contact_id = gone.id and contact_phone.digits = gone.digits;

  with added as materialized (
    select org_id, id, phone_digits(phone->>'number') as digits from after, jsonb_array_elements(phones) as phone
    except select org_id, id, phone_digits(phone->>'number') from before, jsonb_array_elements(phones) as phone
  )
  insert into contact_phone (org_id, contact_id, digits) select org_id, id, digits from added where digits <> ''
  on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_former_member()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  insert into former_member (org_id, user_id, name)
  select organization.id, "user".id, "user".name from organization, "user"
  where organization.id = old.org_id and "user".id = old.user_id
  on conflict (org_id, user_id) do update set name = excluded.name, left_at = now();
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_message_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  if new.deleted_at is not null or new.text = '' then
    delete from message_words where org_id = new.org_id and message_id = new.id;
  else
    insert into message_words (org_id, message_id, words) values (new.org_id, new.id, words_of_message(new))
    on conflict (org_id, message_id) do update set words = excluded.words;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_new_phones()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  insert into contact_phone (org_id, contact_id, digits)
  select distinct org_id, id, phone_digits(phone->>'number') from added, jsonb_array_elements(phones) as phone
  where phones <> '[]' and phone_digits(phone->>'number') <> '';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.kept_days(room room)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(coalesce(room.retention_days, (select days from room_retention where org_id = room.org_id)), 0)
$function$;

CREATE OR REPLACE FUNCTION public.last_said_step(text, text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$select coalesce($2, $1)$function$;

CREATE OR REPLACE FUNCTION public.leave_companies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  place record;
begin
  with gone as (
    delete from participant where org_id = old.org_id and company_id = old.id and contact_id is null returning interaction_id
  )
  insert into deleted_company_interaction (org_id, company_id, interaction_id)
  select distinct old.org_id, old.id, interaction_id from gone
  where exists (select from deleted_company where org_id = old.org_id and id = old.id)
  on conflict do nothing;
  if not exists (select from deleted_company where org_id = old.org_id and id = old.id) then return old; end if;
  for place in select * from list_company_tables() loop
    execute format('insert into deleted_company_row (org_id, company_id, of_table, row)
      select org_id, %2$s, %1$L, to_jsonb(kept) from %1$s kept where org_id = $1 and %2$s = $2', place.of_table, place.named)
      using old.org_id, old.id;
  end loop;
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.leave_files()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  perform graphile_worker.enqueue('timeline.remove_files',
    json_build_object('org_id', org_id, 'files', json_agg(distinct file_id)), now() + interval '1 minute',
    max_attempts => 25)
  from removed where file_id is not null group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.leave_merged_photo()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  perform graphile_worker.enqueue('contacts.remove_photo',
    json_build_object('org_id', old.org_id, 'file', old.photo_file), now() + interval '1 minute', max_attempts => 25);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.leave_participants()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  delete from participant mine
  where mine.org_id = old.org_id and mine.contact_id = old.id and (mine.address is null or exists (
    select from participant other
    where other.org_id = mine.org_id and other.interaction_id = mine.interaction_id and other.role = mine.role
      and other.address = mine.address and other.contact_id is distinct from mine.contact_id
  ));
  return old;
end $function$;

CREATE OR REPLACE FUNCTION public.leave_photo()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  perform graphile_worker.enqueue('contacts.remove_photo',
    json_build_object('org_id', old.org_id, 'file', old.photo_file), now() + interval '1 minute', max_attempts => 25);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.levenshtein(text, text)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein$function$;

CREATE OR REPLACE FUNCTION public.levenshtein(text, text, integer, integer, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_with_costs$function$;

CREATE OR REPLACE FUNCTION public.levenshtein_less_equal(text, text, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_less_equal$function$;

CREATE OR REPLACE FUNCTION public.levenshtein_less_equal(text, text, integer, integer, integer, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_less_equal_with_costs$function$;

CREATE OR REPLACE FUNCTION public.list_company_tables()
 RETURNS TABLE(of_table text, named text, columns text)
 LANGUAGE sql
 STABLE
AS $function$
  select conrelid::regclass::text, quote_ident(attname), (
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = conrelid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '')
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[2]
  where contype = 'f' and confrelid = 'company'::regclass and confdeltype = 'c'
$function$;

CREATE OR REPLACE FUNCTION public.list_erasable_tables()
 RETURNS TABLE(name text, blocks integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select relname::text, (pg_relation_size(pg_class.oid) / current_setting('block_size')::int)::int
  from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'org_id'
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'erasure' order by 1
$function$;

CREATE OR REPLACE FUNCTION public.list_organization_plans()
 RETURNS TABLE(id uuid, name text, plan text, owner_email text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query
    select organization.id, organization.name, organization.plan, owner.email
    from organization left join lateral (
      select "user".email from member join "user" on "user".id = member.user_id
      where member.org_id = organization.id and member.role = 'owner' order by member.created_at limit 1
    ) as owner on true
    where organization.deleted_at is null
    order by organization.created_at, organization.id;
end $function$;

CREATE OR REPLACE FUNCTION public.list_organizations()
 RETURNS TABLE(id uuid, name text, owner_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select organization.id, organization.name,
    (select user_id from member where org_id = organization.id and role = 'owner' order by created_at limit 1)
  from organization where deleted_at is null order by created_at limit 100
$function$;

CREATE OR REPLACE FUNCTION public.list_search_entries(org uuid, what text, ids uuid[])
 RETURNS SETOF search_entry
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  scope text := search_scope(org, what);
begin
  if what = 'contact' then
    return query select c.org_id, 'contact', c.id, c.created_at,
      search_words(scope, concat_ws(' ', c.name, c.given_name, c.family_name), 'A')
      || search_words(scope, concat_ws(' ', company.name, c.title,
        (select string_agg(address, ' ') from contact_email where org_id = c.org_id and contact_id = c.id)), 'B')
      || search_words(scope, concat_ws(' ',
        (select string_agg(tag.name, ' ') from contact_tag join tag on tag.org_id = contact_tag.org_id and tag.id = tag_id
          where contact_tag.org_id = c.org_id and contact_id = c.id),
        (select string_agg(concat_ws(' ', phone->>'number', regexp_replace(phone->>'number', '\D', '', 'g')), ' ')
          from jsonb_array_elements(c.phones) phone),
        (select string_agg(link->>'url', ' ') from jsonb_array_elements(c.links) link),
        (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), 'D')
    from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
    where c.org_id = org and c.id = any(ids) and c.deleted_at is null;
  elsif what = 'company' then
    return query select c.org_id, 'company', c.id, c.created_at, search_words(scope, c.name, 'A')
    from company c where c.org_id = org and c.id = any(ids);
  elsif what = 'task' then
    return query select t.org_id, 'task', t.id, t.created_at,
      search_words(scope, t.title, 'A')
      || search_words(scope, (select string_agg(label.name, ' ') from task_label l join label on label.org_id = l.org_id and label.id = l.label_id
          where l.org_id = t.org_id and l.task_id = t.id), 'B')
      || search_words(scope, t.description, 'D')
    from task t where t.org_id = org and t.id = any(ids) and t.deleted_at is null;
  elsif what = 'interaction' then
    return query select i.org_id, i.kind, i.id, i.occurred_at,
      search_words(own, i.subject, 'A')
      || search_words(own, (select string_agg(concat_ws(' ', name, address), ' ') from participant
          where org_id = i.org_id and interaction_id = i.id), 'B')
      || search_words(own, concat_ws(' ', i.location, coalesce(left(body.text, 50000), i.snippet)), 'D')
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id,
      search_scope(org, i.kind) as own
    where i.org_id = org and i.id = any(ids) and i.deleted_at is null;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.lock_some_tasks(ids uuid[], named uuid[], tree boolean, parts boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  org uuid := current_org();
  held uuid[] := '{}';
  wanted uuid[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('tasks ' || org, 0));
  if tree then perform lock_task_tree(org); end if;
  loop
    wanted := array(
      select unnest(ids || named)
      union select task_id from task_dependency where org_id = org and blocker_id = any(ids)
      union select parent_id from task where org_id = org and id = any(ids) and parent_id is not null
      union select id from task where parts and org_id = org and parent_id = any(ids));
    exit when wanted <@ held;
    perform from task where org_id = org and id = any(wanted) order by id for no key update;
    held := held || wanted;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.lock_task_tree(org uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended('task tree ' || org, 0))
$function$;

CREATE OR REPLACE FUNCTION public.lock_tasks(org uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended('tasks ' || org, 0))
$function$;

CREATE OR REPLACE FUNCTION public.merge_fields_step(jsonb, jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$select $1 || $2$function$;

CREATE OR REPLACE FUNCTION public.message_has(message message, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case wanted
    when 'file' then exists (select from message_file where org_id = message.org_id and message_id = message.id)
    when 'image' then exists (select from message_file where org_id = message.org_id and message_id = message.id and width is not null)
    when 'link' then message.text ~* 'https?://'
    when 'reaction' then exists (select from reaction where org_id = message.org_id and message_id = message.id)
    when 'thread' then exists (select from thread where org_id = message.org_id and id = message.id and reply_count > 0)
    when 'pin' then message.pinned_at is not null
  end
$function$;

CREATE OR REPLACE FUNCTION public.message_query(org uuid, given text)
 RETURNS tsquery
 LANGUAGE sql
 STABLE
AS $function$
  select string_agg(search_term(search_scope(org, 'message'), token.word, token.n = cardinality(words.all_of), false), ' & ')::tsquery
  from (select asked_words(given) as all_of) words, unnest(words.all_of) with ordinality as token (word, n)
$function$;

CREATE OR REPLACE FUNCTION public.metaphone(text, integer)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$metaphone$function$;

CREATE OR REPLACE FUNCTION public.move_company_figures(org uuid, moves jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  touched uuid[] := array(select (move->>'id')::uuid from jsonb_array_elements(moves) as move);
begin
  -- In one order, so that two who change the people of the same companies wait for each other, and never in a circle.
  perform from company where org_id = org and id = any(touched) order by id for no key update;
  update company c set
    contact_count = c.contact_count + move.people,
    last_interaction_at = case
      -- The latest may have been theirs who are no longer there, or were heard from earlier than was thought: somebody else's is.
      when move.lost >= c.last_interaction_at and move.lost > coalesce(move.latest, '-infinity') then (
        select max(last_interaction_at) from contact where org_id = org and company_id = c.id and deleted_at is null)
      else greatest(c.last_interaction_at, move.latest) end
  from jsonb_to_recordset(moves) as move (id uuid, people integer, latest timestamptz, lost timestamptz)
  where c.org_id = org and c.id = move.id
    and (move.people <> 0 or move.lost >= c.last_interaction_at or move.latest > coalesce(c.last_interaction_at, '-infinity'));
end $function$;

CREATE OR REPLACE FUNCTION public.move_company_rows(company uuid, other uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  place record;
begin
  for place in select * from list_company_tables() loop
    execute format('insert into %1$s (%3$s) select %3$s from (
        select (jsonb_populate_record(moved, jsonb_build_object(%2$L, $2))).* from %1$s moved where org_id = (select current_org()) and %2$s = $1
      ) other on conflict do nothing', place.of_table, place.named, place.columns)
      using company, other;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.move_interactions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  update participant set company_id = new.company_id where org_id = new.org_id and contact_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.move_to_company(company uuid, other uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into participant (org_id, interaction_id, role, address, name, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select org_id, interaction_id, role, address, name, other, occurred_at, kind, direction, has_attachments, hidden
  from participant where org_id = (select current_org()) and company_id = company and contact_id is null
  on conflict do nothing;
  select move_company_rows(company, other);
$function$;

CREATE OR REPLACE FUNCTION public.name_task_room()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  update room set name = new.title where org_id = new.org_id and task_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$select uuidv7()$function$;

CREATE OR REPLACE FUNCTION public.newest_entries(org uuid, what text, wanted tsquery, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
declare
  looked_at int;
  found uuid[];
begin
  select count(*), coalesce(array_agg(id order by at desc, id) filter (where words @@ wanted), '{}') into looked_at, found
  from (select * from search_entry where org_id = org and kind = what order by at desc, id limit 200) newest;
  if looked_at < 200 or cardinality(found) >= most then return found[:most]; end if;
  if found <> '{}' then
    found := array(
      select id from (select * from search_entry where org_id = org and kind = what order by at desc, id limit 4000) newest
      where words @@ wanted order by at desc, id limit most);
    if cardinality(found) >= most then return found; end if;
  end if;
  return array(
    select id from search_entry where words @@ wanted and (org_id = org and kind = what) is true
    order by at desc, id limit most);
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_companies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(c.org_id, 'company', array_agg(c.id)) from changed c join before b using (org_id, id)
  where c.name <> b.name group by c.org_id;
  perform note_for_search(c.org_id, 'contact', array_agg(contact.id))
  from changed c join before b using (org_id, id) join contact on contact.org_id = c.org_id and contact.company_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'contact', array_agg(id)) from (
    select org_id, id, name, given_name, family_name, company_id, title, phones, links, fields, deleted_at from changed
    except select org_id, id, name, given_name, family_name, company_id, title, phones, links, fields, deleted_at from before
  ) other group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_interactions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'interaction', array_agg(id)) from (
    select org_id, id, kind, subject, snippet, location, occurred_at, deleted_at from changed
    except select org_id, id, kind, subject, snippet, location, occurred_at, deleted_at from before
  ) other group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_labels()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(c.org_id, 'task', array_agg(distinct task_id))
  from changed c join before b using (org_id, id) join task_label l on l.org_id = c.org_id and l.label_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_tags()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(c.org_id, 'contact', array_agg(distinct contact_id))
  from changed c join before b using (org_id, id) join contact_tag on contact_tag.org_id = c.org_id and tag_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_changed_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'task', array_agg(id)) from (
    select org_id, id, title, description, deleted_at from changed
    except select org_id, id, title, description, deleted_at from before
  ) other group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_company_figures()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  org uuid;
  moves jsonb;
begin
  if tg_op = 'INSERT' then
    for org, moves in
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', people, 'latest', latest)) from (
        select org_id, company_id, count(*) as people, max(last_interaction_at) as latest
        from changed where company_id is not null and deleted_at is null group by org_id, company_id
      ) come group by org_id
    loop perform move_company_figures(org, moves); end loop;
  elsif tg_op = 'DELETE' then
    for org, moves in
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', -people, 'lost', lost)) from (
        select org_id, company_id, count(*) as people, max(last_interaction_at) as lost
        from before where company_id is not null and deleted_at is null group by org_id, company_id
      ) gone group by org_id
    loop perform move_company_figures(org, moves); end loop;
  else
    for org, moves in
      with was as (
        select org_id, id, company_id, last_interaction_at from before where company_id is not null and deleted_at is null
      ), now as (
        select org_id, id, company_id, last_interaction_at from changed where company_id is not null and deleted_at is null
      )
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', people, 'latest', latest, 'lost', lost)) from (
        select org_id, company_id, sum(people) as people, max(last_interaction_at) filter (where people > 0) as latest,
          max(last_interaction_at) filter (where people < 0) as lost
        from (
          select *, -1 as people from (table was except table now) gone
          union all select *, 1 from (table now except table was) come
        ) differing group by org_id, company_id
      ) moved group by org_id
    loop perform move_company_figures(org, moves); end loop;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'contact', array_agg(distinct contact_id)) from changed group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_for_search(org uuid, what text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  if cardinality(ids) <= 20 then
    insert into search_pending (org_id, kind, id) select org, what, id from unnest(ids) as id;
  else
    insert into search_change (org_id, kind, id) select org, what, one.id from unnest(ids) as one (id)
    where not exists (
      select from search_change known
      where known.org_id = org and known.id = one.id and known.kind = what and known.xmin = pg_current_xact_id()::xid
    );
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.note_ids()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, tg_argv[0], array_agg(distinct id)) from changed group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_interactions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'interaction', array_agg(distinct interaction_id)) from changed group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform note_for_search(org_id, 'task', array_agg(distinct task_id)) from changed group by org_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.omitted_signs()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select '\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED'
$function$;

CREATE OR REPLACE FUNCTION public.pair_letters(given text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  letter text := '[' || unspaced_letters() || ']';
  folded text;
begin
  if not has_many_ways(given) then return given; end if;
  folded := fold_letters(given);
  if folded !~ letter then return folded; end if;
  folded := regexp_replace(left(folded, 50000), '(?<=' || letter || ')\s+(?=' || letter || ')', '', 'g');
  folded := regexp_replace(folded, '(' || letter || ')', '\1\1', 'g');
  folded := regexp_replace(folded, '(^|[^' || unspaced_letters() || '])' || letter, '\1 ', 'g');
  return regexp_replace(folded, '(' || letter || letter || '?)', ' \1 ', 'g');
end $function$;

CREATE OR REPLACE FUNCTION public.phone_digits(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select left(ltrim(regexp_replace(number, '[^0-9]', '', 'g'), '0'), 64)
$function$;

CREATE OR REPLACE FUNCTION public.presence_of(org uuid, person uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case bool_or(active) when true then 'online' when false then 'idle' else 'offline' end
  from presence_connection where org_id = org and user_id = person
$function$;

CREATE OR REPLACE FUNCTION public.purge_audit_entries(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from audit_entry where ctid = any(array(
    select ctid from audit_entry where created_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_bulk_changes(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
  most int := 0;
  kept text;
begin
  foreach kept in array '{bulk_change_contact,bulk_change_task,bulk_change_company}'::text[] loop
    execute format('delete from %1$I where ctid = any(array(select ctid from %1$I where made_at < now() - $1 limit $2))', kept) using older_than, batch;
    get diagnostics gone = row_count;
    most := greatest(most, gone);
  end loop;
  return most;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_companies(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from deleted_company where ctid = any(array(
    select ctid from deleted_company where deleted_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_contacts(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  with removed as (
    delete from contact where ctid = any(array(
      select ctid from contact where deleted_at < now() - older_than limit batch
    ))
    returning org_id, id
  ), told as (
    insert into event (org_id, type, subject, audience, actor, data)
    select org_id, 'contact.purged', 'contact:' || id, 'org', '{"kind": "system", "id": "retention"}', '{}' from removed
    returning org_id, id, created_at, type, subject
  )
  insert into audit_entry (org_id, id, created_at, type, subject, actor_kind, actor_id)
  select *, 'system', 'retention' from told;
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_events(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  last_xid xid8;
  last_id bigint;
  gone int;
begin
  with old as (
    select org_id, id from event where created_at < now() - older_than limit batch
  ), deleted as (
    delete from event using old where (event.org_id, event.id) = (old.org_id, old.id) returning xid, event.id
  )
  select max(xid), max(id), count(*) into last_xid, last_id, gone from deleted;
  if gone > 0 then
    update event_epoch set purged_xid = greatest(purged_xid, last_xid), purged_id = greatest(purged_id, last_id);
  end if;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_imports(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  rejections int;
  seen int;
  changes int;
begin
  delete from import_rejection where ctid = any(array(
    select r.ctid from operation o join import_rejection r on r.org_id = o.org_id and r.operation_id = o.id
    where o.kind like 'import.%' and o.finished_at < now() - older_than limit batch
  ));
  get diagnostics rejections = row_count;
  delete from import_seen where ctid = any(array(
    select s.ctid from operation o join import_seen s on s.org_id = o.org_id and s.import_id = o.id
    where o.kind like 'import.%' and o.finished_at < now() - older_than limit batch
  ));
  get diagnostics seen = row_count;
  delete from import_change where ctid = any(array(
    select ctid from import_change where made_at < now() - older_than limit batch
  ));
  get diagnostics changes = row_count;
  return greatest(rejections, seen, changes);
end $function$;

CREATE OR REPLACE FUNCTION public.purge_interactions(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  with old as (
    select org_id, id from interaction where deleted_at < now() - older_than limit batch
  )
  delete from interaction using old where (interaction.org_id, interaction.id) = (old.org_id, old.id);
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_notification_dispatches(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from notification_dispatch where ctid = any(array(
    select ctid from notification_dispatch where created_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_notifications(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  entries int;
  causes int;
begin
  delete from notification where ctid = any(array(
    select ctid from notification where read_at < now() - older_than and coalesce(done_at, read_at) < now() - older_than
      and snoozed_until is null limit batch
  ));
  get diagnostics entries = row_count;
  delete from notification_cause where ctid = any(array(
    select ctid from notification_cause cause where read_at < now() - older_than and exists (
      select from notification_cause later
      where later.org_id = cause.org_id and later.notification_id = cause.notification_id and later.event_id > cause.event_id
    ) limit batch
  ));
  get diagnostics causes = row_count;
  return greatest(entries, causes);
end $function$;

CREATE OR REPLACE FUNCTION public.purge_operations(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from operation where ctid = any(array(
    select ctid from operation
    where status in ('succeeded', 'failed', 'cancelled') and finished_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_tasks(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from task where ctid = any(array(select ctid from task where deleted_at < now() - older_than limit batch));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.purge_webhook_deliveries(older_than interval, batch integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone int;
begin
  delete from webhook_delivery where ctid = any(array(
    select ctid from webhook_delivery where created_at < now() - older_than and status <> 'pending' limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $function$;

CREATE OR REPLACE FUNCTION public.queue_due_tasks()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select graphile_worker.enqueue('tasks.tell_due', json_build_object('org_id', org_id), job_key => 'due:' || org_id, max_attempts => 5)
  from (
    select distinct org_id from task
    where is_open and deleted_at is null and due_told is distinct from sort_due
      and sort_due <= (now() at time zone 'UTC') + interval '2 days' and is_due_soon(due_on, due_at)
  ) due;
  select graphile_worker.enqueue('tasks.repeat', json_build_object('org_id', id), job_key => 'repeat:' || id, max_attempts => 5)
  from organization where deleted_at is null and exists (
    select from task t where t.org_id = organization.id and t.repeat_mode = 'on_schedule' and t.deleted_at is null
      and t.due_on <= (now() at time zone 'UTC')::date
      and not exists (select from task next where next.org_id = t.org_id and next.repeated_from_id = t.id)
  )
$function$;

CREATE OR REPLACE FUNCTION public.queue_duplicate_searches()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select graphile_worker.enqueue('contacts.find_duplicates', json_build_object('org_id', organization.id),
    job_key => 'duplicates:' || organization.id, max_attempts => 5, priority => 10)
  from organization left join duplicate_search on org_id = organization.id
  where organization.deleted_at is null and not imports_run(organization.id) and exists (
    select from contact
    where contact.org_id = organization.id and contact.deleted_at is null and updated_at > coalesce(seen_at, '-infinity'))
$function$;

CREATE OR REPLACE FUNCTION public.queue_expiring_rooms(deleted_days integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select graphile_worker.enqueue('rooms.expire', json_build_object('org_id', org_id, 'room_id', id, 'deleted_days', deleted_days),
    job_key => 'expire:' || id, max_attempts => 5)
  from room
  where kept_days(room) is not null and exists (
    select from message where message.org_id = room.org_id and room_id = room.id and pinned_at is null
      and message.created_at < now() - make_interval(days => kept_days(room))
      -- Not what stands emptied above younger answers.
      and author_kind <> 'system'
  ) or exists (
    select from message where message.org_id = room.org_id and room_id = room.id and deleted_at < now() - make_interval(days => deleted_days)
      and author_kind <> 'system'
  )
$function$;

CREATE OR REPLACE FUNCTION public.queue_late_messages()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select graphile_worker.enqueue('rooms.send_scheduled', json_build_object('org_id', org_id, 'id', id), null, 'rooms.send_scheduled:' || id, 5, null)
  from scheduled_message where problem is null and send_at < now() - interval '1 minute' limit 1000;
  select graphile_worker.enqueue('rooms.repeat_urgent', json_build_object('org_id', org_id, 'message_id', id), null, 'rooms.repeat_urgent:' || id, 5, null)
  from message where urgent_next_at < now() - interval '1 minute' limit 1000
$function$;

CREATE OR REPLACE FUNCTION public.queue_late_reminders()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select graphile_worker.enqueue('reminders.tell', json_build_object('org_id', org_id, 'id', id), null, 'reminders.tell:' || id, 5, null)
  from reminder where told_at is null and remind_at < now() - interval '1 minute' limit 1000
$function$;

CREATE OR REPLACE FUNCTION public.quiet_span(said_until timestamp with time zone, hours jsonb, zone text, at timestamp with time zone, OUT quiet_from timestamp with time zone, OUT quiet_until timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  said_end timestamptz := greatest(at, said_until);
  present_end timestamptz;
begin
  if hours is not null and not exists (select from hours_around(hours, zone, said_end) where begins <= said_end and said_end < ends) then
    quiet_until := (select min(begins) from hours_around(hours, zone, said_end) where begins > said_end);
    return;
  end if;
  if said_end > at then
    quiet_until := said_end;
    return;
  end if;
  if hours is null then return; end if;
  -- The hours of a day may go on with those of the next, at midnight.
  quiet_from := at;
  loop
    present_end := (select max(ends) from hours_around(hours, zone, quiet_from) where begins <= quiet_from and quiet_from < ends);
    exit when present_end is null;
    quiet_from := present_end;
    if quiet_from > at + interval '8 days' then
      quiet_from := null;
      return;
    end if;
  end loop;
  quiet_until := (select min(begins) from hours_around(hours, zone, quiet_from) where begins > quiet_from);
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_deep_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform lock_task_tree(new.org_id);
  if (
    with recursive above as (
      select new.parent_id as id, 1 as level
      union all
      select t.parent_id, level + 1 from above join task t on t.org_id = new.org_id and t.id = above.id
      where t.parent_id is not null and level < 10
    ), below as (
      select new.id, 0 as level
      union all
      select t.id, level + 1 from below join task t on t.org_id = new.org_id and t.parent_id = below.id where level < 10
    )
    select (select max(level) from above) + (select max(level) from below) > 3 or exists (select from above where id = new.id)
  ) then
    raise exception 'Task % is too deep below others.', new.id using errcode = 'check_violation', constraint = 'task_depth';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_task_circle()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform lock_task_tree(new.org_id);
  if exists (
    with recursive earlier as (
      select new.blocker_id as id
      union
      select d.blocker_id from earlier join task_dependency d on d.org_id = new.org_id and d.task_id = earlier.id
    )
    select from earlier where id = new.task_id
  ) then
    raise exception 'Task % would wait for itself.', new.task_id using errcode = 'check_violation', constraint = 'task_dependency_circle';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.renew_event_epoch()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  here text := current_cluster();
begin
  -- Of several that find it empty the others wait for the first, and then have nothing to do.
  insert into event_epoch_life default values on conflict do nothing;
  if found then
    update event_epoch set id = new_id();
  end if;
  if exists (select from event_epoch where cluster = here) then return; end if;
  insert into event_epoch (cluster) values (here)
  on conflict (singleton) do update set id = new_id(), cluster = here, purged_xid = '0' where event_epoch.cluster <> here;
  if found and exists (select from event) then
    -- Their transaction ids belong to the epoch before: older than anything of this one.
    update event set xid = '3';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.report_presence(process uuid, changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  delete from presence_connection using jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid, state text)
  where presence_connection.org_id = given.org_id and presence_connection.user_id = given.user_id and process_id = process and state = 'gone';
  insert into presence_connection (org_id, user_id, process_id, active)
  select org_id, user_id, process, state = 'active'
  from jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid, state text) join member using (org_id, user_id)
  where state <> 'gone' order by 1, 2 for key share of member
  on conflict (org_id, user_id, process_id) do update set active = excluded.active;
  perform touch_presence(array_agg(org_id), array_agg(user_id)) from jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid);
end $function$;

CREATE OR REPLACE FUNCTION public.return_company_rows(company uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  kept record;
begin
  for kept in
    select of_table, columns, row from deleted_company_row join list_company_tables() using (of_table)
    where org_id = (select current_org()) and company_id = company order by position
  loop
    begin
      execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1) on conflict do nothing',
        kept.of_table, kept.columns) using kept.row;
    exception when foreign_key_violation then
      -- What it was about has gone meanwhile.
    end;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.return_to_company(company uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into participant (org_id, interaction_id, role, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select i.org_id, i.id, 'about', company, i.occurred_at, i.kind, i.direction, i.has_attachments, i.deleted_at is not null
  from deleted_company_interaction was join interaction i on i.org_id = was.org_id and i.id = was.interaction_id
  where was.org_id = (select current_org()) and was.company_id = company
  on conflict do nothing;
  select return_company_rows(company);
$function$;

CREATE OR REPLACE FUNCTION public.rfc3339(at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select overlay(left(at::text, -3) placing 'T' from 11) || 'Z'
$function$;

CREATE OR REPLACE FUNCTION public.search_entries(given text, kinds text[], most integer)
 RETURNS TABLE(kind text, id uuid, found_by text[], guessed boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  org uuid := current_org();
  tokens text[] := array(select distinct token from unnest(asked_words(given)) as token limit 20);
  asked jsonb;
  said text[] := '{}';
  similar_ones text[];
  token text;
begin
  if org is null or tokens = '{}' then return; end if;
  asked := (select jsonb_agg(jsonb_build_object('words', array[t], 'unfinished', length(t) > 1 and not is_unspaced(t))) from unnest(tokens) as t);
  return query select hit.kind, hit.id, tokens, false from search_exactly(org, asked, kinds, most) as hit;
  if found then return; end if;

  asked := '[]';
  foreach token in array tokens loop
    similar_ones := case
      when length(token) < 3 or is_unspaced(token)
        or exists (select from search_word where org_id = org and word >= token and starts_with(word, token))
      then '{}' else similar_words(org, token) end;
    if similar_ones = '{}' then
      said := said || token;
      asked := asked || jsonb_build_object('words', array[token], 'unfinished', length(token) > 1 and not is_unspaced(token));
    else
      said := said || similar_ones;
      asked := asked || jsonb_build_object('words', similar_ones, 'unfinished', false);
    end if;
  end loop;
  if said <> tokens then
    return query select hit.kind, hit.id, said, not said <@ tokens from search_exactly(org, asked, kinds, most) as hit;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.search_exactly(org uuid, asked jsonb, kinds text[], most integer)
 RETURNS TABLE(kind text, id uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  -- Without one that may be unfinished, the second look would find the same.
  looks boolean[] := case when asked @> '[{"unfinished": true}]' then '{false,true}' else '{false}' end;
  wanted text[] := array(select search_query(asked, unfinished, false) from unnest(looks) as unfinished);
  named text[] := array(select search_query(asked, unfinished, true) from unnest(looks) as unfinished);
  what text;
  scope text;
  hits uuid[];
begin
  foreach what in array kinds loop
    scope := search_scope(org, what);
    for look in 1 .. cardinality(looks) loop
      if what in ('contact', 'company') then
        hits := best_entries(org, what, replace(wanted[look], '~', scope)::tsquery, replace(named[look], '~', scope)::tsquery, most);
      else
        hits := newest_entries(org, what, replace(wanted[look], '~', scope)::tsquery, most);
      end if;
      exit when cardinality(hits) >= most;
    end loop;
    return query select what, hit from unnest(hits) as hit;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.search_kinds(org uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  with recursive each as (
    (select kind from search_entry where org_id = org order by kind limit 1)
    union all
    select (select e.kind from search_entry e where e.org_id = org and e.kind > each.kind order by e.kind limit 1)
    from each where each.kind is not null
  )
  select kind from each where kind is not null
$function$;

CREATE OR REPLACE FUNCTION public.search_messages(given text, rooms uuid[], authors uuid[], has text[], since timestamp with time zone, until timestamp with time zone, before_at timestamp with time zone, before_id uuid, most integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  org uuid := current_org();
  wanted tsquery := message_query(org, given);
  found uuid[];
  look int;
  one_room uuid := case when cardinality(rooms) = 1 then rooms[1] end;
begin
  if org is null then return '{}'; end if;
  -- Without words all of them are gone through.
  foreach look in array case when wanted is null then array[1000000000] else array[500, 20000] end loop
    if one_room is null then
      found := array(
        select m.id from (
          select * from message
          where org_id = org and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
          order by created_at desc, id desc limit look
        ) m where m.room_id = any(rooms) and m.deleted_at is null and (authors is null or m.author_id = any(authors))
          and (wanted is null or (select w.words @@ wanted from message_words w where w.org_id = org and w.message_id = m.id))
          and not exists (select from unnest(has) as each where not message_has(m, each))
        order by m.created_at desc, m.id desc limit most);
    else
      found := array(
        select m.id from (
          select * from message
          where org_id = org and room_id = one_room and created_at >= since and created_at < until and (created_at, id) < (before_at, before_id)
          order by created_at desc, id desc limit look
        ) m where m.deleted_at is null and (authors is null or m.author_id = any(authors))
          and (wanted is null or (select w.words @@ wanted from message_words w where w.org_id = org and w.message_id = m.id))
          and not exists (select from unnest(has) as each where not message_has(m, each))
        order by m.created_at desc, m.id desc limit most);
    end if;
    if wanted is null or cardinality(found) >= most then return found; end if;
    -- Rarer than that enough would be among the next.
    exit when cardinality(found) * 40 < most;
  end loop;
  return array(
    select m.id from message_words w join message m on m.org_id = org and m.id = w.message_id
    where w.words @@ wanted and (w.org_id = org) is true and m.room_id = any(rooms) and m.deleted_at is null
      and (authors is null or m.author_id = any(authors)) and m.created_at >= since and m.created_at < until
      and (m.created_at, m.id) < (before_at, before_id) and not exists (select from unnest(has) as each where not message_has(m, each))
    order by m.created_at desc, m.id desc limit most);
end $function$;

CREATE OR REPLACE FUNCTION public.search_query(asked jsonb, unfinished boolean, named boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select string_agg(alternatives, ' & ')
  from jsonb_array_elements(asked) as token, lateral (
    select '(' || string_agg(search_term('~', word, unfinished and (token->'unfinished')::boolean, named), ' | ') || ')'
    from jsonb_array_elements_text(token->'words') as word
  ) as each (alternatives)
$function$;

CREATE OR REPLACE FUNCTION public.search_scope(org uuid, kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 's' || left(md5(kind || org), 7)
$function$;

CREATE OR REPLACE FUNCTION public.search_term(scope text, word text, unfinished boolean, named boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when is_unspaced(word) and length(word) > 1 then (
    select '(' || string_agg(quote_literal(scope || substr(word, n, 2)) || case when named then ':A' else '' end, ' <-> ' order by n) || ')'
    from generate_series(1, length(word) - 1) as n
  ) else quote_literal(scope || word) || case
    when unfinished or is_unspaced(word) then case when named then ':*A' else ':*' end
    when named then ':A' else '' end
  end
$function$;

CREATE OR REPLACE FUNCTION public.search_text(given text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select regexp_replace(pair_letters(lower(unaccent(coalesce(given, '')))), '[^[:alnum:]' || unspaced_letters() || ']+', ' ', 'g')
$function$;

CREATE OR REPLACE FUNCTION public.search_words(scope text, given text, weight "char")
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select setweight(ts_delete(to_tsvector('simple', scope || replace(trim(left(search_text(given), 200000)), ' ', ' ' || scope)), scope), weight)
$function$;

CREATE OR REPLACE FUNCTION public.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;

CREATE OR REPLACE FUNCTION public.set_participant_company()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  new.company_id := (select company_id from contact where org_id = new.org_id and id = new.contact_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.settle_meetings(since interval)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with latest as (
    select p.org_id, p.contact_id, max(p.occurred_at) as occurred_at
    from organization join interaction i on i.org_id = organization.id
      and i.occurred_at > now() - since and i.occurred_at <= now() and i.deleted_at is null
      and i.status is distinct from 'cancelled' and i.kind = 'meeting'
    join participant p on p.org_id = i.org_id and p.interaction_id = i.id and p.contact_id is not null
    group by p.org_id, p.contact_id
  )
  update contact set last_interaction_at = latest.occurred_at from latest
  where contact.org_id = latest.org_id and contact.id = latest.contact_id
    and (contact.last_interaction_at is null or contact.last_interaction_at < latest.occurred_at)
$function$;

CREATE OR REPLACE FUNCTION public.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;

CREATE OR REPLACE FUNCTION public.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;

CREATE OR REPLACE FUNCTION public.similar_words(org uuid, token text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.25'
AS $function$
  with swapped as (
    select overlay(token placing reverse(substr(token, n, 2)) from n for 2) as word from generate_series(1, length(token) - 1) as n
  ), near as (
    select word, 1 as distance from search_word where org_id = org and word = any(array(select word from swapped))
    union
    select word, levenshtein_less_equal(word, token, 2) from search_word where org_id = org and word % token
  )
  select array(select word from near where distance <= case when length(token) <= 4 then 1 else 2 end order by distance, word limit 5)
$function$;

CREATE OR REPLACE FUNCTION public.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;

CREATE OR REPLACE FUNCTION public.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;

CREATE OR REPLACE FUNCTION public.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;

CREATE OR REPLACE FUNCTION public.sort_pending_parts()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ begin
  perform gin_clean_pending_list('contact_search_parts'), gin_clean_pending_list('contact_email_parts');
end $function$;

CREATE OR REPLACE FUNCTION public.soundex(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$soundex$function$;

CREATE OR REPLACE FUNCTION public.spoken_words(entries tsvector[])
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select distinct substr(lexeme, 9) from unnest(entries) as words, unnest(ts_filter(words, '{a,b}'))
$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;

CREATE OR REPLACE FUNCTION public.take_search_changes(batch integer)
 RETURNS SETOF search_change
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  first search_change[];
begin
  with taken as (
    delete from search_change where position = any(array(
      select position from search_change order by position limit batch for update skip locked
    )) returning search_change
  )
  select array_agg(search_change) into first from taken;
  return query select * from unnest(first);
  return query delete from search_change where position = any(array(
    select position from search_change
    where org_id = any(array(select distinct org_id from unnest(first))) and id = any(array(select id from unnest(first)))
    for update skip locked
  )) returning *;
end $function$;

CREATE OR REPLACE FUNCTION public.text_soundex(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$soundex$function$;

CREATE OR REPLACE FUNCTION public.touch_presence(org_ids uuid[], user_ids uuid[])
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into presence (org_id, user_id, changed_at)
  select org_id, user_id, clock_timestamp() from (
    select org_id, user_id from member
    where (org_id, user_id) in (select * from unnest(org_ids, user_ids)) order by 1, 2 for key share
  ) known
  on conflict (org_id, user_id) do update set changed_at = excluded.changed_at
$function$;

CREATE OR REPLACE FUNCTION public.unaccent(regdictionary, text)
 RETURNS text
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/unaccent', $function$unaccent_dict$function$;

CREATE OR REPLACE FUNCTION public.unaccent(text)
 RETURNS text
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/unaccent', $function$unaccent_dict$function$;

CREATE OR REPLACE FUNCTION public.unaccent_init(internal)
 RETURNS internal
 LANGUAGE c
 PARALLEL SAFE
AS '$libdir/unaccent', $function$unaccent_init$function$;

CREATE OR REPLACE FUNCTION public.unaccent_lexize(internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 PARALLEL SAFE
AS '$libdir/unaccent', $function$unaccent_lexize$function$;

CREATE OR REPLACE FUNCTION public.unspaced_letters()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select '\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81-\u0EDF\u1000-\u1049\u1050-\u109F\u1780-\u17D3\u17D7\u17DC-\u17E9\uA9E0-\uA9FE\uAA60-\uAA7F'
    '\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F'
    '\U00020000-\U0003FFFF'
$function$;

CREATE OR REPLACE FUNCTION public.use_api_key(key_hash bytea)
 RETURNS TABLE(org_id uuid, id uuid, scope text, plan text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update api_key set last_used_at = now()
  where hash = key_hash and (last_used_at is null or last_used_at < now() - interval '1 minute');
  select api_key.org_id, api_key.id,
    case when member.role = 'member' and api_key.scope = 'admin' then 'write' else api_key.scope end, organization.plan
  from api_key
  join organization on organization.id = api_key.org_id
  left join member on member.org_id = api_key.org_id and member.user_id = api_key.created_by
  where hash = key_hash and revoked_at is null and (expires_at is null or expires_at > now()) and deleted_at is null
    and (created_by is null or member.role <> 'guest')
$function$;

CREATE OR REPLACE FUNCTION public.use_session(session_hash text)
 RETURNS TABLE(id uuid, user_id uuid, org_id uuid, role text, plan text, needs_two_factor boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with used as (
    update auth.session set last_seen_at = now()
    where token_hash = session_hash and expires_at > now()
      and last_seen_at between now() - interval '14 days' and now() - interval '1 minute'
    returning session.org_id, session.user_id
  )
  update member set last_seen_at = now() from used where member.org_id = used.org_id and member.user_id = used.user_id;
  select session.id, session.user_id, member.org_id, member.role, organization.plan,
    organization.require_two_factor and session.method = 'password' and not "user".two_factor_enabled
  from auth.session
  join "user" on "user".id = session.user_id
  left join organization on organization.id = session.org_id and organization.deleted_at is null
  left join member on member.org_id = organization.id and member.user_id = session.user_id
  where token_hash = session_hash and expires_at > now() and session.last_seen_at > now() - interval '14 days'
$function$;

CREATE OR REPLACE FUNCTION public.withdraw_events(of_subject text, of_audience text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from event where org_id = current_org() and subject = of_subject and audience = of_audience
    and (subject like 'draft:%' or subject like 'scheduled_message:%')
$function$;

CREATE OR REPLACE FUNCTION public.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;

CREATE OR REPLACE FUNCTION public.words_of_message(message message)
 RETURNS tsvector
 LANGUAGE sql
 STABLE
AS $function$
  select search_words(search_scope(message.org_id, 'message'), regexp_replace(message.text, '\]\((user|contact):[0-9a-f-]{36}\)', ']', 'gi'), 'A')
$function$;

