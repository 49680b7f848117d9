-- Each word of the index begins with what it belongs to: the organization and the kind. A word that is looked for, or the
-- beginning of one, then meets the words of this organization and kind alone. Before, they were words beside the others,
-- and the beginning of a word was gathered from all organizations and kinds, once for each kind: of 200,000 contacts and
-- 1,000,000 interactions, “dahl” took 600 ms.

drop function search_words(text, "char");
drop function search_scope(uuid, text);

-- Eight letters and digits. Two organizations may share one: who searches compares the organization as well.
create function search_scope(org uuid, kind text) returns text language sql immutable parallel safe as $$
  select 's' || left(md5(kind || org), 7)
$$;

-- One expression, so that PostgreSQL takes it into the query that calls it. The scope alone is what no text leaves.
create function search_words(scope text, given text, weight "char") returns tsvector language sql stable parallel safe as $$
  select setweight(ts_delete(to_tsvector('simple', scope || replace(trim(left(search_text(given), 200000)), ' ', ' ' || scope)), scope), weight)
$$;

-- The words themselves, of what was found in names, companies, subjects and people (weights A and B).
create function spoken_words(entries tsvector[]) returns setof text language sql immutable parallel safe as $$
  select distinct substr(lexeme, 9) from unnest(entries) as words, unnest(ts_filter(words, '{a,b}'))
$$;

-- Of what there are entries, one step along the index for each.
create function search_kinds(org uuid) returns setof text language sql stable parallel safe as $$
  with recursive each as (
    (select kind from search_entry where org_id = org order by kind limit 1)
    union all
    select (select e.kind from search_entry e where e.org_id = org and e.kind > each.kind order by e.kind limit 1)
    from each where each.kind is not null
  )
  select kind from each where kind is not null
$$;

create or replace function list_search_entries(org uuid, what text, ids uuid[]) returns setof search_entry
language plpgsql stable set search_path = public, pg_temp as $$
declare
  scope text := search_scope(org, what);
begin
  if what = 'contact' then
    return query select c.org_id, 'contact', c.id, c.created_at,
      search_words(scope, concat_ws(' ', c.name, c.given_name, c.family_name), 'A')
      || search_words(scope, concat_ws(' ', company.name, c.title,
        (select string_agg(address, ' ') from contact_email where org_id = c.org_id and contact_id = c.id)), 'B')
      || search_words(scope, concat_ws(' ',
        (select string_agg(tag.name, ' ') from contact_tag join tag on tag.org_id = contact_tag.org_id and tag.id = tag_id
          where contact_tag.org_id = c.org_id and contact_id = c.id),
        (select string_agg(concat_ws(' ', phone->>'number', regexp_replace(phone->>'number', '\D', '', 'g')), ' ')
          from jsonb_array_elements(c.phones) phone),
        (select string_agg(link->>'url', ' ') from jsonb_array_elements(c.links) link),
        (select string_agg(value #>> '{}', ' ') from jsonb_each(c.fields))), 'D')
    from contact c left join company on company.org_id = c.org_id and company.id = c.company_id
    where c.org_id = org and c.id = any(ids) and c.deleted_at is null;
  elsif what = 'company' then
    return query select c.org_id, 'company', c.id, c.created_at, search_words(scope, c.name, 'A')
    from company c where c.org_id = org and c.id = any(ids);
  elsif what = 'interaction' then
    return query select i.org_id, i.kind, i.id, i.occurred_at,
      search_words(own, i.subject, 'A')
      || search_words(own, (select string_agg(concat_ws(' ', name, address), ' ') from participant
          where org_id = i.org_id and interaction_id = i.id), 'B')
      || search_words(own, concat_ws(' ', i.location, coalesce(left(body.text, 50000), i.snippet)), 'D')
    from interaction i left join interaction_body body on body.org_id = i.org_id and body.interaction_id = i.id,
      search_scope(org, i.kind) as own
    where i.org_id = org and i.id = any(ids) and i.deleted_at is null;
  end if;
end $$;

create or replace function index_for_search(org uuid, what text, ids uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
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
  where w.org_id = org and w.word = any(array(select spoken_words(changed))) and not exists (
    select from search_kinds(org) as own (kind), search_entry e
    where e.words @@ (quote_literal(search_scope(org, own.kind) || w.word) || ':AB')::tsquery and e.org_id = org
  );
end $$;

-- What is looked for, in one kind: for each word that was asked for, whichever of its `words`; with `unfinished`, those that
-- may be the beginning of one as well. `asked` is [{"words": […], "unfinished": true}, …].
create function search_query(scope text, asked jsonb, unfinished boolean) returns tsquery language sql immutable parallel safe as $$
  select string_agg(alternatives, ' & ')::tsquery
  from jsonb_array_elements(asked) as token, lateral (
    select '(' || string_agg(
      quote_literal(scope || word) || case when unfinished and (token->'unfinished')::boolean then ':*' else '' end, ' | ') || ')'
    from jsonb_array_elements_text(token->'words') as word
  ) as each (alternatives)
$$;

create type search_hit as (kind text, id uuid, at timestamptz, rank real);

drop function search_exactly(uuid, text[], text[], text[], int);

-- Of each kind what has the words as they are; where that is too little, what has them as beginnings.
-- The texts of the queries hold their values, so that each is planned for how frequent its words are: a rare one by the
-- index of words; a frequent one, of what has a time, along the newest until enough have it.
create function search_exactly(org uuid, asked jsonb, said text[], kinds text[], most int)
returns table (kind text, id uuid, at timestamptz, rank real, found_by text[])
language plpgsql stable set search_path = public, pg_temp as $$
declare
  what text;
  unfinished boolean;
  wanted tsquery;
  hits search_hit[];
begin
  foreach what in array kinds loop
    foreach unfinished in array array[false, true] loop
      wanted := search_query(search_scope(org, what), asked, unfinished);
      if what in ('contact', 'company') then
        -- By the index of words alone: so the rest of the condition is one that no index has.
        execute format(
          'select array_agg((kind, id, at, rank)::search_hit order by rank desc, id) from (
             select kind, id, at, ts_rank(words, %1$L::tsquery) as rank from (
               select * from search_entry where words @@ %1$L::tsquery and (org_id = %2$L and kind = %3$L) is true limit 2000
             ) few order by rank desc, id limit %4$s
           ) best', wanted, org, what, most) into hits;
      else
        execute format(
          'select array_agg((kind, id, at, rank)::search_hit order by at desc, id) from (
             select kind, id, at, ts_rank(words, %1$L::tsquery) as rank from search_entry
             where org_id = %2$L and kind = %3$L and words @@ %1$L::tsquery order by at desc, id limit %4$s
           ) newest', wanted, org, what, most) into hits;
      end if;
      exit when cardinality(hits) >= most;
    end loop;
    return query select hit.kind, hit.id, hit.at, hit.rank, said from unnest(hits) as hit;
  end loop;
end $$;

create or replace function search_entries(given text, kinds text[], most int)
returns table (kind text, id uuid, at timestamptz, rank real, found_by text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_org();
  tokens text[] := array(
    select distinct token from unnest(string_to_array(trim(search_text(left(given, 200))), ' ')) as token where token <> '' limit 20);
  asked jsonb;
  said text[] := '{}';
  similar_ones text[];
  token text;
begin
  if org is null or tokens = '{}' then return; end if;
  asked := (select jsonb_agg(jsonb_build_object('words', array[t], 'unfinished', length(t) > 1)) from unnest(tokens) as t);
  return query select * from search_exactly(org, asked, tokens, kinds, most);
  if found then return; end if;

  asked := '[]';
  foreach token in array tokens loop
    similar_ones := case
      when length(token) < 3 or exists (select from search_word where org_id = org and word >= token and starts_with(word, token))
      then '{}' else similar_words(org, token) end;
    if similar_ones = '{}' then
      said := said || token;
      asked := asked || jsonb_build_object('words', array[token], 'unfinished', length(token) > 1);
    else
      said := said || similar_ones;
      asked := asked || jsonb_build_object('words', similar_ones, 'unfinished', false);
    end if;
  end loop;
  if said <> tokens then return query select * from search_exactly(org, asked, said, kinds, most); end if;
end $$;

revoke execute on function search_scope, search_words, spoken_words, search_kinds, search_query, search_exactly from public;

-- Everything is indexed anew, in the background.
truncate search_entry, search_word, search_change;
insert into search_change (org_id, kind, id) select org_id, 'company', id from company;
insert into search_change (org_id, kind, id) select org_id, 'contact', id from contact;
insert into search_change (org_id, kind, id) select org_id, 'interaction', id from interaction;
