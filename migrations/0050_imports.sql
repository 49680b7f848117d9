-- What an import has beside its operation: the file that was looked at first, the columns that it had, what it
-- changed, so that it can be undone, and what it could not take, so that it can be mended and sent again.

-- A file that waits for its import, after a preview. Its bytes are in the storage, at `imports/<id>`.
create table import_upload (
  org_id uuid not null references organization on delete cascade,
  id uuid not null,
  filename text not null,
  format text not null,
  encoding text not null,
  bytes bigint not null,
  items bigint,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);

create table import (
  org_id uuid not null,
  -- Of its operation.
  id uuid not null,
  filename text not null,
  format text not null,
  -- [{"header": …, "target": …}] once the file was opened; null for mail.
  columns jsonb,
  -- The operation that undoes it.
  undo_id uuid,
  primary key (org_id, id),
  foreign key (org_id, id) references operation on delete cascade
);

-- How columns of these names were mapped the last time that somebody said it.
create table import_mapping (
  org_id uuid not null references organization on delete cascade,
  columns_hash bytea not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (org_id, columns_hash)
);

-- What one step of an import has done. A row for each step, not for each contact: a million contacts are 500 rows.
create table import_change (
  org_id uuid not null,
  import_id uuid not null,
  -- The record up to which the step went: steps are undone from the last to the first.
  position bigint not null,
  -- The step's now(), which is the updated_at of every contact that it touched: whoever changes one later gives it another.
  made_at timestamptz not null,
  created uuid[] not null default '{}',
  -- [{"id", "updated_at", "columns": {as they were} or null, "emails": [added], "tags": [added]}]
  changed jsonb not null default '[]',
  companies uuid[] not null default '{}',
  tags uuid[] not null default '{}',
  interactions uuid[] not null default '{}',
  primary key (org_id, import_id, position),
  foreign key (org_id, import_id) references import on delete cascade
);

-- By what a dry run would recognize the contacts that it would have made, since it makes none.
create table import_seen (
  org_id uuid not null,
  import_id uuid not null,
  key text not null,
  primary key (org_id, import_id, key),
  foreign key (org_id, import_id) references import on delete cascade
);

-- The record as it was read, in the order of the columns: what rejects.csv is made of.
alter table import_rejection add record jsonb;

do $$ declare name text; begin
  foreach name in array '{import_upload,import,import_mapping,import_change,import_seen}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
  end loop;
end $$;
grant select, insert, delete on import_upload, import_change, import_seen to rapport_app;
grant select, insert, update on import, import_mapping to rapport_app;

-- Uploads wait for a day; an import can be undone for 30 days, after which nothing of people is kept here.
create policy waiting on import_upload for select to rapport_system using (true);
create policy sweep on import_upload for delete to rapport_system using (created_at < now() - interval '1 day');
grant select, delete on import_upload to rapport_system;
create policy sweep on import_change to rapport_system using (made_at < now() - interval '30 days');
grant select, delete on import_change to rapport_system;
