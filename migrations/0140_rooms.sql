-- Rooms: channels, and direct messages of two or more. A room hands out the numbers of its messages (seq) under the lock of its
-- row, which its sender holds until it commits: so they are in the order in which readers see them, without gaps, and "read up
-- to 41" says all that there is to say (ADR 14).

create table room (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  kind text not null check (kind in ('channel', 'direct')),
  visibility text not null check (visibility in ('public', 'private')),
  name text check (name <> ''),
  match_name text collate "C" generated always as (lower(name)) stored,
  topic text not null default '',
  -- Of a direct room: the SHA-256 of who is in it. The same people are one room.
  members_hash text collate "C",
  last_seq int not null default 0,
  -- Raised by what changes how much is unread: a message that comes, goes, or is for others than before.
  revision int not null default 0,
  last_message_at timestamptz,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (org_id, id),
  check ((kind = 'direct') = (members_hash is not null)),
  check ((kind = 'direct') = (name is null)),
  check (kind <> 'direct' or visibility = 'private')
);
create unique index room_direct on room (org_id, members_hash) where kind = 'direct';
-- The names of private ones are nobody's business: they may be the same.
create unique index room_public on room (org_id, match_name) where visibility = 'public' and archived_at is null;

create table room_member (
  org_id uuid not null,
  room_id uuid not null,
  user_id uuid not null,
  role text not null default 'member' check (role in ('owner', 'member')),
  -- Everything up to this message is read.
  read_seq int not null default 0,
  muted_until timestamptz,
  notify text not null default 'all' check (notify in ('all', 'mentions', 'nothing')),
  joined_at timestamptz not null default now(),
  primary key (org_id, room_id, user_id),
  foreign key (org_id, room_id) references room on delete cascade,
  foreign key (org_id, user_id) references member on delete cascade
);
create index room_member_user on room_member (org_id, user_id, room_id);

create table message (
  org_id uuid not null,
  id uuid not null default new_id(),
  room_id uuid not null,
  -- The message that begins the thread in which this one answers.
  thread_id uuid,
  -- Counts the messages of the room, or of the thread.
  seq int not null,
  author_kind text not null check (author_kind in ('user', 'api_key', 'system', 'outside')),
  author_id uuid,
  -- Of somebody who was never here.
  author_name text,
  -- Chosen by who sends it, for each message another: sent twice it is one.
  client_id uuid,
  -- Markdown.
  text text not null check (length(text) <= 40000),
  -- Its beginning as plain text.
  snippet text not null,
  -- It concerns everyone in the room.
  mentions_room boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, room_id) references room on delete cascade,
  foreign key (org_id, thread_id) references message on delete cascade
);
create unique index message_seq on message (org_id, room_id, seq) where thread_id is null;
create unique index message_thread on message (org_id, thread_id, seq) where thread_id is not null;
create unique index message_client on message (org_id, author_id, client_id) where client_id is not null;
create index message_time on message (org_id, room_id, created_at, seq);
-- What does not count as unread although it is behind what somebody has read: it is deleted, or their own.
create index message_deleted on message (org_id, room_id, seq) where deleted_at is not null and thread_id is null;
create index message_author on message (org_id, author_id, room_id, seq);
create index message_to_room on message (org_id, room_id, seq) where mentions_room and deleted_at is null and thread_id is null;

-- Whom a message concerns; of a deleted one nobody.
create table message_mention (
  org_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  thread_id uuid,
  seq int not null,
  primary key (org_id, message_id, user_id),
  foreign key (org_id, message_id) references message on delete cascade,
  foreign key (org_id, user_id) references member on delete cascade
);
create index message_mention_user on message_mention (org_id, user_id, room_id, seq);

-- What they were called who are no members any more: what they wrote stays.
create table former_member (
  org_id uuid not null references organization on delete cascade,
  user_id uuid not null,
  name text not null,
  left_at timestamptz not null default now(),
  primary key (org_id, user_id)
);

create function keep_former_member() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  insert into former_member (org_id, user_id, name)
  select organization.id, "user".id, "user".name from organization, "user"
  where organization.id = old.org_id and "user".id = old.user_id
  on conflict (org_id, user_id) do update set name = excluded.name, left_at = now();
  return null;
end $$;
revoke execute on function keep_former_member from public;
create trigger keep_former_member after delete on member for each row execute function keep_former_member();

-- In JSON as everywhere else: `2026-11-22T04:44:19.123456Z`.
create function rfc3339(at timestamptz) returns text language sql stable parallel safe as $$
  select overlay(left(at::text, -3) placing 'T' from 11) || 'Z'
$$;

-- What somebody is called who has written something.
create function name_of_author(org uuid, kind text, author uuid) returns text language sql stable as $$
  select case kind
    when 'user' then coalesce(
      (select name from "user" where id = author),
      (select name from former_member where org_id = org and user_id = author))
    when 'api_key' then (select name from api_key where org_id = org and id = author)
  end
$$;

-- What was said is gone from the log when it is deleted; that something was said stays.
create index event_in_room on event (org_id, subject) where audience like 'room:%';
create function forget_message(message_id uuid) returns void language sql
security definer set search_path = public, pg_temp as $$
  update event set data = jsonb_set(data, '{message}', data->'message' || '{"text": "", "html": "", "snippet": ""}')
  where org_id = current_org() and subject = 'message:' || message_id and audience like 'room:%' and data ? 'message'
$$;
revoke execute on function forget_message from public;
grant execute on function forget_message to rapport_app;

do $$ declare
  of_table text;
begin
  foreach of_table in array '{room,room_member,message,message_mention,former_member}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
  end loop;
end $$;
grant select, insert, update, delete on room_member, message, message_mention to rapport_app;
grant select, insert, update on room to rapport_app;
grant select on former_member to rapport_app;
