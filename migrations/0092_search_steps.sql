-- A search took up to twelve statements, each planned for its values. To plan one takes longer than to find what few have:
-- now their plans are kept, and how frequent words are shows in the newest entries.

drop function search_query, search_exactly, search_entries;
drop type search_hit;

-- What is looked for: for each word that was asked for, whichever of its `words`; with `unfinished`, those that may be the
-- beginning of one as well; with `named`, in names alone (weight A). `asked` is [{"words": […], "unfinished": true}, …]. The
-- text of a query, in which ~ stands for the scope of a kind.
create function search_query(asked jsonb, unfinished boolean, named boolean) returns text language sql immutable parallel safe as $$
  select string_agg(alternatives, ' & ')
  from jsonb_array_elements(asked) as token, lateral (
    select '(' || string_agg(quote_literal('~' || word) || case
      when unfinished and (token->'unfinished')::boolean then case when named then ':*A' else ':*' end
      when named then ':A' else '' end, ' | ') || ')'
    from jsonb_array_elements_text(token->'words') as word
  ) as each (alternatives)
$$;

-- The best of what has no time: contacts and companies. By the index of words alone: so the rest of the condition is one
-- that no index has. Where enough have all words in their names there is no need to look at the others.
create function best_entries(org uuid, what text, wanted tsquery, named tsquery, most int) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  found uuid[];
begin
  found := array(
    select id from (
      select id, ts_rank(words, wanted) as rank from (
        select * from search_entry where words @@ wanted and (org_id = org and kind = what) is true limit 2000
      ) few where words @@ named limit 300
    ) best order by rank desc, id limit most);
  if cardinality(found) >= most then return found; end if;
  return array(
    select id from (
      select id, ts_rank(words, wanted) as rank from search_entry
      where words @@ wanted and (org_id = org and kind = what) is true limit 2000
    ) few order by rank desc, id limit most);
end $$;

-- The newest of what has a time. Words that one of the last 200 has are frequent, and found along the newest; rare ones by
-- the index of words, which does not know what is new.
create function newest_entries(org uuid, what text, wanted tsquery, most int) returns uuid[]
language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  looked_at int;
  found uuid[];
begin
  select count(*), coalesce(array_agg(id order by at desc, id) filter (where words @@ wanted), '{}') into looked_at, found
  from (select * from search_entry where org_id = org and kind = what order by at desc, id limit 200) newest;
  if looked_at < 200 or cardinality(found) >= most then return found[:most]; end if;
  if found <> '{}' then
    found := array(
      select id from (select * from search_entry where org_id = org and kind = what order by at desc, id limit 4000) newest
      where words @@ wanted order by at desc, id limit most);
    if cardinality(found) >= most then return found; end if;
  end if;
  return array(
    select id from search_entry where words @@ wanted and (org_id = org and kind = what) is true
    order by at desc, id limit most);
end $$;

-- Of each kind what has the words as they are; where that is too little, what has them as beginnings.
create function search_exactly(org uuid, asked jsonb, kinds text[], most int) returns table (kind text, id uuid)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  -- Without one that may be unfinished, the second look would find the same.
  looks boolean[] := case when asked @> '[{"unfinished": true}]' then '{false,true}' else '{false}' end;
  wanted text[] := array(select search_query(asked, unfinished, false) from unnest(looks) as unfinished);
  named text[] := array(select search_query(asked, unfinished, true) from unnest(looks) as unfinished);
  what text;
  scope text;
  hits uuid[];
begin
  foreach what in array kinds loop
    scope := search_scope(org, what);
    for look in 1 .. cardinality(looks) loop
      if what in ('contact', 'company') then
        hits := best_entries(org, what, replace(wanted[look], '~', scope)::tsquery, replace(named[look], '~', scope)::tsquery, most);
      else
        hits := newest_entries(org, what, replace(wanted[look], '~', scope)::tsquery, most);
      end if;
      exit when cardinality(hits) >= most;
    end loop;
    return query select what, hit from unnest(hits) as hit;
  end loop;
end $$;

-- What has these words, in each kind the best or newest first. `found_by` are the words that it was found by, and `guessed`
-- says whether one of them is another than those given.
create function search_entries(given text, kinds text[], most int)
returns table (kind text, id uuid, found_by text[], guessed boolean)
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
  return query select hit.kind, hit.id, tokens, false from search_exactly(org, asked, kinds, most) as hit;
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
  if said <> tokens then
    return query select hit.kind, hit.id, said, not said <@ tokens from search_exactly(org, asked, kinds, most) as hit;
  end if;
end $$;

revoke execute on function search_query, best_entries, newest_entries, search_exactly, search_entries from public;
grant execute on function search_entries to rapport_app;
