-- Rooms and messages that another program had: what has become of each, so that what comes again is known, and an import can be undone.

create table imported_room (
  org_id uuid not null,
  source text not null,
  -- What it is called there: `C024BE91L`.
  source_id text collate "C" not null,
  room_id uuid not null,
  -- Which has made it; null of one that was here.
  import_id uuid,
  primary key (org_id, source, source_id),
  foreign key (org_id, room_id) references room on delete cascade
);
create index imported_room_room on imported_room (org_id, room_id);
create index imported_room_import on imported_room (org_id, import_id);

create table imported_message (
  org_id uuid not null,
  source text not null,
  -- Its room there, and its time: `C024BE91L 1577836800.000100`.
  source_id text collate "C" not null,
  message_id uuid not null,
  import_id uuid not null,
  primary key (org_id, source, source_id),
  foreign key (org_id, message_id) references message on delete cascade
);
create index imported_message_message on imported_message (org_id, message_id);
create index imported_message_import on imported_message (org_id, import_id);

-- Numbers whose messages are gone for good, from one to another. Nobody has to read them: they are no part of what is unread (ADR 14).
create table message_gap (
  org_id uuid not null,
  room_id uuid not null,
  from_seq int not null,
  to_seq int not null check (to_seq >= from_seq),
  primary key (org_id, room_id, to_seq),
  foreign key (org_id, room_id) references room on delete cascade
);

do $$ declare
  of_table text;
begin
  foreach of_table in array '{imported_room,imported_message,message_gap}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
    execute format('grant select, insert, update, delete on %I to rapport_app', of_table);
  end loop;
end $$;
-- Those that an import has made go with it.
grant delete on room to rapport_app;

-- As `forget_message`, of many.
create function forget_messages(messages uuid[]) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": ""}')
  where org_id = current_org() and subject = any(array(select 'message:' || id from unnest(messages) as id))
    and audience like 'room:%' and data ? 'message'
$$;
revoke execute on function forget_messages from public;
grant execute on function forget_messages to rapport_app;
