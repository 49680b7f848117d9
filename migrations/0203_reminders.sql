-- Reminders: what somebody wants to be told again at a time, of a message or of their own; once, or by a rule again and again.

create table reminder (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  message_id uuid,
  -- What it is about, in words of their own.
  text text not null check (length(text) <= 1000),
  remind_at timestamptz not null,
  -- By which rule it comes again (RFC 5545), with what a clock of the zone showed the first time; another time that is said for one
  -- occasion changes neither.
  repeat_rule text,
  series_on date,
  series_time time,
  zone text,
  -- When it was told; null while it is to come.
  told_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, user_id) references member on delete cascade,
  foreign key (org_id, message_id) references message on delete cascade,
  check (message_id is not null or text <> ''),
  check ((repeat_rule is null) = (series_on is null) and (repeat_rule is null) = (series_time is null) and (repeat_rule is null) = (zone is null))
);
create index reminder_user on reminder (org_id, user_id, remind_at, id);
create index reminder_message on reminder (org_id, message_id) where message_id is not null;
create index reminder_due on reminder (remind_at) where told_at is null;

alter table reminder enable row level security;
create policy tenant on reminder to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on reminder to rapport_app;

-- Those whose job was lost, while the database was away when it ran.
create function queue_late_reminders() returns void language sql
security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('reminders.tell', json_build_object('org_id', org_id, 'id', id), null, 'reminders.tell:' || id, 5, null)
  from reminder where told_at is null and remind_at < now() - interval '1 minute' limit 1000
$$;
revoke execute on function queue_late_reminders from public;
grant execute on function queue_late_reminders to rapport_system;
