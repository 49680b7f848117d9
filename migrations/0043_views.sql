-- Saved views of the list of contacts: what it is filtered and sorted by, and the columns that are shown.

create table contact_view (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  q text,
  filter jsonb not null default '[]',
  sort text not null default 'name',
  columns jsonb not null default '[]',
  -- Everyone's, or that of whoever made it.
  shared boolean not null,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
alter table contact_view enable row level security;
create policy tenant on contact_view to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on contact_view to rapport_app;
