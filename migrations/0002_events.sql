-- The event log: one row for each change, written in the transaction that makes it.
--
-- A reader's cursor is a snapshot (ADR 3): what it has seen is exactly what was visible then, so each row keeps its
-- transaction. The id is a sequence: it is drawn while the subject's row is locked, so it orders a subject's events.

create table event (
  id bigint generated always as identity primary key,
  org_id uuid not null references organization on delete cascade,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  subject text not null,
  audience text not null,
  actor jsonb not null,
  data jsonb not null,
  created_at timestamptz not null default now()
);
create index event_unread on event (org_id, xid, id);

-- Transaction ids mean something within one cluster and timeline only. Another one is another epoch: cursors of the
-- one before are answered with a reset.
create table event_epoch (
  singleton boolean primary key default true check (singleton),
  id uuid not null default new_id(),
  cluster text not null
);

alter table event enable row level security;
create policy tenant on event to rapport_app using (org_id = (select current_org()));
grant select, insert on event to rapport_app;
grant select on event_epoch to rapport_app;

-- Called at every start: a database that was restored, cloned or promoted begins a new epoch.
create function renew_event_epoch() returns void language plpgsql security definer set search_path = public as $$
declare
  here text := (select system_identifier from pg_control_system()) || '/' ||
               (select timeline_id from pg_control_checkpoint());
begin
  insert into event_epoch (cluster) values (here)
  on conflict (singleton) do update set id = new_id(), cluster = here where event_epoch.cluster <> here;
  if found and exists (select from event) then
    -- Their transaction ids belong to the epoch before: older than anything of this one.
    update event set xid = '3';
  end if;
end $$;
revoke execute on function renew_event_epoch from public;
grant execute on function renew_event_epoch to rapport_system;
