-- Words are found in any language: parts of a sentence in all scripts without spaces, their letters in their order; Arabic and
-- Hebrew with signs of vowels or without; half-width letters; Σ at the end of a word.
--
-- In a script without spaces each two letters that stand together are a word, and the last one alone: of 東京都 these are 東京,
-- 京都 and 都. So one letter is the beginning of a word, and more are words one after the other. An index of letters would be no smaller,
-- and would know nothing of their order.

-- Letters of scripts without spaces: Thai, Lao, Burmese and Khmer; Chinese, Japanese and Korean.
create function unspaced_letters() returns text language sql immutable parallel safe as $$
  select '\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81-\u0EDF\u1000-\u1049\u1050-\u109F\u1780-\u17D3\u17D7\u17DC-\u17E9\uA9E0-\uA9FE\uAA60-\uAA7F'
    '\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFF9F'
    '\U00020000-\U0003FFFF'
$$;

-- Signs above and below letters, which many leave out; and what makes an Arabic word longer.
create function omitted_signs() returns text language sql immutable parallel safe as $$
  select '\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED'
$$;

-- Whether it has letters that are written in several ways, or words that have no spaces between them.
create function has_many_ways(given text) returns boolean language sql immutable parallel safe as $$
  select octet_length(given) > length(given)
    and given ~ ('[' || unspaced_letters() || omitted_signs() || 'Σςأإآٱىیک\u1100-\u11FF\uFB1D-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC\uFFA0-\uFFDC]')
$$;

-- Letters that are written in several ways, in one. Between those without spaces there may be some that nobody sees.
create function fold_letters(given text) returns text language plpgsql immutable parallel safe as $$ begin
  if not has_many_ways(given) then return given; end if;
  return regexp_replace(
    translate(lower(normalize(given, NFKC)), 'ςأإآٱىیک', 'σااااييك'),
    '[' || omitted_signs() || ']|(?<=[' || unspaced_letters() || '])[\u200B-\u200D\u2060]+', '', 'g');
end $$;

-- Of scripts without spaces each two letters, and the last one alone. The end of a line, or a space, may be anywhere in them: each letter is
-- written twice, and the first of them left out. 50,000 letters, of which no two are there again, are what a tsvector can hold.
create function pair_letters(given text) returns text language plpgsql immutable parallel safe as $$
declare
  letter text := '[' || unspaced_letters() || ']';
  folded text;
begin
  if not has_many_ways(given) then return given; end if;
  folded := fold_letters(given);
  if folded !~ letter then return folded; end if;
  folded := regexp_replace(left(folded, 50000), '(?<=' || letter || ')\s+(?=' || letter || ')', '', 'g');
  folded := regexp_replace(folded, '(' || letter || ')', '\1\1', 'g');
  folded := regexp_replace(folded, '(^|[^' || unspaced_letters() || '])' || letter, '\1 ', 'g');
  return regexp_replace(folded, '(' || letter || letter || '?)', ' \1 ', 'g');
end $$;

create or replace function search_text(given text) returns text language sql stable parallel safe as $$
  select regexp_replace(pair_letters(lower(unaccent(coalesce(given, '')))), '[^[:alnum:]' || unspaced_letters() || ']+', ' ', 'g')
$$;

-- The words that are asked for: as in search_text, but what stands together in a script without spaces is one.
create function asked_words(given text) returns text[] language sql stable parallel safe as $$
  select array_remove(string_to_array(regexp_replace(
    regexp_replace(fold_letters(lower(unaccent(left(given, 200)))), '([' || unspaced_letters() || ']+)', ' \1 ', 'g'),
    '[^[:alnum:]' || unspaced_letters() || ']+', ' ', 'g'), ' '), '')
$$;

create function is_unspaced(word text) returns boolean language sql immutable parallel safe as $$
  select word ~ ('^[' || unspaced_letters() || ']')
$$;

-- One of them, as the text of a query; `named`: in names alone (weight A).
create function search_term(scope text, word text, unfinished boolean, named boolean) returns text language sql immutable parallel safe as $$
  select case when is_unspaced(word) and length(word) > 1 then (
    select '(' || string_agg(quote_literal(scope || substr(word, n, 2)) || case when named then ':A' else '' end, ' <-> ' order by n) || ')'
    from generate_series(1, length(word) - 1) as n
  ) else quote_literal(scope || word) || case
    when unfinished or is_unspaced(word) then case when named then ':*A' else ':*' end
    when named then ':A' else '' end
  end
$$;

create or replace function message_query(org uuid, given text) returns tsquery language sql stable as $$
  select string_agg(search_term(search_scope(org, 'message'), token.word, token.n = cardinality(words.all_of), false), ' & ')::tsquery
  from (select asked_words(given) as all_of) words, unnest(words.all_of) with ordinality as token (word, n)
$$;

create or replace function search_query(asked jsonb, unfinished boolean, named boolean) returns text language sql immutable parallel safe as $$
  select string_agg(alternatives, ' & ')
  from jsonb_array_elements(asked) as token, lateral (
    select '(' || string_agg(search_term('~', word, unfinished and (token->'unfinished')::boolean, named), ' | ') || ')'
    from jsonb_array_elements_text(token->'words') as word
  ) as each (alternatives)
$$;

create or replace function search_entries(given text, kinds text[], most int)
returns table (kind text, id uuid, found_by text[], guessed boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  org uuid := current_org();
  tokens text[] := array(select distinct token from unnest(asked_words(given)) as token limit 20);
  asked jsonb;
  said text[] := '{}';
  similar_ones text[];
  token text;
begin
  if org is null or tokens = '{}' then return; end if;
  asked := (select jsonb_agg(jsonb_build_object('words', array[t], 'unfinished', length(t) > 1 and not is_unspaced(t))) from unnest(tokens) as t);
  return query select hit.kind, hit.id, tokens, false from search_exactly(org, asked, kinds, most) as hit;
  if found then return; end if;

  asked := '[]';
  foreach token in array tokens loop
    similar_ones := case
      when length(token) < 3 or is_unspaced(token)
        or exists (select from search_word where org_id = org and word >= token and starts_with(word, token))
      then '{}' else similar_words(org, token) end;
    if similar_ones = '{}' then
      said := said || token;
      asked := asked || jsonb_build_object('words', array[token], 'unfinished', length(token) > 1 and not is_unspaced(token));
    else
      said := said || similar_ones;
      asked := asked || jsonb_build_object('words', similar_ones, 'unfinished', false);
    end if;
  end loop;
  if said <> tokens then
    return query select hit.kind, hit.id, said, not said <@ tokens from search_exactly(org, asked, kinds, most) as hit;
  end if;
end $$;

-- Words of messages that are to be found anew wait as well.
create or replace function index_waiting(batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changes record;
  free uuid[];
  busy uuid[];
  done int := 0;
begin
  for changes in
    select org_id, kind, array_agg(distinct id order by id) as ids, count(*)::int as count
    from take_search_changes(batch) group by org_id, kind
  loop
    busy := '{}';
    -- Held until they are indexed: nobody changes in between what is being read. What is gone leaves no entry.
    if changes.kind = 'contact' then
      free := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from contact where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    elsif changes.kind = 'interaction' then
      free := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from interaction where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    elsif changes.kind = 'message' then
      free := array(select id from message where org_id = changes.org_id and id = any(changes.ids) order by id for share skip locked);
      busy := array(select id from message where org_id = changes.org_id and id = any(changes.ids) and id <> all(free));
    end if;
    done := done + changes.count - cardinality(busy);
    insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(busy) as waits (id);
    if changes.kind = 'message' then
      update message_words set words = words_of_message(message) from message
      where message_words.org_id = changes.org_id and message_id = any(free) and message.org_id = changes.org_id and message.id = message_id;
    else
      perform index_for_search(changes.org_id, changes.kind,
        array(select id from unnest(changes.ids) as given (id) where id <> all(busy)));
    end if;
  end loop;
  return done;
end $$;

-- What has such letters is indexed anew in the background, the newest messages first.
insert into search_change (org_id, kind, id)
  select org_id, 'message', id from message where deleted_at is null and has_many_ways(text) order by created_at desc;
insert into search_change (org_id, kind, id) select org_id, 'company', id from company where has_many_ways(name);
insert into search_change (org_id, kind, id)
  select org_id, 'contact', id from contact c where deleted_at is null and (
    has_many_ways(concat_ws(' ', name, given_name, family_name, title, links, fields))
    or exists (select from company where org_id = c.org_id and id = c.company_id and has_many_ways(company.name))
    or exists (select from contact_tag t join tag on tag.org_id = t.org_id and tag.id = t.tag_id
      where t.org_id = c.org_id and t.contact_id = c.id and has_many_ways(tag.name)));
insert into search_change (org_id, kind, id)
  select org_id, 'task', id from task t where deleted_at is null and (
    has_many_ways(concat_ws(' ', title, description))
    or exists (select from task_label l join label on label.org_id = l.org_id and label.id = l.label_id
      where l.org_id = t.org_id and l.task_id = t.id and has_many_ways(label.name)));
insert into search_change (org_id, kind, id)
  select org_id, 'interaction', id from interaction i where deleted_at is null and (
    has_many_ways(concat_ws(' ', subject, snippet, location))
    or exists (select from interaction_body where org_id = i.org_id and interaction_id = i.id and has_many_ways(left(text, 50000)))
    or exists (select from participant where org_id = i.org_id and interaction_id = i.id and has_many_ways(name)));
