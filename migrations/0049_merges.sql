-- Several contacts that turned out to be one person. A merged contact is no contact any more: its id leads to the one
-- that it was merged into, and its rows are in the merge, as they were, until that is undone or the person erased.

create table contact_merge (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  into_id uuid not null,
  contact_ids uuid[] not null,
  created_by jsonb not null,
  created_at timestamptz not null default now(),
  undone_by jsonb,
  undone_at timestamptz,
  primary key (org_id, id)
);
create index contact_merge_into on contact_merge (org_id, into_id, id);

-- Where an old id leads to, while the merge stands.
create table merged_contact (
  org_id uuid not null,
  contact_id uuid not null,
  merge_id uuid not null,
  primary key (org_id, contact_id),
  foreign key (org_id, merge_id) references contact_merge on delete cascade
);
create index merged_contact_merge on merged_contact (org_id, merge_id);

-- What the merge did: a row of a table before and after it. Null before: it was added; null after: it went.
create table contact_merge_row (
  org_id uuid not null,
  merge_id uuid not null,
  place int not null,
  of_table text not null,
  before jsonb,
  after jsonb,
  -- A file that undoing would show again: it is kept until then.
  photo_file uuid generated always as (case of_table when 'contact' then (before->>'photo_file')::uuid end) stored,
  primary key (org_id, merge_id, place),
  foreign key (org_id, merge_id) references contact_merge on delete cascade
);
create index contact_merge_row_photo on contact_merge_row (org_id, photo_file) where photo_file is not null;

do $$ declare name text; begin
  foreach name in array '{contact_merge,merged_contact,contact_merge_row}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

-- When a contact goes for good, so does what was merged into it, and into that. One that goes because it is merged
-- itself is in merged_contact by then, and its merges stay.
create function forget_merges() returns trigger language plpgsql as $$ begin
  with recursive gone as (
    select org_id, id, contact_ids from contact_merge
    where org_id = old.org_id and into_id = old.id and not exists (
      select from merged_contact where merged_contact.org_id = old.org_id and merged_contact.contact_id = old.id)
    union
    select inner_merge.org_id, inner_merge.id, inner_merge.contact_ids from gone join contact_merge inner_merge
      on inner_merge.org_id = gone.org_id and inner_merge.into_id = any(gone.contact_ids)
  )
  delete from contact_merge using gone where contact_merge.org_id = gone.org_id and contact_merge.id = gone.id;
  return null;
end $$;
create trigger forget_merges after delete on contact for each row execute function forget_merges();

-- For whoever removes a contact's photo while a merge keeps it: the merge goes, and the file with it.
create function leave_merged_photo() returns trigger language plpgsql as $$ begin
  perform graphile_worker.enqueue('contacts.remove_photo',
    json_build_object('org_id', old.org_id, 'file', old.photo_file), now() + interval '1 minute', max_attempts => 25);
  return null;
end $$;
create trigger leave_merged_photo after delete on contact_merge_row for each row
  when (old.photo_file is not null) execute function leave_merged_photo();
