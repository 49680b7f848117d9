-- By what a card is known again though its name and addresses have changed: its UID (RFC 6350, 6.7.6).
create table contact_uid (
  org_id uuid not null,
  uid text not null,
  contact_id uuid not null,
  -- The import that brought it; with that it goes when it is undone.
  import_id uuid not null,
  primary key (org_id, uid),
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index contact_uid_contact on contact_uid (org_id, contact_id);
create index contact_uid_import on contact_uid (org_id, import_id);

alter table contact_uid enable row level security;
create policy tenant on contact_uid to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on contact_uid to rapport_app;
