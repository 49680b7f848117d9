-- The event log: one row for each change, written in the transaction that makes it.
--
-- A reader's cursor is a snapshot (ADR 3): what it has seen is exactly what was visible then, so each row keeps its
-- transaction. The id is a sequence: it is drawn while the subject's row is locked, so it orders a subject's events.

create table event (
  id bigint generated always as identity,
  org_id uuid not null references organization on delete cascade,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  subject text not null,
  audience text not null,
  actor jsonb not null,
  data jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
-- For the readers of one organization, for the tailer of each process, and for the purge, which goes by age.
create index event_unread on event (org_id, xid, id);
create index event_tail on event (xid, id);
create index event_by_age on event using brin (created_at);

-- Transaction ids mean something within one cluster and timeline only. Another one is another epoch: cursors of the
-- one before are answered with a reset.
create table event_epoch (
  singleton boolean primary key default true check (singleton),
  id uuid not null default new_id(),
  cluster text not null,
  -- Up to this transaction events may be gone: a cursor that had not seen them all is answered with a reset too.
  purged_xid xid8 not null default '0'
);

alter table event enable row level security;
create policy tenant on event to rapport_app using (org_id = (select current_org()));
grant select, insert on event to rapport_app;
create policy tail on event for select to rapport_system using (true);
grant select on event to rapport_system;
grant select on event_epoch to rapport_app, rapport_system;

-- Called at every start: a database that was restored, cloned or promoted begins a new epoch.
create function renew_event_epoch() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here text := (select system_identifier from pg_control_system()) || '/' ||
               (select timeline_id from pg_control_checkpoint());
begin
  insert into event_epoch (cluster) values (here)
  on conflict (singleton) do update set id = new_id(), cluster = here, purged_xid = '0' where event_epoch.cluster <> here;
  if found and exists (select from event) then
    -- Their transaction ids belong to the epoch before: older than anything of this one.
    update event set xid = '3';
  end if;
end $$;
revoke execute on function renew_event_epoch from public;
grant execute on function renew_event_epoch to rapport_system;

-- Events older than the retention, a batch at a time; returns how many went.
create function purge_events(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last xid8;
  gone int;
begin
  with old as (
    select org_id, id from event where created_at < now() - older_than limit batch
  ), deleted as (
    delete from event using old where (event.org_id, event.id) = (old.org_id, old.id) returning xid
  )
  select max(xid), count(*) into last, gone from deleted;
  if gone > 0 then
    update event_epoch set purged_xid = greatest(purged_xid, last);
  end if;
  return gone;
end $$;
revoke execute on function purge_events from public;
grant execute on function purge_events to rapport_system;
