-- A company that was deleted comes back as it was: with its contacts that have no other one by then, and with what was said
-- about it. Its name is free meanwhile, so it is another row, in a table of its own.

create table deleted_company (
  org_id uuid not null references organization on delete cascade,
  id uuid not null,
  name text not null,
  domain text,
  created_at timestamptz not null,
  deleted_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index deleted_company_by_age on deleted_company (deleted_at);

create table deleted_company_contact (
  org_id uuid not null,
  company_id uuid not null,
  contact_id uuid not null,
  primary key (org_id, company_id, contact_id),
  foreign key (org_id, company_id) references deleted_company on delete cascade,
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index deleted_company_contact_contact on deleted_company_contact (org_id, contact_id);

create table deleted_company_interaction (
  org_id uuid not null,
  company_id uuid not null,
  interaction_id uuid not null,
  primary key (org_id, company_id, interaction_id),
  foreign key (org_id, company_id) references deleted_company on delete cascade,
  foreign key (org_id, interaction_id) references interaction on delete cascade
);
create index deleted_company_interaction_interaction on deleted_company_interaction (org_id, interaction_id);

do $$ declare name text; begin
  foreach name in array '{deleted_company,deleted_company_contact,deleted_company_interaction}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

create or replace function leave_companies() returns trigger language plpgsql as $$ begin
  with gone as (
    delete from participant where org_id = old.org_id and company_id = old.id and contact_id is null returning interaction_id
  )
  insert into deleted_company_interaction (org_id, company_id, interaction_id)
  select distinct old.org_id, old.id, interaction_id from gone
  where exists (select from deleted_company where org_id = old.org_id and id = old.id)
  on conflict do nothing;
  return old;
end $$;

-- What was said about a company is about it again once it is back, and about the other one once it was merged.
create function return_to_company(company uuid) returns void language sql as $$
  insert into participant (org_id, interaction_id, role, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select i.org_id, i.id, 'about', company, i.occurred_at, i.kind, i.direction, i.has_attachments, i.deleted_at is not null
  from deleted_company_interaction was join interaction i on i.org_id = was.org_id and i.id = was.interaction_id
  where was.org_id = (select current_org()) and was.company_id = company
  on conflict do nothing
$$;
create function move_to_company(company uuid, other uuid) returns void language sql as $$
  insert into participant (org_id, interaction_id, role, address, name, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select org_id, interaction_id, role, address, name, other, occurred_at, kind, direction, has_attachments, hidden
  from participant where org_id = (select current_org()) and company_id = company and contact_id is null
  on conflict do nothing
$$;
revoke execute on function return_to_company, move_to_company from public;
grant execute on function return_to_company, move_to_company to rapport_app;

-- Deleted too long ago to come back: a batch at a time; returns how many went.
create function purge_companies(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from deleted_company where ctid = any(array(
    select ctid from deleted_company where deleted_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_companies from public;
grant execute on function purge_companies to rapport_system;
