-- Tasks of one organization: three of four are done or cancelled, the older the likelier; what is open is due around now.

-- The k-th place of a board that only grows at its end (board-order.ts).
create or replace function pg_temp.board_place(k bigint) returns text language sql immutable parallel safe as $$
  select 'd' || string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + (k / power(62, digit)::bigint % 62)::int, 1), '' order by digit desc)
  from generate_series(0, 3) as digit
$$;

create or replace procedure pg_temp.make_tasks(
  org uuid, seed bigint, tasks int, contacts int, members uuid[]
) language plpgsql as $$
declare
  words text[] := string_to_array('renewal,website,hiring,finance,legal,travel,event,research,design,press,office,bug', ',');
begin
  insert into label (org_id, id, name)
    select org, pg_temp.id_at('2023-01-01', seed, n, 'label'), words[n] from generate_series(1, 12) as n;

  create temporary table job on commit drop as
    with begun as (
      select n, pg_temp.born(n, tasks) as at, pg_temp.chance(seed, n, 'is closed') < least(0.95, 0.3 + (tasks - n) / tasks::float8) as is_closed
      from generate_series(0, tasks - 1) as n
    ), placed as (
      select n, at, is_closed, case
          when is_closed then case when pg_temp.chance(seed, n, 'is cancelled') < 0.07 then 'cancelled' else 'done' end
          when pg_temp.chance(seed, n, 'status') < 0.4 then 'backlog' when pg_temp.chance(seed, n, 'status') < 0.8 then 'todo' else 'doing' end as category,
        members[1 + floor(cardinality(members) * power(pg_temp.chance(seed, n, 'creator'), 2))::int] as creator,
        least(at + interval '40 days' * pg_temp.chance(seed, n, 'takes'), '2026-01-01') as closed_at,
        case when pg_temp.chance(seed, n, 'is due') < 0.55 then
          case when is_closed then at::date + 3 + floor(60 * pg_temp.chance(seed, n, 'due'))::int
          else date '2026-01-01' + floor(540 * pg_temp.chance(seed, n, 'due'))::int end end as due_on
      from begun
    ), timed as (
      select *, case when due_on is not null and pg_temp.chance(seed, n, 'has a time') < 0.3
        then time '08:00' + interval '30 minutes' * floor(20 * pg_temp.chance(seed, n, 'time')) end as due_time
      from placed
    )
    select timed.*, pg_temp.id_at(at, seed, n, 'task') as id, status.id as status_id, case when due_time is not null then 'Europe/Berlin' end as due_zone,
      case when n % 10 <> 0 and pg_temp.chance(seed, n, 'is a part') < 0.12 then n / 10 * 10 end as parent,
      row_number() over (partition by timed.category order by n desc) as place
    from timed join task_status status on status.org_id = org and status.category = timed.category;
  analyze job;

  insert into task (org_id, id, title, description, status_id, category, priority, due_on, due_time, due_zone, due_told, starts_on, estimate_minutes,
      parent_id, position, repeat_rule, repeat_mode, created_by, created_at, updated_at, completed_at)
    select org, id, left(pg_temp.sentence(seed, n, 'title'), -1) || ' (' || n || ')',
      case when pg_temp.chance(seed, n, 'is described') < 0.6 then pg_temp.sentence(seed, n, 'described') || ' ' || pg_temp.sentence(seed, n, 'further') end,
      status_id, category, (array['none', 'none', 'low', 'medium', 'high', 'urgent'])[1 + floor(6 * power(pg_temp.chance(seed, n, 'priority'), 1.5))::int],
      due_on, due_time, due_zone,
      -- Those who are to know have been told.
      case when is_due_soon(due_on, (due_on + due_time) at time zone due_zone) then due_on + coalesce(due_time, '24:00') end,
      case when pg_temp.chance(seed, n, 'begins') < 0.2 then due_on - 3 end,
      case when pg_temp.chance(seed, n, 'is estimated') < 0.3 then 30 * (1 + floor(16 * pg_temp.chance(seed, n, 'estimate'))::int) end,
      parent_id, pg_temp.board_place(place),
      case when due_on is not null and not is_closed and n % 40 = 0 then 'FREQ=WEEKLY' end,
      case when due_on is not null and not is_closed and n % 40 = 0 then 'on_completion' end,
      jsonb_build_object('kind', 'user', 'id', creator), at, case when is_closed then closed_at else at end, case category when 'done' then closed_at end
    from job left join (select n as parent, id as parent_id from job) whole using (parent) order by n;

  insert into task_assignee (org_id, task_id, user_id)
    select org, id, members[1 + (first + k) % cardinality(members)]
    from job, lateral floor(cardinality(members) * power(pg_temp.chance(seed, n, 'assignee'), 1.5)) as whom (person),
      lateral (select person::int as first, case when pg_temp.chance(seed, n, 'assignees') < 0.15 then 0 when pg_temp.chance(seed, n, 'assignees') < 0.85 then 1 else 2 end as many) given,
      lateral generate_series(0, many - 1) as k
    order by n;
  insert into task_watcher (org_id, task_id, user_id)
    select org, id, members[1 + floor(cardinality(members) * pg_temp.chance(seed, n, 'watcher'))::int] from job where pg_temp.chance(seed, n, 'is watched') < 0.1;
  insert into task_label (org_id, task_id, label_id)
    select org, job.id, label.id from job join label on label.org_id = org
      and pg_temp.chance(seed, n, label.name) < power(0.55, array_position(words, label.name));
  -- What is waited for was there before: there is no circle. (Three years in fractions go a day back where a February was taken for 30 days.)
  insert into task_dependency (org_id, task_id, blocker_id, created_at)
    select distinct on (job.id, earlier.id) org, job.id, earlier.id, job.at
    from job, generate_series(0, 1) as k, job earlier
    where pg_temp.chance(seed, job.n, 'waits') < 0.2 - 0.15 * k and earlier.n = job.n - 1 - floor(40 * pg_temp.chance(seed, job.n * 2 + k, 'for what'))::int
      and earlier.id < job.id;
  insert into task_contact (org_id, task_id, contact_id)
    select org, id, pg_temp.id_at(pg_temp.born(who, contacts), seed, who, 'contact')
    from job, lateral (select 1 + floor(contacts * power(pg_temp.chance(seed, n, 'contact'), 2))::int as who) whom where pg_temp.chance(seed, n, 'is about one') < 0.2;
  insert into task_company (org_id, task_id, company_id)
    select org, id, pg_temp.id_at(pg_temp.born(who, companies), seed, who, 'company')
    from job, lateral (select greatest(contacts / 10, 1) as companies) counted, lateral (select floor(companies * power(pg_temp.chance(seed, n, 'company'), 3))::int as who) whom
    where pg_temp.chance(seed, n, 'is about a company') < 0.06;

  -- How each came to where it is, from what was to be done.
  insert into task_change (org_id, id, task_id, field, before, after, changed_by, created_at)
    select org, pg_temp.id_at(changed_at, seed, n * 2 + step, 'task change'), job.id, 'status_id', to_jsonb(earlier.id), to_jsonb(later.id),
      jsonb_build_object('kind', 'user', 'id', creator), changed_at
    from job, lateral (values (0, 'todo', 'doing', at + (closed_at - at) / 2), (1, 'doing', job.category, closed_at)) as moved (step, before, after, changed_at)
      join task_status earlier on earlier.org_id = org and earlier.category = moved.before join task_status later on later.org_id = org and later.category = moved.after
    where is_closed or job.category = 'doing' and step = 0
    order by n;
end $$;
