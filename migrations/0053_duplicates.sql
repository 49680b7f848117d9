-- Pairs of contacts that may be one person. They are found in the background from what changed since the last time, so
-- that showing them is one index. All of it can be made anew from the contacts, but for what people said.

-- What contacts may have in common, beside their addresses: a phone in digits, a name whatever its order and spelling.
create table duplicate_key (
  org_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'name', 'sound')),
  key text not null,
  primary key (org_id, contact_id, kind, key),
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index duplicate_key_key on duplicate_key (org_id, kind, key);

create table duplicate (
  org_id uuid not null,
  -- The smaller id first.
  contact_id uuid not null,
  other_id uuid not null,
  score real not null check (score between 0 and 1),
  reasons text[] not null,
  found_at timestamptz not null default now(),
  primary key (org_id, contact_id, other_id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  foreign key (org_id, other_id) references contact on delete cascade,
  check (contact_id < other_id)
);
create index duplicate_other on duplicate (org_id, other_id);
create index duplicate_by_score on duplicate (org_id, score desc, contact_id, other_id);

-- That two are not one, said by a person.
create table duplicate_dismissal (
  org_id uuid not null,
  contact_id uuid not null,
  other_id uuid not null,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, contact_id, other_id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  foreign key (org_id, other_id) references contact on delete cascade,
  check (contact_id < other_id)
);
create index duplicate_dismissal_other on duplicate_dismissal (org_id, other_id);

-- How far an organization's contacts were looked at, in the order of their changes.
create table duplicate_search (
  org_id uuid primary key references organization on delete cascade,
  seen_at timestamptz not null,
  seen_id uuid not null
);

do $$ declare name text; begin
  foreach name in array '{duplicate_key,duplicate,duplicate_dismissal,duplicate_search}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

-- A search for each organization in which something changed since its last one. Called now and then.
create function queue_duplicate_searches() returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('contacts.find_duplicates', json_build_object('org_id', organization.id),
    job_key => 'duplicates:' || organization.id, max_attempts => 5, priority => 10)
  from organization left join duplicate_search on org_id = organization.id
  where deleted_at is null and exists (
    select from contact where contact.org_id = organization.id and updated_at > coalesce(seen_at, '-infinity'))
$$;
revoke execute on function queue_duplicate_searches from public;
grant execute on function queue_duplicate_searches to rapport_system;
