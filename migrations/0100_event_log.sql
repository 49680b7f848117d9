-- A reader that begins with the oldest event goes along the ids, page by page: whether something that it had not read
-- was purged meanwhile, only an id can say.
alter table event_epoch add purged_id bigint not null default 0;

create or replace function purge_events(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;

-- Which server this is, and which of its lives. The timeline is that of the log that is being written: the one in the
-- control file, which was asked before, is that of the last checkpoint, and stays the old one for a while after the
-- promotion of a replica.
create function current_cluster() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select system_identifier || '/' || ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int from pg_control_system()
$$;
revoke execute on function current_cluster from public;
grant execute on function current_cluster to rapport_system;

create or replace function renew_event_epoch() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here text := current_cluster();
begin
  if exists (select from event_epoch where cluster = here) then return; end if;
  insert into event_epoch (cluster) values (here)
  on conflict (singleton) do update set id = new_id(), cluster = here, purged_xid = '0' where event_epoch.cluster <> here;
  if found and exists (select from event) then
    -- Their transaction ids belong to the epoch before: older than anything of this one.
    update event set xid = '3';
  end if;
end $$;
