-- From which messages a task came, and about which rooms it is. The ids say nothing to whom does not see the room.

create table task_message (
  org_id uuid not null,
  task_id uuid not null,
  message_id uuid not null,
  -- Of the message, which stays in it.
  room_id uuid not null,
  primary key (org_id, task_id, message_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, message_id) references message on delete cascade
);
create index task_message_message on task_message (org_id, message_id);
create index task_message_room on task_message (org_id, room_id, task_id);

create table task_room (
  org_id uuid not null,
  task_id uuid not null,
  room_id uuid not null,
  primary key (org_id, task_id, room_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, room_id) references room on delete cascade
);
create index task_room_room on task_room (org_id, room_id, task_id);

do $$ declare
  name text;
begin
  foreach name in array '{task_message,task_room}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, delete on %I to rapport_app', name);
  end loop;
end $$;
