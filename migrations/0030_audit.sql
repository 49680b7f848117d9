-- Who did what, from where: an entry for each event, written with it. It holds none of the event's data, so that it may
-- outlive it: what a contact was called goes with the event, that somebody changed it stays.

create table audit_entry (
  org_id uuid not null references organization on delete cascade,
  -- The event's.
  id bigint not null,
  created_at timestamptz not null,
  -- In the order of bytes, whatever the database's: a prefix is then a range.
  type text collate "C" not null,
  subject text collate "C" not null,
  actor_kind text not null,
  actor_id text collate "C" not null,
  -- Where the request came from; null for what Rapport does by itself.
  address text collate "C",
  user_agent text,
  primary key (org_id, created_at, id)
);
create index audit_entry_type on audit_entry (org_id, type, created_at, id);
create index audit_entry_subject on audit_entry (org_id, subject, created_at, id);
create index audit_entry_actor on audit_entry (org_id, actor_id, created_at, id);
create index audit_entry_address on audit_entry (org_id, address, created_at, id) where address is not null;
-- For the purge, which goes by age.
create index audit_entry_by_age on audit_entry using brin (created_at);

alter table audit_entry enable row level security;
create policy tenant on audit_entry to rapport_app using (org_id = (select current_org()));
-- Neither changed nor removed by the application.
grant select, insert on audit_entry to rapport_app;

insert into audit_entry (org_id, id, created_at, type, subject, actor_kind, actor_id)
select org_id, id, created_at, type, subject, actor->>'kind', actor->>'id' from event;

-- Entries older than the retention, a batch at a time; returns how many went.
create function purge_audit_entries(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from audit_entry where ctid = any(array(
    select ctid from audit_entry where created_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_audit_entries from public;
grant execute on function purge_audit_entries to rapport_system;

-- Erases a person: of events about these subjects the data, of what these actors did the place. That something was
-- done, when, and by which id, stays.
create function erase_from_log(subjects text[], actor_ids text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update event set data = '{}' where (org_id, id) in (
    select org_id, id from audit_entry where org_id = current_org() and subject = any(subjects)
  );
  update audit_entry set address = null, user_agent = null where org_id = current_org() and actor_id = any(actor_ids);
$$;
revoke execute on function erase_from_log from public;
grant execute on function erase_from_log to rapport_app;
