-- When an urgent message tells again: the job asks the row whether its time has come, and so tells once however often it runs. One whose
-- own was lost is found, as messages are that are sent later.

alter table message add column urgent_next_at timestamptz;
update message set urgent_next_at = now() where urgent_until > now();
create index message_urgent_next on message (urgent_next_at) where urgent_next_at is not null;

create or replace function queue_late_messages() returns void language sql
security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('rooms.send_scheduled', json_build_object('org_id', org_id, 'id', id), null, 'rooms.send_scheduled:' || id, 5, null)
  from scheduled_message where problem is null and send_at < now() - interval '1 minute' limit 1000;
  select graphile_worker.enqueue('rooms.repeat_urgent', json_build_object('org_id', org_id, 'message_id', id), null, 'rooms.repeat_urgent:' || id, 5, null)
  from message where urgent_next_at < now() - interval '1 minute' limit 1000
$$;
