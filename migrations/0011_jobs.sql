-- How failed jobs are tried again, and what the platform does by itself each day.

set role rapport_worker;

-- Graphile Worker counts how often a job was taken up, and a worker that is killed takes up as well what it never
-- began. So an error costs five of these counts and a death one: enqueue() gives five for each try.
create function graphile_worker.try_again() returns trigger language plpgsql as $$
declare
  errors int := ceil(new.attempts / 5.0);
begin
  new.attempts := least(errors * 5, new.max_attempts);
  new.run_at := now() + least(interval '60 seconds', interval '200 milliseconds' * 2 ^ (errors - 1));
  return new;
end $$;

-- Only a failure puts off a job that it gives back.
create trigger try_again before update on graphile_worker._private_jobs for each row
  when (old.locked_at is not null and new.locked_at is null and new.run_at > old.run_at)
  execute function graphile_worker.try_again();

create or replace function graphile_worker.enqueue(
  task text, payload json, run_at timestamptz default null, job_key text default null, max_attempts int default null,
  priority int default null
) returns void language sql security definer set search_path = graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload, null, run_at, max_attempts * 5, job_key, priority)
$$;
reset role;

-- For the planner: tables that only grow are analyzed late by themselves.
create function analyze_tables() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
    execute format('analyze public.%I', name);
  end loop;
end $$;
revoke execute on function analyze_tables from public;
grant execute on function analyze_tables to rapport_system;
