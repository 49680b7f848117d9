-- Search: an entry for everything that can be found, whatever it is, and the words that they have.
--
-- Apart from what they describe: a contact changes with every mail, and a row with its words in an index would have all
-- of them written again each time. Under row-level security only leakproof operators may use an index, and those of text
-- search are none; so what searches is a function with the rights of the owner, which looks at current_org() itself.
-- Entries are kept by triggers: in the transaction of the change where that is small, else soon after.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists fuzzystrmatch with schema public;

create table search_entry (
  org_id uuid not null references organization on delete cascade,
  kind text not null,
  id uuid not null,
  -- When it was, for what has a time: the newest is found first.
  at timestamptz not null,
  -- Beside its own, the names of its organization and kind: so the index alone tells them apart.
  words tsvector not null,
  primary key (org_id, kind, id)
);
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
create index search_entry_newest on search_entry (org_id, kind, at desc, id);
alter table search_entry alter words set statistics 1000;

-- Words of names, companies and subjects: what a word with a typing mistake may have meant.
-- One may be there twice: a constraint would have writers wait for one another.
create table search_word (
  org_id uuid not null references organization on delete cascade,
  word text collate "C" not null
);
create index search_word_own on search_word (org_id, word);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

-- What is still to be indexed, after changes of many rows at once.
create table search_change (
  position bigint not null generated always as identity primary key,
  org_id uuid not null references organization on delete cascade,
  kind text not null,
  id uuid not null
);

alter table search_entry enable row level security;
alter table search_word enable row level security;
alter table search_change enable row level security;
create policy tenant on search_entry to rapport_app using (org_id = (select current_org()));
create policy tenant on search_word to rapport_app using (org_id = (select current_org()));
create policy tenant on search_change to rapport_app using (org_id = (select current_org()));
grant select on search_entry, search_word to rapport_app;

-- Text as it is searched: lower case, without accents, signs apart; and each letter of a script without spaces a word of
-- its own, to be found in their order.
create function search_text(given text) returns text language sql stable parallel safe as $$
  select regexp_replace(
    regexp_replace(lower(unaccent(coalesce(given, ''))), '([\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F])', ' \1 ', 'g'),
    '[^[:alnum:]\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F]+', ' ', 'g')
$$;

create function search_words(given text, weight "char") returns tsvector language sql stable parallel safe as $$
  select setweight(to_tsvector('simple', left(search_text(given), 200000)), weight)
$$;

create function search_scope(org uuid, kind text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array['org:' || org, 'kind:' || kind])
$$;

-- What can be found of these, with its words. A branch for each kind of thing.
create function list_search_entries(org uuid, what text, ids uuid[]) returns setof search_entry
language plpgsql stable set search_path = public, pg_temp as $$ begin
  if what = 'contact' then
    return query select c.org_id, 'contact', c.id, c.created_at,
      search_words(concat_ws(' ', c.name, c.given_name, c.family_name), 'A')
      || search_words(concat_ws(' ', company.name, c.title,
        (select string_agg(address, ' ') from contact_email where org_id = c.org_id and contact_id = c.id)), 'B')
      || search_words(concat_ws(' ',
        (select string_agg(tag.name, ' ') from contact_tag join tag on tag.org_id = contact_tag.org_id and tag.id = tag_id
          where contact_tag.org_id = c.org_id and contact_id = c.id),
        (select string_agg(concat_ws(' ', phone->>'number', regexp_replace(phone->>'number', '\D', '', 'g')), ' ')
          from jsonb_array_elements(c.phones) phone),
        (select string_agg(link->>'url', ' ') from jsonb_array_elements(c.links) link),
        (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), 'D')
      || search_scope(org, 'contact')
    from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
    where c.org_id = org and c.id = any(ids) and c.deleted_at is null;
  elsif what = 'company' then
    return query select c.org_id, 'company', c.id, c.created_at, search_words(c.name, 'A') || search_scope(org, 'company')
    from company c where c.org_id = org and c.id = any(ids);
  elsif what = 'interaction' then
    return query select i.org_id, i.kind, i.id, i.occurred_at,
      search_words(i.subject, 'A')
      || search_words((select string_agg(concat_ws(' ', name, address), ' ') from participant
          where org_id = i.org_id and interaction_id = i.id), 'B')
      || search_words(concat_ws(' ', i.location, coalesce(left(body.text, 50000), i.snippet)), 'D')
      || search_scope(org, i.kind)
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id
    where i.org_id = org and i.id = any(ids) and i.deleted_at is null;
  end if;
end $$;

-- Brings the entries of these in line with what they describe.
create function index_for_search(org uuid, what text, ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found search_entry[];
  gone text[];
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
  select array_agg(distinct lexeme) into gone from before, unnest(ts_filter(words, '{a,b}'));

  insert into search_entry select * from unnest(found)
  on conflict (org_id, kind, id) do update set at = excluded.at, words = excluded.words
  where (search_entry.at, search_entry.words) is distinct from (excluded.at, excluded.words);

  insert into search_word (org_id, word)
  select org, lexeme from (
    select distinct lexeme from unnest(found) f, unnest(ts_filter(f.words, '{a,b}'))
    where length(lexeme) between 3 and 40 and lexeme !~ '[0-9]'
  ) given
  where not exists (select from search_word known where known.org_id = org and known.word = given.lexeme);

  -- A word that was taken away, and that nothing else has, is forgotten.
  delete from search_word w
  where w.org_id = org and w.word = any(gone) and not exists (
    select from search_entry e where e.words @@ (quote_literal('org:' || org) || ' & ' || quote_literal(w.word) || ':AB')::tsquery
  );
end $$;

-- Few at once: now. Many: soon, by whoever calls index_waiting().
create function note_for_search(org uuid, what text, ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$ begin
  if cardinality(ids) <= 20 then
    perform index_for_search(org, what, ids);
  else
    insert into search_change (org_id, kind, id) select org, what, id from unnest(ids) as id;
  end if;
end $$;

-- Indexes some of what is waiting; returns how many of them there were. What somebody is just changing waits on.
create function index_waiting(batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changes record;
  free uuid[];
  busy uuid[];
  done int := 0;
begin
  for changes in
    with taken as (
      delete from search_change where position = any(array(
        select position from search_change order by position limit batch for update skip locked
      )) returning org_id, kind, id
    )
    select org_id, kind, array_agg(distinct id order by id) as ids, count(*)::int as count from taken group by org_id, kind
  loop
    busy := '{}';
    -- Held until they are indexed: nobody changes in between what is being read. What is gone leaves no entry.
    if changes.kind = 'contact' then
      free := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    elsif changes.kind = 'interaction' then
      free := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    end if;
    done := done + changes.count - cardinality(busy);
    insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(busy) as waits (id);
    perform index_for_search(changes.org_id, changes.kind,
      array(select id from unnest(changes.ids) as given (id) where id <> all(busy)));
  end loop;
  return done;
end $$;

revoke execute on function list_search_entries, index_for_search, note_for_search, index_waiting from public;
grant execute on function index_waiting to rapport_system;

-- The triggers. `changed` are the rows as they are now, or were when they are gone.
create function note_ids() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, tg_argv[0], array_agg(distinct id)) from changed group by org_id;
  return null;
end $$;
create function note_contacts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'contact', array_agg(distinct contact_id)) from changed group by org_id;
  return null;
end $$;
create function note_interactions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(org_id, 'interaction', array_agg(distinct interaction_id)) from changed group by org_id;
  return null;
end $$;
create function note_changed_contacts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(c.org_id, 'contact', array_agg(c.id)) from changed c join before b using (org_id, id)
  where (c.name, c.given_name, c.family_name, c.company_id, c.title, c.phones, c.links, c.fields, c.deleted_at)
    is distinct from (b.name, b.given_name, b.family_name, b.company_id, b.title, b.phones, b.links, b.fields, b.deleted_at)
  group by c.org_id;
  return null;
end $$;
create function note_changed_interactions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(c.org_id, 'interaction', array_agg(c.id)) from changed c join before b using (org_id, id)
  where (c.kind, c.subject, c.snippet, c.location, c.occurred_at, c.deleted_at)
    is distinct from (b.kind, b.subject, b.snippet, b.location, b.occurred_at, b.deleted_at)
  group by c.org_id;
  return null;
end $$;
create function note_changed_companies() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(c.org_id, 'company', array_agg(c.id)) from changed c join before b using (org_id, id)
  where c.name <> b.name group by c.org_id;
  perform note_for_search(c.org_id, 'contact', array_agg(contact.id))
  from changed c join before b using (org_id, id) join contact on contact.org_id = c.org_id and contact.company_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $$;
create function note_changed_tags() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform note_for_search(c.org_id, 'contact', array_agg(distinct contact_id))
  from changed c join before b using (org_id, id) join contact_tag on contact_tag.org_id = c.org_id and tag_id = c.id
  where c.name <> b.name group by c.org_id;
  return null;
end $$;

revoke execute on function note_ids, note_contacts, note_interactions, note_changed_contacts, note_changed_interactions,
  note_changed_companies, note_changed_tags from public;

do $$ declare place text[]; begin
  foreach place slice 1 in array array[
    ['contact', $f$note_ids('contact')$f$, 'note_changed_contacts()'],
    ['company', $f$note_ids('company')$f$, 'note_changed_companies()'],
    ['interaction', $f$note_ids('interaction')$f$, 'note_changed_interactions()'],
    ['tag', '', 'note_changed_tags()'],
    ['contact_email', 'note_contacts()', ''],
    ['contact_tag', 'note_contacts()', ''],
    ['participant', 'note_interactions()', ''],
    ['interaction_body', 'note_interactions()', 'note_interactions()']
  ] loop
    if place[2] <> '' then
      execute format('create trigger search_added after insert on %I referencing new table as changed for each statement execute function %s', place[1], place[2]);
      execute format('create trigger search_removed after delete on %I referencing old table as changed for each statement execute function %s', place[1], place[2]);
    end if;
    if place[3] <> '' then
      execute format('create trigger search_changed after update on %I referencing old table as before new table as changed for each statement execute function %s', place[1], place[3]);
    end if;
  end loop;
end $$;

-- What is there already.
insert into search_change (org_id, kind, id) select org_id, 'company', id from company;
insert into search_change (org_id, kind, id) select org_id, 'contact', id from contact;
insert into search_change (org_id, kind, id) select org_id, 'interaction', id from interaction;

-- Words that one that nothing has may have meant: with two letters swapped, or similar by trigrams; the likeliest first.
create function similar_words(org uuid, token text) returns text[]
language sql stable set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.25 as $$
  with swapped as (
    select overlay(token placing reverse(substr(token, n, 2)) from n for 2) as word from generate_series(1, length(token) - 1) as n
  ), near as (
    select word, 1 as distance from search_word where org_id = org and word = any(array(select word from swapped))
    union
    select word, levenshtein_less_equal(word, token, 2) from search_word where org_id = org and word % token
  )
  select array(select word from near where distance <= case when length(token) <= 4 then 1 else 2 end order by distance, word limit 5)
$$;

-- The texts of the queries hold their values, so that each is planned for how frequent its words are: a rare one by the
-- index of words; a frequent one, of what has a time, along the newest until enough have it.
create function search_exactly(org uuid, terms text[], said text[], kinds text[], most int)
returns table (kind text, id uuid, at timestamptz, rank real, found_by text[])
language plpgsql stable set search_path = public, pg_temp as $$
declare
  what text;
  wanted tsquery := array_to_string(terms, ' & ')::tsquery;
  scoped tsquery;
begin
  foreach what in array kinds loop
    scoped := (quote_literal('org:' || org) || ' & ' || quote_literal('kind:' || what))::tsquery && wanted;
    if what in ('contact', 'company') then
      return query execute format(
        'select few.kind, few.id, few.at, ts_rank(few.words, %1$L::tsquery), $1
         from (select * from search_entry where words @@ %2$L::tsquery limit 2000) few order by 4 desc, few.id limit %3$s',
        wanted, scoped, most) using said;
    else
      return query execute format(
        'select e.kind, e.id, e.at, ts_rank(e.words, %1$L::tsquery), $1
         from search_entry e where e.org_id = %4$L and e.kind = %5$L and e.words @@ %2$L::tsquery
         order by e.at desc, e.id limit %3$s',
        wanted, scoped, most, org, what) using said;
    end if;
  end loop;
end $$;

-- Finds entries of the organization that have all of the words, of which each may be unfinished; where nothing has them, by
-- what words that nothing has may have meant. Of each kind the best `most`, or of what has a time the newest. `found_by`
-- are the words that it was found by.
create function search_entries(given text, kinds text[], most int)
returns table (kind text, id uuid, at timestamptz, rank real, found_by text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_org();
  tokens text[] := array(
    select distinct token from unnest(string_to_array(trim(search_text(left(given, 200))), ' ')) as token where token <> '' limit 20);
  similar_ones text[];
  said text[] := '{}';
  terms text[];
  token text;
begin
  if org is null or tokens = '{}' then return; end if;
  terms := array(select quote_literal(t) || case when length(t) > 1 then ':*' else '' end from unnest(tokens) as t);
  return query select * from search_exactly(org, terms, tokens, kinds, most);
  if found then return; end if;

  terms := '{}';
  foreach token in array tokens loop
    similar_ones := case
      when length(token) < 3 or exists (select from search_word where org_id = org and word >= token and starts_with(word, token))
      then '{}' else similar_words(org, token) end;
    terms := terms || case when similar_ones = '{}' then quote_literal(token) || case when length(token) > 1 then ':*' else '' end
      else '(' || (select string_agg(quote_literal(word), ' | ') from unnest(similar_ones) as word) || ')' end;
    said := said || case when similar_ones = '{}' then array[token] else similar_ones end;
  end loop;
  if said <> tokens then return query select * from search_exactly(org, terms, said, kinds, most); end if;
end $$;
revoke execute on function similar_words, search_exactly, search_entries from public;
grant execute on function search_entries to rapport_app;
