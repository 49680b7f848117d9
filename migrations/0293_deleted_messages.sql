-- What was deleted can be brought back for so many days; then it goes for good, as what is older than its room keeps it.

create index message_deleted_at on message (org_id, room_id, deleted_at) where deleted_at is not null;

drop function queue_expiring_rooms();
-- A job for each room in which somebody said something too long ago, or deleted it.
create function queue_expiring_rooms(deleted_days int) returns void
language sql security definer set search_path = public, pg_temp as $$
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
$$;
revoke execute on function queue_expiring_rooms from public;
grant execute on function queue_expiring_rooms to rapport_system;
