-- Each process follows the whole log with one query; old events go.

create index event_tail on event (xid, id);
create policy tail on event for select to rapport_system using (true);
create policy purge on event for delete to rapport_system using (true);
create index event_by_age on event (created_at);
grant select, delete on event to rapport_system;

-- Up to this transaction events may be gone: a cursor that had not seen them all is answered with a reset.
alter table event_epoch add purged_xid xid8 not null default '0';
grant select, update on event_epoch to rapport_system;

-- Events older than the retention, a batch at a time; returns how many went.
create function purge_events(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public as $$
declare
  last xid8;
  gone int;
begin
  with old as (
    select id from event where created_at < now() - older_than order by created_at limit batch
  ), deleted as (
    delete from event using old where event.id = old.id returning xid
  )
  select max(xid), count(*) into last, gone from deleted;
  if gone > 0 then
    update event_epoch set purged_xid = greatest(purged_xid, last);
  end if;
  return gone;
end $$;
revoke execute on function purge_events from public;
grant execute on function purge_events to rapport_system;
