-- Messages that are written now and sent at a time: then the row goes, and a message with its id as client_id comes.

create table scheduled_message (
  org_id uuid not null,
  id uuid not null default new_id(),
  user_id uuid not null,
  -- Not through room_member: whoever is out of the room is told that it was not sent.
  room_id uuid not null,
  thread_id uuid,
  text text not null check (length(text) between 1 and 40000),
  send_at timestamptz not null,
  created_at timestamptz not null default now(),
  -- Why it could not be sent: the code of the problem.
  problem text,
  primary key (org_id, id),
  foreign key (org_id, user_id) references member on delete cascade,
  foreign key (org_id, room_id) references room on delete cascade,
  foreign key (org_id, thread_id) references message on delete cascade
);
create index scheduled_message_user on scheduled_message (org_id, user_id, send_at, id);
create index scheduled_message_room on scheduled_message (org_id, room_id);
create index scheduled_message_thread on scheduled_message (org_id, thread_id) where thread_id is not null;
create index scheduled_message_due on scheduled_message (send_at) where problem is null;

alter table scheduled_message enable row level security;
create policy tenant on scheduled_message to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on scheduled_message to rapport_app;

-- Those whose job was lost, while the database was away when it ran.
create function queue_late_messages() returns void language sql
security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('rooms.send_scheduled', json_build_object('org_id', org_id, 'id', id), null, 'rooms.send_scheduled:' || id, 5, null)
  from scheduled_message where problem is null and send_at < now() - interval '1 minute' limit 1000
$$;
revoke execute on function queue_late_messages from public;
grant execute on function queue_late_messages to rapport_system;
