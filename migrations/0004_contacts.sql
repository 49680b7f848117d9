-- People and their companies.

create table company (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  match_name text not null generated always as (lower(name)) stored,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, match_name)
);

create table contact (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  given_name text,
  family_name text,
  -- A stored column, not an expression: under row-level security only a leakproof comparison may use an index, and
  -- lower() is not one.
  sort_name text not null generated always as (lower(name)) stored,
  company_id uuid,
  title text,
  owner_id uuid references "user" on delete set null,
  phones jsonb not null default '[]',
  fields jsonb not null default '{}',
  last_interaction_at timestamptz,
  -- Stored for the same reason: neither may coalesce() stand between a value and its index.
  sort_interaction timestamptz not null generated always as (coalesce(last_interaction_at, '-infinity')) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, company_id) references company on delete set null (company_id)
);
create index contact_by_name on contact (org_id, sort_name, id);
create index contact_by_interaction on contact (org_id, sort_interaction, id);
create index contact_by_update on contact (org_id, updated_at, id);
create index contact_company on contact (org_id, company_id) where company_id is not null;
create index contact_owner on contact (org_id, owner_id) where owner_id is not null;

-- An address belongs to one contact: it is what people are recognized by.
create table contact_email (
  org_id uuid not null,
  address text not null check (address = lower(address)),
  contact_id uuid not null,
  label text,
  -- 0 is the primary one.
  position smallint not null,
  primary key (org_id, address),
  foreign key (org_id, contact_id) references contact on delete cascade
);
create index contact_email_contact on contact_email (org_id, contact_id, position);

create table tag (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  name text not null check (name <> ''),
  match_name text not null generated always as (lower(name)) stored,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, match_name)
);

create table contact_tag (
  org_id uuid not null,
  contact_id uuid not null,
  tag_id uuid not null,
  primary key (org_id, contact_id, tag_id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  foreign key (org_id, tag_id) references tag on delete cascade
);
create index contact_tag_tag on contact_tag (org_id, tag_id, contact_id);

do $$ declare name text; begin
  foreach name in array '{company,contact,contact_email,tag,contact_tag}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

-- For merging rows: the last value that is not null, and fields laid over one another.
create function last_said_step(text, text) returns text language sql immutable parallel safe as 'select coalesce($2, $1)';
create aggregate last_said(text) (sfunc = last_said_step, stype = text, parallel = safe);
create function merge_fields_step(jsonb, jsonb) returns jsonb language sql immutable parallel safe as 'select $1 || $2';
create aggregate merge_fields(jsonb) (sfunc = merge_fields_step, stype = jsonb, initcond = '{}', parallel = safe);
