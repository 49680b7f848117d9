-- A crash of PostgreSQL can give the id of a transaction a second time. A transaction that is rolled back, or has written to unlogged tables
-- alone, ends without waiting for the disk; readers see that it is over at once, and their cursors say so. If the server dies before that part of
-- its log is written (some 0.6 s), nothing is left of the id, and it is the next one to be drawn after recovery: what that transaction tells would be
-- seen already by cursors from before. So recovery begins another epoch.
--
-- That there was one, PostgreSQL says by emptying unlogged tables; after a shutdown they are as they were. Also when only one of its processes
-- was killed, and the start of the server stays what it was.
create unlogged table event_epoch_life (
  singleton boolean primary key default true check (singleton)
);
grant select on event_epoch_life to rapport_system;

create or replace function renew_event_epoch() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
