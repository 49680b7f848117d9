-- What later modules keep about a company (a task that is about it) comes back with it, and goes over to the one that it is
-- merged into: by the catalogue, whatever the tables are, but for contacts and participants, which have ways of their own.

create table deleted_company_row (
  org_id uuid not null,
  company_id uuid not null,
  position bigint not null generated always as identity,
  of_table text not null,
  row jsonb not null,
  primary key (org_id, company_id, position),
  foreign key (org_id, company_id) references deleted_company on delete cascade
);
alter table deleted_company_row enable row level security;
create policy tenant on deleted_company_row to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on deleted_company_row to rapport_app;

-- The tables whose rows go with a company, the column that names it, and all that are written.
create function list_company_tables() returns table (of_table text, named text, columns text) language sql stable as $$
  select conrelid::regclass::text, quote_ident(attname), (
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = conrelid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '')
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[2]
  where contype = 'f' and confrelid = 'company'::regclass and confdeltype = 'c'
$$;

create or replace function leave_companies() returns trigger language plpgsql as $$
declare
  place record;
begin
  with gone as (
    delete from participant where org_id = old.org_id and company_id = old.id and contact_id is null returning interaction_id
  )
  insert into deleted_company_interaction (org_id, company_id, interaction_id)
  select distinct old.org_id, old.id, interaction_id from gone
  where exists (select from deleted_company where org_id = old.org_id and id = old.id)
  on conflict do nothing;
  if not exists (select from deleted_company where org_id = old.org_id and id = old.id) then return old; end if;
  for place in select * from list_company_tables() loop
    execute format('insert into deleted_company_row (org_id, company_id, of_table, row)
      select org_id, %2$s, %1$L, to_jsonb(kept) from %1$s kept where org_id = $1 and %2$s = $2', place.of_table, place.named)
      using old.org_id, old.id;
  end loop;
  return old;
end $$;

create function return_company_rows(company uuid) returns void language plpgsql as $$
declare
  kept record;
begin
  for kept in
    select of_table, columns, row from deleted_company_row join list_company_tables() using (of_table)
    where org_id = (select current_org()) and company_id = company order by position
  loop
    begin
      execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1) on conflict do nothing',
        kept.of_table, kept.columns) using kept.row;
    exception when foreign_key_violation then
      -- What it was about has gone meanwhile.
    end;
  end loop;
end $$;
create or replace function return_to_company(company uuid) returns void language sql as $$
  insert into participant (org_id, interaction_id, role, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select i.org_id, i.id, 'about', company, i.occurred_at, i.kind, i.direction, i.has_attachments, i.deleted_at is not null
  from deleted_company_interaction was join interaction i on i.org_id = was.org_id and i.id = was.interaction_id
  where was.org_id = (select current_org()) and was.company_id = company
  on conflict do nothing;
  select return_company_rows(company);
$$;

create function move_company_rows(company uuid, other uuid) returns void language plpgsql as $$
declare
  place record;
begin
  for place in select * from list_company_tables() loop
    execute format('insert into %1$s (%3$s) select %3$s from (
        select (jsonb_populate_record(moved, jsonb_build_object(%2$L, $2))).* from %1$s moved where org_id = (select current_org()) and %2$s = $1
      ) other on conflict do nothing', place.of_table, place.named, place.columns)
      using company, other;
  end loop;
end $$;
create or replace function move_to_company(company uuid, other uuid) returns void language sql as $$
  insert into participant (org_id, interaction_id, role, address, name, company_id, occurred_at, kind, direction, has_attachments, hidden)
  select org_id, interaction_id, role, address, name, other, occurred_at, kind, direction, has_attachments, hidden
  from participant where org_id = (select current_org()) and company_id = company and contact_id is null
  on conflict do nothing;
  select move_company_rows(company, other);
$$;
revoke execute on function list_company_tables, return_company_rows, move_company_rows from public;
grant execute on function list_company_tables, return_company_rows, move_company_rows to rapport_app;
