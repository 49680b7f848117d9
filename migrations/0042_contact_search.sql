-- What lists are searched, filtered and sorted by.
--
-- Under row-level security only leakproof comparisons may use an index, and `like` is none. So what is searched by parts
-- of words goes through find_contacts, which has its owner's rights and names the organization itself; everything else
-- is plain columns: lower-case copies of names, and a row for each value of a custom field.

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;

alter table contact
  add sort_given text generated always as (lower(given_name)) stored,
  add sort_family text generated always as (lower(family_name)) stored,
  add sort_title text generated always as (lower(title)) stored;
create index contact_by_given on contact (org_id, sort_given, id) where deleted_at is null and sort_given is not null;
create index contact_by_family on contact (org_id, sort_family, id) where deleted_at is null and sort_family is not null;
create index contact_by_title on contact (org_id, sort_title, id) where deleted_at is null and sort_title is not null;
drop index contact_owner;
create index contact_owner on contact (org_id, owner_id, id) where owner_id is not null;

-- Names and phones of a contact. Apart from it, because a contact changes with each mail, and each change of a row goes
-- into all of its indexes: this one has an entry for every three letters. A space stands before each word.
create table contact_search (
  org_id uuid not null,
  contact_id uuid not null,
  text text not null,
  primary key (org_id, contact_id),
  foreign key (org_id, contact_id) references contact on delete cascade
);
-- The pending list makes adding three times as fast, and is read by each search: so it is kept short, and searching
-- does not become slow by an import (fastupdate off: an import of 10,000 contacts 30 % slower).
create index contact_search_parts on contact_search using gin (org_id, text gin_trgm_ops) with (gin_pending_list_limit = 256);
create index contact_email_parts on contact_email using gin (org_id, address gin_trgm_ops) with (gin_pending_list_limit = 256);

-- The values of custom fields: `number` of numbers, `value` of everything else, as far as it is compared and sorted by.
create table contact_value (
  org_id uuid not null,
  field_id uuid not null,
  contact_id uuid not null,
  value text collate "C",
  number float8,
  primary key (org_id, contact_id, field_id),
  foreign key (org_id, contact_id) references contact on delete cascade,
  foreign key (org_id, field_id) references field on delete cascade
);
create index contact_value_text on contact_value (org_id, field_id, value, contact_id) where value is not null;
create index contact_value_number on contact_value (org_id, field_id, number, contact_id) where number is not null;

do $$ declare name text; begin
  foreach name in array '{contact_search,contact_value}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy tenant on %I to rapport_app using (org_id = (select current_org()))', name);
    execute format('grant select, insert, update, delete on %I to rapport_app', name);
  end loop;
end $$;

create function contact_search_text(name text, given_name text, family_name text, phones jsonb) returns text
language sql immutable parallel safe as $$
  select left(lower(concat(' ', name,
    case when strpos(name, given_name) = 0 then ' ' || given_name end,
    case when strpos(name, family_name) = 0 then ' ' || family_name end,
    (select string_agg(concat(' ', phone->>'number', ' ', regexp_replace(phone->>'number', '\D', '', 'g')), '')
      from jsonb_array_elements(phones) as phone))), 4000)
$$;

create function field_value_text(value jsonb) returns text language sql immutable parallel safe as $$
  select left(lower(value #>> '{}'), 256)
$$;

create function index_new_contacts() returns trigger language plpgsql as $$ begin
  insert into contact_search (org_id, contact_id, text)
  select org_id, id, contact_search_text(name, given_name, family_name, phones) from added;
  insert into contact_value (org_id, field_id, contact_id, value, number)
  select added.org_id, field.id, added.id,
    case when jsonb_typeof(entry.value) <> 'number' then field_value_text(entry.value) end,
    case when jsonb_typeof(entry.value) = 'number' then (entry.value #>> '{}')::float8 end
  from added, jsonb_each(added.fields) as entry join field on field.org_id = (select current_org()) and field.key = entry.key
  where added.fields <> '{}';
  return null;
end $$;
create trigger index_new_contacts after insert on contact
  referencing new table as added for each statement execute function index_new_contacts();

create function index_changed_contacts() returns trigger language plpgsql as $$ begin
  update contact_search set text = wanted.text
  from (
    select after.org_id, after.id, contact_search_text(after.name, after.given_name, after.family_name, after.phones) as text
    from before join after using (org_id, id)
    where (before.name, before.given_name, before.family_name, before.phones)
      is distinct from (after.name, after.given_name, after.family_name, after.phones)
  ) wanted
  where contact_search.org_id = wanted.org_id and contact_search.contact_id = wanted.id;
  if not exists (select from before join after using (org_id, id) where before.fields <> after.fields) then return null; end if;
  with wanted as materialized (
    select after.org_id, after.id as contact_id, field.id as field_id,
      case when jsonb_typeof(entry.value) <> 'number' then field_value_text(entry.value) end as value,
      case when jsonb_typeof(entry.value) = 'number' then (entry.value #>> '{}')::float8 end as number
    from before join after using (org_id, id), jsonb_each(after.fields) as entry
      join field on field.org_id = (select current_org()) and field.key = entry.key
    where before.fields -> entry.key is distinct from entry.value
  )
  insert into contact_value (org_id, contact_id, field_id, value, number) select org_id, contact_id, field_id, value, number from wanted
  on conflict (org_id, contact_id, field_id) do update set value = excluded.value, number = excluded.number;
  delete from contact_value using before join after using (org_id, id), field
  where contact_value.org_id = before.org_id and contact_value.contact_id = before.id and before.fields <> after.fields
    and field.org_id = contact_value.org_id and field.id = contact_value.field_id and not after.fields ? field.key;
  return null;
end $$;
create trigger index_changed_contacts after update on contact
  referencing old table as before new table as after for each statement execute function index_changed_contacts();

insert into contact_search (org_id, contact_id, text)
select org_id, id, contact_search_text(name, given_name, family_name, phones) from contact;
insert into contact_value (org_id, field_id, contact_id, value, number)
select contact.org_id, field.id, contact.id,
  case when jsonb_typeof(entry.value) <> 'number' then field_value_text(entry.value) end,
  case when jsonb_typeof(entry.value) = 'number' then (entry.value #>> '{}')::float8 end
from contact, jsonb_each(fields) as entry join field on field.key = entry.key where field.org_id = contact.org_id;

-- The contacts of this organization that match all patterns, [{"in": "any", "like": "%part%"}]: in names (with phones),
-- in addresses, or in any of both and the names of companies. Exactly those, but for patterns that more than `most`
-- match, which are passed over; null when all patterns are such.
create function find_contacts(patterns jsonb, most int) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_org();
  pattern record;
  sources text[];
  found uuid[];
  matching uuid[];
begin
  for pattern in
    -- Addresses begin with what words of names begin with.
    select given."in", given."like", regexp_replace(given."like", '^% ', '') as address_like
    from jsonb_to_recordset(patterns) as given ("in" text, "like" text)
  loop
    sources := '{}';
    if pattern."in" in ('any', 'names') then
      sources := sources || 'select contact_id from contact_search where org_id = %1$L and text like %2$L'::text;
    end if;
    if pattern."in" in ('any', 'addresses') then
      sources := sources || 'select contact_id from contact_email where org_id = %1$L and address like %3$L'::text;
    end if;
    if pattern."in" = 'any' then
      sources := sources || 'select contact.id from company join contact on contact.org_id = company.org_id and company_id = company.id
        where company.org_id = %1$L and '' '' || match_name like %2$L'::text;
    end if;
    -- Planned for its values, each time: what is good for one pattern is 80 times slower for another.
    execute format('select array(select * from (' ||
      (select string_agg('(' || source || ' limit %4$s)', ' union ') from unnest(sources) as source) || ') found limit %4$s)',
      org, pattern."like", pattern.address_like, most + 1) into found;
    if cardinality(found) <= most then
      matching := case when matching is null then found else array(select unnest(matching) intersect select unnest(found)) end;
    end if;
  end loop;
  return matching;
end $$;
revoke execute on function find_contacts from public;
grant execute on function find_contacts to rapport_app;
