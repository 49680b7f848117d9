-- Whether anything still has a word is found by the index of words alone, which tells the organization. Planned for any
-- organization, the index of all its entries was read too: a change of one contact among 200,000 took 0.3 s.

create or replace function index_for_search(org uuid, what text, ids uuid[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
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
    where e.words @@ (quote_literal(search_scope(org, own.kind) || w.word) || ':AB')::tsquery and (e.org_id = org) is true
  );
end $$;
