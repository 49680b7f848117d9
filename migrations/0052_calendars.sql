-- Which version of an event of a calendar was imported last: an older export does not undo a newer one.
create table calendar_revision (
  org_id uuid not null references organization on delete cascade,
  -- The UID, and after a slash the occurrence that is replaced.
  key text not null,
  revision bigint not null,
  -- The import that brought it first; with that it goes when it is undone.
  import_id uuid not null,
  primary key (org_id, key)
);
create index calendar_revision_import on calendar_revision (org_id, import_id);

alter table calendar_revision enable row level security;
create policy tenant on calendar_revision to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on calendar_revision to rapport_app;
