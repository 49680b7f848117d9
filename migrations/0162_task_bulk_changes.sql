-- Bulk changes of tasks are kept beside those of contacts.

alter table bulk_change add column kind text not null default 'contact' check (kind in ('contact', 'task'));
alter table bulk_change alter column kind drop default;
create index bulk_change_kind on bulk_change (org_id, kind, id);

-- A task as it was before a bulk change: of what that changed, no more.
create table bulk_change_task (
  org_id uuid not null,
  bulk_change_id uuid not null,
  task_id uuid not null,
  -- What its `updated_at` became, until somebody else changes it, and what that was.
  made_at timestamptz not null,
  updated_before timestamptz not null,
  -- Fields as TaskChange calls them; `deleted_at`.
  before jsonb not null,
  primary key (org_id, bulk_change_id, task_id),
  foreign key (org_id, bulk_change_id) references bulk_change on delete cascade,
  foreign key (org_id, task_id) references task on delete cascade
);
create index bulk_change_task_task on bulk_change_task (org_id, task_id);
create index bulk_change_task_by_age on bulk_change_task (made_at);
alter table bulk_change_task enable row level security;
create policy tenant on bulk_change_task to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on bulk_change_task to rapport_app;

create or replace function purge_bulk_changes(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
  too_old_tasks int;
begin
  delete from bulk_change_contact where ctid = any(array(
    select ctid from bulk_change_contact where made_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  delete from bulk_change_task where ctid = any(array(
    select ctid from bulk_change_task where made_at < now() - older_than limit batch
  ));
  get diagnostics too_old_tasks = row_count;
  return greatest(gone, too_old_tasks);
end $$;
