-- Bulk changes of companies are kept beside those of contacts and tasks.

alter table bulk_change drop constraint bulk_change_kind_check;
alter table bulk_change add constraint bulk_change_kind_check check (kind in ('contact', 'task', 'company'));

-- A company as it was before a bulk change. It refers to none: one that was deleted is in deleted_company.
create table bulk_change_company (
  org_id uuid not null,
  bulk_change_id uuid not null,
  company_id uuid not null,
  -- What its `updated_at` became, until somebody else changes it, and what that was.
  made_at timestamptz not null,
  updated_before timestamptz not null,
  -- Fields as CompanyChange calls them.
  before jsonb not null,
  primary key (org_id, bulk_change_id, company_id),
  foreign key (org_id, bulk_change_id) references bulk_change on delete cascade
);
create index bulk_change_company_by_age on bulk_change_company (made_at);
alter table bulk_change_company enable row level security;
create policy tenant on bulk_change_company to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on bulk_change_company to rapport_app;

create or replace function purge_bulk_changes(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
  most int := 0;
  kept text;
begin
  foreach kept in array '{bulk_change_contact,bulk_change_task,bulk_change_company}'::text[] loop
    execute format('delete from %1$I where ctid = any(array(select ctid from %1$I where made_at < now() - $1 limit $2))', kept) using older_than, batch;
    get diagnostics gone = row_count;
    most := greatest(most, gone);
  end loop;
  return most;
end $$;
