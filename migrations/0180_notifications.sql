-- Notifications: what somebody is to hear of, in an inbox of their own. An entry is about a place (a room, a thread of it, a task, an
-- operation) and of a kind; what happened there is its causes, each an event of the log, of which the latest is shown.

-- Of each member who was ever notified: how they want to be, and the lock under which their entries change, so that the counts of
-- each event are those of its place in the log.
create table inbox (
  org_id uuid not null,
  user_id uuid not null,
  -- What they have chosen otherwise than it is: {"mention": {"in_app": false}}.
  kinds jsonb not null default '{}',
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references member on delete cascade
);

create table notification (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  kind text not null,
  -- `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`: in the order of these bytes, a room is before its threads.
  place text collate "C" not null,
  -- Causes that are not read.
  unread_count int not null check (unread_count >= 0),
  -- When its latest cause was, or when it came back from being snoozed.
  happened_at timestamptz not null,
  read_at timestamptz,
  done_at timestamptz,
  snoozed_until timestamptz,
  primary key (org_id, id),
  unique (org_id, user_id, kind, place),
  foreign key (org_id, user_id) references inbox on delete cascade,
  check ((unread_count = 0) = (read_at is not null)),
  check (done_at is null or (unread_count = 0 and snoozed_until is null))
);
create index notification_open on notification (org_id, user_id, happened_at, id) where done_at is null and snoozed_until is null;
create index notification_snoozed on notification (org_id, user_id, happened_at, id) where snoozed_until is not null;
create index notification_done on notification (org_id, user_id, happened_at, id) where done_at is not null;
create index notification_unread on notification (org_id, user_id, happened_at, id) where unread_count > 0 and snoozed_until is null;
create index notification_place on notification (org_id, place);
-- For the purge.
create index notification_read_by_age on notification (read_at) where read_at is not null;

create table notification_cause (
  org_id uuid not null,
  user_id uuid not null,
  -- However often the log is read, an event notifies once.
  event_id bigint not null,
  notification_id uuid not null,
  -- `message:<id>`, `task:<id>`, `operation:<id>`.
  subject text collate "C" not null,
  -- Of a message.
  seq int,
  title text,
  snippet text not null,
  -- Who did it, as they were called: {kind, id, name}.
  actor jsonb not null,
  read_at timestamptz,
  primary key (org_id, user_id, event_id),
  foreign key (org_id, notification_id) references notification on delete cascade
);
create index notification_cause_of on notification_cause (org_id, notification_id, event_id);
create index notification_cause_subject on notification_cause (org_id, subject);
create index notification_cause_read_by_age on notification_cause (read_at) where read_at is not null;

-- Up to where the event log of each organization was read for it.
create table notification_cursor (
  org_id uuid primary key references organization on delete cascade,
  -- Null: from the oldest event on.
  cursor text,
  -- Events of earlier transactions were all seen.
  seen_xid xid8 not null default '0',
  collected_at timestamptz not null default now()
);

create function add_notification_cursor() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  insert into notification_cursor (org_id) values (new.id);
  return null;
end $$;
revoke execute on function add_notification_cursor from public;
create trigger notification_cursor after insert on organization for each row execute function add_notification_cursor();
-- Of what was before nobody is notified now.
insert into notification_cursor (org_id, cursor, seen_xid)
select organization.id, event_epoch.id || '~' || pg_current_snapshot() || '~~0', pg_snapshot_xmin(pg_current_snapshot())
from organization, event_epoch;

do $$ declare
  of_table text;
begin
  foreach of_table in array '{inbox,notification,notification_cause,notification_cursor}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
  end loop;
end $$;
grant select, insert, update on inbox to rapport_app;
grant select, insert, update, delete on notification, notification_cause to rapport_app;
grant select, update on notification_cursor to rapport_app;
-- Which organizations have news.
create policy watch on notification_cursor for select to rapport_system using (true);
grant select (org_id, cursor, seen_xid) on notification_cursor to rapport_system;

-- What was said is gone from the log when it is deleted, also where somebody was told of it.
create index event_of_notification on event (org_id, subject) where subject like 'notification:%';
create function forget_notifications(ids uuid[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{notification,snippet}', '""')
  where org_id = current_org() and subject like 'notification:%' and subject = any(select 'notification:' || id from unnest(ids) as id)
    and data->'notification' ? 'snippet'
$$;
revoke execute on function forget_notifications from public;
grant execute on function forget_notifications to rapport_app;

-- Entries that were done, or read, before the retention, and causes read before it but the one that is shown; a batch at a time.
-- Returns how many went.
create function purge_notifications(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function purge_notifications from public;
grant execute on function purge_notifications to rapport_system;
