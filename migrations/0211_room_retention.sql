-- How long what is said in rooms is kept: days, for an organization and for a room.

create table room_retention (
  org_id uuid primary key references organization on delete cascade,
  -- Null: for ever.
  days int check (days between 1 and 36500)
);
alter table room_retention enable row level security;
create policy tenant on room_retention to rapport_app using (org_id = (select current_org()));
grant select, insert, update on room_retention to rapport_app;

-- Null: as the organization says; 0: for ever, whatever it says.
alter table room add retention_days int check (retention_days between 0 and 36500);

-- Null: for ever.
create function kept_days(room room) returns int language sql stable as $$
  select nullif(coalesce(room.retention_days, (select days from room_retention where org_id = room.org_id)), 0)
$$;

-- A job for each room in which somebody said something too long ago.
create function queue_expiring_rooms() returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('rooms.expire', json_build_object('org_id', org_id, 'room_id', id), job_key => 'expire:' || id, max_attempts => 5)
  from room
  where kept_days(room) is not null and exists (
    select from message where message.org_id = room.org_id and room_id = room.id and pinned_at is null
      and message.created_at < now() - make_interval(days => kept_days(room))
      -- Not what stands emptied above younger answers.
      and author_kind <> 'system')
$$;
revoke execute on function queue_expiring_rooms from public;
grant execute on function queue_expiring_rooms to rapport_system;
