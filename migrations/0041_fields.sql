-- Custom fields with a type; companies and tags with more to them; lists that skip the deleted by their indexes.

drop index contact_by_name, contact_by_interaction, contact_by_update;
create index contact_by_name on contact (org_id, sort_name, id) where deleted_at is null;
create index contact_by_interaction on contact (org_id, sort_interaction, id) where deleted_at is null;
create index contact_by_update on contact (org_id, updated_at, id) where deleted_at is null;
-- With deleted_at behind: counting a company's contacts reads the index alone, and what references a company finds all.
drop index contact_company;
create index contact_company on contact (org_id, company_id, deleted_at) where company_id is not null;

alter table company
  add domain text check (domain = lower(domain)),
  add updated_at timestamptz not null default now();
create index company_domain on company (org_id, domain) where domain is not null;

alter table tag
  add color text check (color ~ '^#[0-9a-f]{6}$'),
  add updated_at timestamptz not null default now();

-- A custom field. Its key is what contacts' `fields` have, and stays; its label may change, as may those of its options.
create table field (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  key text not null check (key <> ''),
  match_key text not null generated always as (lower(key)) stored,
  label text not null check (label <> ''),
  type text not null check (type in ('text', 'number', 'date', 'select', 'url', 'boolean')),
  -- Of a select: [{"key", "label", "color"}], in their order.
  options jsonb not null default '[]',
  position int not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- While its values are taken away from contacts, which may take a while.
  deleted_at timestamptz,
  primary key (org_id, id),
  unique (org_id, match_key)
);
alter table field enable row level security;
create policy tenant on field to rapport_app using (org_id = (select current_org()));
grant select, insert, update, delete on field to rapport_app;

insert into field (org_id, key, label, type, position)
select org_id, key, key, 'text', row_number() over (partition by org_id order by key) from (
  select distinct on (org_id, lower(key)) org_id, key from contact, jsonb_object_keys(fields) as key where key <> ''
) used;
