-- One change of many contacts at once: what was wanted, of whom, and how each of them was before, so that it can be undone.

create table bulk_change (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  action text not null check (action in ('change', 'delete', 'restore')),
  -- What an `action` of change gives and takes, as it was asked for.
  change jsonb,
  -- Which contacts are meant, until all of them are done.
  selection jsonb,
  -- How many those were when it began.
  total int not null,
  changed int not null default 0,
  -- Null where there were so few that it was done at once.
  operation_id uuid,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by jsonb,
  undo_operation_id uuid,
  restored int not null default 0,
  primary key (org_id, id)
);

-- A contact as it was before a bulk change: of what that changed, no more.
create table bulk_change_contact (
  org_id uuid not null,
  bulk_change_id uuid not null,
  contact_id uuid not null,
  -- What its `updated_at` became, until somebody else changes it, and what that was.
  made_at timestamptz not null,
  updated_before timestamptz not null,
  -- {"title", "company_id", "owner_id", "deleted_at", "fields": {as they were; null: none}, "tags_added": [ids], "tags_removed": [ids]}
  before jsonb not null,
  primary key (org_id, bulk_change_id, contact_id),
  foreign key (org_id, bulk_change_id) references bulk_change on delete cascade,
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index bulk_change_contact_contact on bulk_change_contact (org_id, contact_id);
create index bulk_change_contact_by_age on bulk_change_contact (made_at);

do $$ declare name text; begin
  foreach name in array '{bulk_change,bulk_change_contact}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
  end loop;
end $$;
grant select, insert, update on bulk_change to rapport_app;
grant select, insert, update, delete on bulk_change_contact to rapport_app;

-- What is too old to be undone is forgotten, a batch at a time; returns how many rows went.
create function purge_bulk_changes(older_than interval, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  delete from bulk_change_contact where ctid = any(array(
    select ctid from bulk_change_contact where made_at < now() - older_than limit batch
  ));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function purge_bulk_changes from public;
grant execute on function purge_bulk_changes to rapport_system;
