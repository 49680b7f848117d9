-- Days that matter to a contact, and how contacts are related.

create table contact_date (
  org_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  kind text not null check (kind in ('birthday', 'anniversary', 'custom')),
  label text,
  year smallint check (year between 1 and 9999),
  month smallint not null check (month between 1 and 12),
  day smallint not null check (day between 1 and 31),
  -- Whether it comes again each year, or was and is that one day.
  yearly boolean not null default true,
  -- 229 is 29 February: what comes up is a range of this.
  month_day smallint not null generated always as (month * 100 + day) stored,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  check (yearly or year is not null),
  check ((kind = 'custom') = (label is not null))
);
create index contact_date_contact on contact_date (org_id, contact_id, id);
create index contact_date_upcoming on contact_date (org_id, month_day, id);
-- People are born once.
create unique index contact_birthday on contact_date (org_id, contact_id) where kind = 'birthday';

-- Each once, seen from both sides: `other` is the `kind` of `contact`. Which of two mirrored kinds is stored
-- (`manager`, not `report`), and who comes first where both are the same, is decided in relationships/kinds.ts.
create table relationship (
  org_id uuid not null,
  id uuid not null default new_id(),
  contact_id uuid not null,
  other_id uuid not null,
  kind text not null
    check (kind in ('spouse', 'partner', 'sibling', 'friend', 'colleague', 'parent', 'manager', 'assistant', 'referrer', 'custom')),
  -- For `custom`: what the other one is, and what the contact is to them.
  label text,
  inverse_label text,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  foreign key (org_id, other_id) references contact on delete cascade,
  check (contact_id <> other_id),
  check ((kind = 'custom') = (label is not null)),
  check ((kind = 'custom') = (inverse_label is not null)),
  unique nulls not distinct (org_id, contact_id, other_id, kind, label, inverse_label)
);
create index relationship_contact on relationship (org_id, contact_id, id);
create index relationship_other on relationship (org_id, other_id, id);

do $$ declare name text; begin
  foreach name in array '{contact_date,relationship}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;
