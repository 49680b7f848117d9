-- What an update of many contacts has changed: rows now that were not there before, by EXCEPT. A join of the two tables of
-- a trigger has the plan of its first run, in which they may have been empty: then it compared each of 1,000 rows with all
-- 1,000, five times, and a batch of an import took 4 s.

create or replace function index_changed_contacts() returns trigger language plpgsql as $$ begin
  with changed as materialized (
    select org_id, id, name, given_name, family_name, phones from after
    except select org_id, id, name, given_name, family_name, phones from before
  )
  update contact_search set text = contact_search_text(name, given_name, family_name, phones)
  from changed where contact_search.org_id = changed.org_id and contact_id = id;

  with changed as materialized (
    select org_id, id, key, value from after, jsonb_each(fields)
    except select org_id, id, key, value from before, jsonb_each(fields)
  )
  insert into contact_value (org_id, contact_id, field_id, value, number)
  select changed.org_id, changed.id, field.id,
    case when jsonb_typeof(changed.value) <> 'number' then field_value_text(changed.value) end,
    case when jsonb_typeof(changed.value) = 'number' then (changed.value #>> '{}')::float8 end
  from changed join field on field.org_id = changed.org_id and field.key = changed.key
  on conflict (org_id, contact_id, field_id) do update set value = excluded.value, number = excluded.number;

  with gone as materialized (
    select org_id, id, key from before, jsonb_object_keys(fields) as key
    except select org_id, id, key from after, jsonb_object_keys(fields) as key
  )
  delete from contact_value using gone, field
  where contact_value.org_id = gone.org_id and contact_value.contact_id = gone.id and contact_value.field_id = field.id
    and field.org_id = gone.org_id and field.key = gone.key;
  return null;
end $$;

create or replace function keep_changed_phones() returns trigger language plpgsql as $$ begin
  with gone as materialized (
    select org_id, id, phone_digits(phone->>'number') as digits from before, jsonb_array_elements(phones) as phone
    except select org_id, id, phone_digits(phone->>'number') from after, jsonb_array_elements(phones) as phone
  )
  delete from contact_phone using gone
  where contact_phone.org_id = gone.org_id and contact_phone.contact_id = gone.id and contact_phone.digits = gone.digits;

  with added as materialized (
    select org_id, id, phone_digits(phone->>'number') as digits from after, jsonb_array_elements(phones) as phone
    except select org_id, id, phone_digits(phone->>'number') from before, jsonb_array_elements(phones) as phone
  )
  insert into contact_phone (org_id, contact_id, digits) select org_id, id, digits from added where digits <> ''
  on conflict do nothing;
  return null;
end $$;

create or replace function note_changed_contacts() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'contact', array_agg(id)) from (
    select org_id, id, name, given_name, family_name, company_id, title, phones, links, fields, deleted_at from changed
    except select org_id, id, name, given_name, family_name, company_id, title, phones, links, fields, deleted_at from before
  ) other group by org_id;
  return null;
end $$;

create or replace function note_changed_interactions() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'interaction', array_agg(id)) from (
    select org_id, id, kind, subject, snippet, location, occurred_at, deleted_at from changed
    except select org_id, id, kind, subject, snippet, location, occurred_at, deleted_at from before
  ) other group by org_id;
  return null;
end $$;

-- Of an entry that has changed, only words that it has no longer are looked for elsewhere: most of its words stay. By the index of
-- words alone, which tells the organization: planned for any organization, that of all its entries was read too (0.3 to 1 s).
create or replace function index_for_search(org uuid, what text, ids uuid[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  found search_entry[];
  changed tsvector[];
begin
  select array_agg(entry) into found from list_search_entries(org, what, ids) as entry;

  with removed as (
    delete from search_entry e
    where e.org_id = org and e.id = any(ids) and not exists (select from unnest(found) f where f.id = e.id and f.kind = e.kind)
      and (e.kind = what or what = 'interaction' and e.kind not in ('contact', 'company'))
    returning words
  ), before as (
    select words from removed
    union all
    select e.words from unnest(found) f join search_entry e on e.org_id = org and e.kind = f.kind and e.id = f.id
    where e.words is distinct from f.words
  )
  select array_agg(words) into changed from before;

  insert into search_entry select * from unnest(found)
  on conflict (org_id, kind, id) do update set at = excluded.at, words = excluded.words
  where (search_entry.at, search_entry.words) is distinct from (excluded.at, excluded.words);

  insert into search_word (org_id, word)
  select org, given.word from spoken_words(array(select words from unnest(found))) as given (word)
  where length(given.word) between 3 and 40 and given.word !~ '[0-9]'
    and not exists (select from search_word known where known.org_id = org and known.word = given.word);

  -- A word that was taken away, and that nothing else has, is forgotten.
  if changed is null then return; end if;
  delete from search_word w
  where w.org_id = org
    and w.word = any(array(select spoken_words(changed) except select spoken_words(array(select words from unnest(found)))))
    and not exists (
      select from search_kinds(org) as own (kind), search_entry e
      where e.words @@ (quote_literal(search_scope(org, own.kind) || w.word) || ':AB')::tsquery and (e.org_id = org) is true
    );
end $$;
