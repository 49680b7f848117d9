-- Tasks: what members have set out to do, in which order, by when, and what has to be done before.

-- Where a task can stand. A status keeps its category for good: tasks hold it as well, so that what is open is found by an index.
create table task_status (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  match_name text not null generated always as (lower(name)) stored,
  category text not null check (category in ('backlog', 'todo', 'doing', 'done', 'cancelled')),
  color text,
  -- In the order of these bytes, whatever the collation of the database.
  position text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, match_name),
  unique (org_id, id, category),
  unique (org_id, position)
);

create function add_task_statuses() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  insert into task_status (org_id, name, category, position) values
    (new.id, 'Backlog', 'backlog', 'a0'), (new.id, 'To do', 'todo', 'a1'), (new.id, 'Doing', 'doing', 'a2'),
    (new.id, 'Done', 'done', 'a3'), (new.id, 'Cancelled', 'cancelled', 'a4');
  return null;
end $$;
create trigger task_statuses after insert on organization for each row execute function add_task_statuses();
insert into task_status (org_id, name, category, position)
select id, given.name, category, position from organization, (values
  ('Backlog', 'backlog', 'a0'), ('To do', 'todo', 'a1'), ('Doing', 'doing', 'a2'), ('Done', 'done', 'a3'), ('Cancelled', 'cancelled', 'a4')
) as given (name, category, position);

create table task (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  title text not null check (title <> ''),
  sort_title text not null generated always as (lower(left(title, 200))) stored,
  description text,
  status_id uuid not null,
  category text not null,
  is_open boolean not null generated always as (category not in ('done', 'cancelled')) stored,
  priority text not null default 'none' check (priority in ('none', 'low', 'medium', 'high', 'urgent')),
  -- The most urgent first.
  sort_priority smallint not null generated always as (
    case priority when 'urgent' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 else 5 end) stored,
  -- A day, wherever its reader is; with a time and the zone that this was said in, a moment.
  due_on date,
  due_time time,
  due_zone text,
  due_at timestamptz generated always as ((due_on + due_time) at time zone due_zone) stored,
  -- On the clock that it was said by; a day ends when it is over.
  sort_due timestamp generated always as (due_on + coalesce(due_time, '24:00')) stored,
  starts_on date,
  estimate_minutes int check (estimate_minutes between 1 and 1000000),
  parent_id uuid,
  -- Of the board, within its status.
  position text collate "C" not null,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  deleted_at timestamptz,
  primary key (org_id, id),
  unique (org_id, status_id, position),
  -- Only an organization that goes takes a status away that has tasks (statuses/actions.ts).
  foreign key (org_id, status_id, category) references task_status (org_id, id, category) on delete cascade,
  foreign key (org_id, parent_id) references task on delete cascade,
  check (due_time is null or due_on is not null),
  check ((due_time is null) = (due_zone is null))
);
create index task_by_title on task (org_id, sort_title, id) where deleted_at is null;
create index task_by_update on task (org_id, updated_at, id) where deleted_at is null;
create index task_by_priority on task (org_id, sort_priority, id) where deleted_at is null;
create index task_by_due on task (org_id, sort_due, id) where sort_due is not null and deleted_at is null;
create index task_by_start on task (org_id, starts_on, id) where starts_on is not null and deleted_at is null;
create index task_by_estimate on task (org_id, estimate_minutes, id) where estimate_minutes is not null and deleted_at is null;
create index task_by_completion on task (org_id, completed_at, id) where completed_at is not null and deleted_at is null;
-- What is open is the smaller part as time goes by, and what is mostly asked for.
create index task_open_by_due on task (org_id, sort_due, id) where is_open and sort_due is not null and deleted_at is null;
create index task_open_by_priority on task (org_id, sort_priority, id) where is_open and deleted_at is null;
create index task_open_by_update on task (org_id, updated_at, id) where is_open and deleted_at is null;
create index task_on_board on task (org_id, status_id, position, id) where deleted_at is null;
create index task_parent on task (org_id, parent_id, id) where parent_id is not null;
create index task_deleted on task (org_id, deleted_at, id) where deleted_at is not null;
create index task_deleted_by_age on task (deleted_at) where deleted_at is not null;

create table task_assignee (
  org_id uuid not null,
  task_id uuid not null,
  user_id uuid not null,
  primary key (org_id, task_id, user_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, user_id) references member on delete cascade
);
create index task_assignee_user on task_assignee (org_id, user_id, task_id);

-- Who is told of it, and sees it though a guest.
create table task_watcher (
  org_id uuid not null,
  task_id uuid not null,
  user_id uuid not null,
  primary key (org_id, task_id, user_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, user_id) references member on delete cascade
);
create index task_watcher_user on task_watcher (org_id, user_id, task_id);

-- A word on tasks. Not a tag: those say something about people, and are merged and removed by what knows nothing of tasks.
create table label (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  match_name text not null generated always as (lower(name)) stored,
  color text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, match_name)
);

create table task_label (
  org_id uuid not null,
  task_id uuid not null,
  label_id uuid not null,
  primary key (org_id, task_id, label_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, label_id) references label on delete cascade
);
create index task_label_label on task_label (org_id, label_id, task_id);

-- A task waits until another one is done, or cancelled.
create table task_dependency (
  org_id uuid not null,
  task_id uuid not null,
  blocker_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (org_id, task_id, blocker_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, blocker_id) references task on delete cascade,
  check (task_id <> blocker_id)
);
create index task_dependency_blocker on task_dependency (org_id, blocker_id, task_id);

create table task_contact (
  org_id uuid not null,
  task_id uuid not null,
  contact_id uuid not null,
  primary key (org_id, task_id, contact_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index task_contact_contact on task_contact (org_id, contact_id, task_id);

create table task_company (
  org_id uuid not null,
  task_id uuid not null,
  company_id uuid not null,
  primary key (org_id, task_id, company_id),
  foreign key (org_id, task_id) references task on delete cascade,
  foreign key (org_id, company_id) references company on delete cascade
);
create index task_company_company on task_company (org_id, company_id, task_id);

-- Who changed what, from what to what.
create table task_change (
  org_id uuid not null,
  id uuid not null default new_id(),
  task_id uuid not null,
  field text not null,
  before jsonb,
  after jsonb,
  changed_by jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, task_id) references task on delete cascade
);
create index task_change_task on task_change (org_id, task_id, id);

-- What somebody means to do on a day; it is theirs alone.
create table task_plan (
  org_id uuid not null,
  user_id uuid not null,
  task_id uuid not null,
  planned_on date not null,
  primary key (org_id, user_id, task_id),
  foreign key (org_id, user_id) references member on delete cascade,
  foreign key (org_id, task_id) references task on delete cascade
);
create index task_plan_task on task_plan (org_id, task_id);

do $$ declare name text; begin
  foreach name in array '{task_status,task,task_assignee,task_watcher,label,task_label,task_dependency,task_contact,task_company,task_change,task_plan}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;
-- What was, was.
revoke update, delete on task_change from rapport_app;
-- A dependency is another one when one of its tasks is.
revoke update on task_dependency from rapport_app;

-- Whoever changes tasks of an organization waits for whoever does. What a change does to other tasks (that one is not blocked any more, the
-- order of a board, a circle that two dependencies close together) is then as simple as it looks; a change takes some milliseconds.
create function lock_tasks(org uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('tasks ' || org, 0))
$$;

-- After the statement, so that rows which it added together are seen together; under the lock, so that two transactions are not
-- blind to each other.
create function refuse_task_circle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform lock_tasks(new.org_id);
  if exists (
    with recursive earlier as (
      select new.blocker_id as id
      union
      select d.blocker_id from earlier join task_dependency d on d.org_id = new.org_id and d.task_id = earlier.id
    )
    select from earlier where id = new.task_id
  ) then
    raise exception 'Task % would wait for itself.', new.task_id using errcode = 'check_violation', constraint = 'task_dependency_circle';
  end if;
  return null;
end $$;
create trigger refuse_circle after insert on task_dependency for each row execute function refuse_task_circle();

-- Four levels, and no circle.
create function refuse_deep_task() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform lock_tasks(new.org_id);
  if (
    with recursive above as (
      select new.parent_id as id, 1 as level
      union all
      select t.parent_id, level + 1 from above join task t on t.org_id = new.org_id and t.id = above.id
      where t.parent_id is not null and level < 10
    ), below as (
      select new.id, 0 as level
      union all
      select t.id, level + 1 from below join task t on t.org_id = new.org_id and t.parent_id = below.id where level < 10
    )
    select (select max(level) from above) + (select max(level) from below) > 3 or exists (select from above where id = new.id)
  ) then
    raise exception 'Task % is too deep below others.', new.id using errcode = 'check_violation', constraint = 'task_depth';
  end if;
  return null;
end $$;
create trigger refuse_deep after insert or update of parent_id on task
  for each row when (new.parent_id is not null) execute function refuse_deep_task();

-- Removes tasks that were deleted before the retention, a batch at a time; returns how many.
create function purge_tasks(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from task where ctid = any(array(select ctid from task where deleted_at < now() - older_than limit batch));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function add_task_statuses, refuse_task_circle, refuse_deep_task, purge_tasks from public;
grant execute on function purge_tasks to rapport_system;
