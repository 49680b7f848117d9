-- Presence: who is connected now, to which process of ours, and who was last here when. A process that dies takes its connections
-- along: it says every few seconds that it lives, and the others take away what it leaves. What is true only while processes run is
-- not logged, and in no backup.

create unlogged table presence_process (
  id uuid primary key,
  expires_at timestamptz not null
);

create unlogged table presence_connection (
  org_id uuid not null,
  user_id uuid not null,
  process_id uuid not null references presence_process on delete cascade,
  -- Whether they do something, in any of their clients there.
  active boolean not null,
  primary key (org_id, user_id, process_id),
  foreign key (org_id, user_id) references member on delete cascade
);
create index presence_connection_process on presence_connection (process_id);

-- Since when it is as it is with somebody who was ever here; processes look for what has changed.
create table presence (
  org_id uuid not null,
  user_id uuid not null,
  changed_at timestamptz not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references member on delete cascade
);
create index presence_by_age on presence (changed_at);

-- In the order of the key, here and below: two processes that write the same rows wait for one another, and never both.
create function touch_presence(org_ids uuid[], user_ids uuid[]) returns void language sql as $$
  insert into presence (org_id, user_id, changed_at)
  select org_id, user_id, clock_timestamp() from (
    select org_id, user_id from member
    where (org_id, user_id) in (select * from unnest(org_ids, user_ids)) order by 1, 2 for key share
  ) known
  on conflict (org_id, user_id) do update set changed_at = excluded.changed_at
$$;
revoke execute on function touch_presence from public;

-- A process lives for so long from now. Returns whether it was unknown: then so is who is connected to it. Takes away what the dead have left.
create function beat_presence(process uuid, lasts interval) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  is_new boolean;
  left_org_ids uuid[];
  left_user_ids uuid[];
begin
  insert into presence_process (id, expires_at) values (process, now() + lasts)
  on conflict (id) do update set expires_at = excluded.expires_at returning xmax = 0 into is_new;
  with dead as (
    select id from presence_process where expires_at < now() order by id for update skip locked
  ), gone as (
    select org_id, user_id from presence_connection where process_id in (select id from dead)
  ), removed as (
    delete from presence_process where id in (select id from dead)
  )
  select array_agg(org_id), array_agg(user_id) into left_org_ids, left_user_ids from gone;
  perform touch_presence(left_org_ids, left_user_ids);
  return is_new;
end $$;
revoke execute on function beat_presence from public;
grant execute on function beat_presence to rapport_system;

-- What has changed at a process: [{org_id, user_id, state}], where a state is active, idle or gone.
create function report_presence(process uuid, changes jsonb) returns void language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  delete from presence_connection using jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid, state text)
  where presence_connection.org_id = given.org_id and presence_connection.user_id = given.user_id and process_id = process and state = 'gone';
  insert into presence_connection (org_id, user_id, process_id, active)
  select org_id, user_id, process, state = 'active'
  from jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid, state text) join member using (org_id, user_id)
  where state <> 'gone' order by 1, 2 for key share of member
  on conflict (org_id, user_id, process_id) do update set active = excluded.active;
  perform touch_presence(array_agg(org_id), array_agg(user_id)) from jsonb_to_recordset(changes) as given (org_id uuid, user_id uuid);
end $$;
revoke execute on function report_presence from public;
grant execute on function report_presence to rapport_system;

-- How it is with somebody now.
create function presence_of(org uuid, person uuid) returns text language sql stable as $$
  select case bool_or(active) when true then 'online' when false then 'idle' else 'offline' end
  from presence_connection where org_id = org and user_id = person
$$;

do $$ declare
  of_table text;
begin
  foreach of_table in array '{presence,presence_connection}'::text[] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', of_table);
    execute format('create policy watch on %I for select to rapport_system using (true)', of_table);
    execute format('grant select on %I to rapport_app, rapport_system', of_table);
  end loop;
end $$;
