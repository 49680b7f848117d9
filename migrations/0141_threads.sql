-- Threads: the answers to a message, numbered by themselves under the lock of this row, as a room numbers its messages. Whoever
-- follows one has a place in it up to which they have read.

create table thread (
  org_id uuid not null,
  -- The message that begins it.
  id uuid not null,
  room_id uuid not null,
  last_seq int not null default 0,
  -- Raised by what changes how much of it is unread.
  revision int not null default 0,
  -- But for deleted ones.
  reply_count int not null default 0,
  last_reply_at timestamptz,
  -- Who answered, the latest first; five.
  author_ids uuid[] not null default '{}',
  primary key (org_id, id),
  foreign key (org_id, id) references message on delete cascade
);

create table thread_follower (
  org_id uuid not null,
  thread_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  read_seq int not null,
  primary key (org_id, thread_id, user_id),
  foreign key (org_id, thread_id) references thread on delete cascade,
  foreign key (org_id, room_id, user_id) references room_member on delete cascade
);
create index thread_follower_user on thread_follower (org_id, user_id, room_id);
create index thread_follower_member on thread_follower (org_id, room_id, user_id);

-- What a message said before it was changed, until when.
create table message_edit (
  org_id uuid not null,
  message_id uuid not null,
  edited_at timestamptz not null,
  text text not null,
  primary key (org_id, message_id, edited_at),
  foreign key (org_id, message_id) references message on delete cascade
);

create table reaction (
  org_id uuid not null,
  message_id uuid not null,
  emoji text collate "C" not null check (length(emoji) between 1 and 64),
  -- Theirs also when they have left.
  user_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, message_id, emoji, user_id),
  foreign key (org_id, message_id) references message on delete cascade
);

alter table message add pinned_at timestamptz;
create index message_pinned on message (org_id, room_id, pinned_at) where pinned_at is not null;

-- What somebody wants to find again.
create table bookmark (
  org_id uuid not null,
  user_id uuid not null,
  message_id uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, user_id, message_id),
  foreign key (org_id, message_id) references message on delete cascade,
  foreign key (org_id, user_id) references member on delete cascade
);
create index bookmark_time on bookmark (org_id, user_id, created_at, message_id);
create index bookmark_message on bookmark (org_id, message_id);

-- What somebody has begun to write, in a room or in answer to a message of it; the same on all of their devices.
create table message_draft (
  org_id uuid not null,
  user_id uuid not null,
  room_id uuid not null,
  thread_id uuid,
  text text not null check (length(text) between 1 and 40000),
  updated_at timestamptz not null default now(),
  foreign key (org_id, room_id, user_id) references room_member on delete cascade,
  foreign key (org_id, thread_id) references message on delete cascade
);
create unique index message_draft_place on message_draft (org_id, user_id, room_id, thread_id) nulls not distinct;
create index message_draft_member on message_draft (org_id, room_id, user_id);
create index message_draft_thread on message_draft (org_id, thread_id) where thread_id is not null;

-- Files of messages. One that is uploaded belongs to nobody's message until it is sent, and is removed after a day if it is not.
create table message_file (
  org_id uuid not null,
  id uuid not null default new_id(),
  room_id uuid not null,
  message_id uuid,
  position int,
  uploaded_by uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  -- Of a picture, in pixels, with a thumbnail.
  width int,
  height int,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, room_id) references room on delete cascade,
  foreign key (org_id, message_id) references message on delete cascade
);
create index message_file_message on message_file (org_id, message_id, position);
create index message_file_room on message_file (org_id, room_id, created_at);
create index message_file_waiting on message_file (org_id, created_at) where message_id is null;

do $$ declare
  of_table text;
begin
  foreach of_table in array '{thread,thread_follower,message_edit,reaction,bookmark,message_draft,message_file}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
    execute format('grant select, insert, update, delete on %I to rapport_app', of_table);
  end loop;
end $$;
