-- Availability: what somebody says of themselves to the others (a status), and when nothing is to disturb them: until a time that they
-- have said, and outside the hours of their week.

create table availability (
  org_id uuid not null,
  user_id uuid not null,
  status_emoji text,
  status_text text,
  status_until timestamptz,
  -- Said by hand: quiet until then, whatever the hours are.
  quiet_until timestamptz,
  -- When notifications may come, at most once a day: [{"day": 1, "from": "08:00", "until": "18:00"}], Monday is 1. Null: always.
  hours jsonb,
  -- Where the hours are these.
  zone text,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references member on delete cascade,
  check ((hours is null) = (zone is null))
);

-- The hours around a moment, from the day before to a week after.
create function hours_around(hours jsonb, zone text, at timestamptz, out begins timestamptz, out ends timestamptz) returns setof record
language sql stable rows 8 as $$
  select (on_day + (span->>'from')::time) at time zone zone, (on_day + (span->>'until')::interval) at time zone zone
  from generate_series(-1, 8) as n, lateral (select (at at time zone zone)::date + n as on_day) as days, jsonb_array_elements(hours) as span
  where (span->>'day')::int = extract(isodow from on_day)
$$;

-- When it is quiet, at a moment or next after it. Quiet already: `quiet_from` is null; never by what is said now: both are.
create function quiet_span(said_until timestamptz, hours jsonb, zone text, at timestamptz, out quiet_from timestamptz, out quiet_until timestamptz)
language plpgsql stable as $$
declare
  said_end timestamptz := greatest(at, said_until);
  present_end timestamptz;
begin
  if hours is not null and not exists (select from hours_around(hours, zone, said_end) where begins <= said_end and said_end < ends) then
    quiet_until := (select min(begins) from hours_around(hours, zone, said_end) where begins > said_end);
    return;
  end if;
  if said_end > at then
    quiet_until := said_end;
    return;
  end if;
  if hours is null then return; end if;
  -- The hours of a day may go on with those of the next, at midnight.
  quiet_from := at;
  loop
    present_end := (select max(ends) from hours_around(hours, zone, quiet_from) where begins <= quiet_from and quiet_from < ends);
    exit when present_end is null;
    quiet_from := present_end;
    if quiet_from > at + interval '8 days' then
      quiet_from := null;
      return;
    end if;
  end loop;
  quiet_until := (select min(begins) from hours_around(hours, zone, quiet_from) where begins > quiet_from);
end $$;

alter table availability enable row level security;
create policy tenant on availability to rapport_app using (org_id = (select current_org()));
grant select, insert, update on availability to rapport_app;
