-- Changes of tasks wait for each other only where one is told of by both. A lock for all tasks of an organization had each wait for the
-- commit of the one before: 140 new tasks in a second, however many asked.
--
-- Whoever tells of a task holds its row: of what it changes, of what waits for that, of what that is a part of or that is a part of it, and of
-- what it newly names. So an event has all that was told before it, and the last of two blockers that are done at once sees the other.

-- All of an organization, for whoever changes what they share (statuses, labels) or many at once: then no row is needed.
create or replace function lock_tasks(org uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('tasks ' || org, 0))
$$;

-- What waits for what, and what is a part of what: two who add to it would not see the circle that both close.
create function lock_task_tree(org uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('task tree ' || org, 0))
$$;

-- These tasks, those that show something of them, and those that they are to name. In the order of their ids, and once more from the beginning
-- when somebody has made another one show them meanwhile. `tree` comes before any row, as it does for everybody.
create function lock_some_tasks(ids uuid[], named uuid[], tree boolean, parts boolean) returns void language plpgsql as $$
declare
  org uuid := current_org();
  held uuid[] := '{}';
  wanted uuid[];
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('tasks ' || org, 0));
  if tree then perform lock_task_tree(org); end if;
  loop
    wanted := array(
      select unnest(ids || named)
      union select task_id from task_dependency where org_id = org and blocker_id = any(ids)
      union select parent_id from task where org_id = org and id = any(ids) and parent_id is not null
      union select id from task where parts and org_id = org and parent_id = any(ids));
    exit when wanted <@ held;
    perform from task where org_id = org and id = any(wanted) order by id for no key update;
    held := held || wanted;
  end loop;
end $$;

create or replace function refuse_task_circle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform lock_task_tree(new.org_id);
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

create or replace function refuse_deep_task() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform lock_task_tree(new.org_id);
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
-- Asking for the tree after rows could be a deadlock: so not of what stays where it is, and not of what comes again, which stands where the
-- one before does, whose row is held.
drop trigger refuse_deep on task;
create trigger refuse_deep after update of parent_id on task
  for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function refuse_deep_task();
create trigger refuse_deep_new after insert on task
  for each row when (new.parent_id is not null and new.repeated_from_id is null) execute function refuse_deep_task();
