-- Tasks that come again, and of which it is told once that they are due soon.

alter table task
  -- RRULE (RFC 5545), beginning with the day on which this one is due.
  add column repeat_rule text,
  add column repeat_mode text check (repeat_mode in ('on_completion', 'on_schedule')),
  -- The one before. Each has one that follows, whoever makes it and how often they try.
  add column repeated_from_id uuid,
  -- `sort_due` when that was told.
  add column due_told timestamp,
  add constraint task_repeats check ((repeat_rule is null) = (repeat_mode is null) and (repeat_rule is null or due_on is not null)),
  add constraint task_repeated unique (org_id, repeated_from_id),
  add constraint task_repeated_from foreign key (org_id, repeated_from_id) references task on delete set null (repeated_from_id);
create index task_scheduled on task (org_id, due_on) where repeat_mode = 'on_schedule' and deleted_at is null;
create index task_due_untold on task (sort_due) where is_open and deleted_at is null and due_told is distinct from sort_due;

-- Whether it is time to say that a task is due soon: an hour before its moment, or when its day begins in UTC.
create function is_due_soon(due_on date, due_at timestamptz) returns boolean language sql stable as $$
  select case when due_at is null then due_on <= (now() at time zone 'UTC')::date else due_at <= now() + interval '1 hour' end
$$;

-- A job for each organization in which something is due, or comes again.
create function queue_due_tasks() returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('tasks.tell_due', json_build_object('org_id', org_id), job_key => 'due:' || org_id, max_attempts => 5)
  from (
    select distinct org_id from task
    where is_open and deleted_at is null and due_told is distinct from sort_due
      and sort_due <= (now() at time zone 'UTC') + interval '2 days' and is_due_soon(due_on, due_at)
  ) due;
  select graphile_worker.enqueue('tasks.repeat', json_build_object('org_id', id), job_key => 'repeat:' || id, max_attempts => 5)
  from organization where deleted_at is null and exists (
    select from task t where t.org_id = organization.id and t.repeat_mode = 'on_schedule' and t.deleted_at is null
      and t.due_on <= (now() at time zone 'UTC')::date
      and not exists (select from task next where next.org_id = t.org_id and next.repeated_from_id = t.id)
  )
$$;
revoke execute on function queue_due_tasks from public;
grant execute on function queue_due_tasks to rapport_system;
