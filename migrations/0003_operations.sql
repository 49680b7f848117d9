-- Long jobs that a person can watch, and the way from a transaction into the queue.

create table operation (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  kind text not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled')),
  input jsonb not null,
  -- Where to go on after an interruption; written in the transaction of the work that it covers.
  checkpoint jsonb,
  -- Raised by every worker that takes it up: one that was thought dead finds out that it is not its turn any more.
  attempt int not null default 0,
  -- Of the job that may take it up; null while it waits for its turn, or is paused.
  ticket uuid,
  done bigint not null default 0,
  total bigint,
  failed bigint not null default 0,
  rate real,
  error jsonb,
  result jsonb,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (org_id, id)
);

create index operation_waiting on operation (org_id, kind, id) where status in ('queued', 'running');

alter table operation enable row level security;
create policy tenant on operation to rapport_app using (org_id = (select current_org()));
grant select, insert, update on operation to rapport_app;

-- add_job under the rights of the queue's owner: a job commits or rolls back with its cause, and the application
-- can neither read nor change the queue.
set role rapport_worker;
create function graphile_worker.enqueue(
  task text, payload json, run_at timestamptz default null, job_key text default null, max_attempts int default null,
  priority int default null
) returns void language sql security definer set search_path = graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload, null, run_at, max_attempts, job_key, priority)
$$;
revoke execute on function graphile_worker.enqueue from public;
grant usage on schema graphile_worker to rapport_app;
grant execute on function graphile_worker.enqueue to rapport_app;

-- Jobs that belong to a worker whose connection, and the advisory lock on it, are gone. The seconds are for a worker
-- that is just starting.
create function graphile_worker.release_dead_workers() returns int
language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
declare
  dead text[] := array(
    select distinct locked_by from _private_jobs
    where locked_at < now() - interval '5 seconds' and not exists (
      select from pg_locks where locktype = 'advisory' and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
        and classid = hashtext('rapport worker')::bit(32)::bigint::oid
        and objid = hashtext(locked_by)::bit(32)::bigint::oid
    )
  );
begin
  if cardinality(dead) > 0 then perform force_unlock_workers(dead); end if;
  return cardinality(dead);
end $$;
revoke execute on function graphile_worker.release_dead_workers from public;
reset role;
