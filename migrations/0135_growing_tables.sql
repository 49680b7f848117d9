-- What an import of a million rows needs while it runs.

-- Statistics of what has grown. Autovacuum looks once a minute, and not at all at a table of which a tenth has not changed: so
-- what is new is planned as if it had one row, and a batch read through all that came before it (100,000: 0.15 s, 500,000: 1 s).
create function analyze_grown(rows bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
begin
  for name in select relname from pg_stat_user_tables where schemaname = 'public' and n_mod_since_analyze >= rows loop
    execute format('analyze (skip_locked) public.%I', name);
  end loop;
end $$;
revoke execute on function analyze_grown from public;
grant execute on function analyze_grown to rapport_system;

-- A contact that comes with addresses and tags waits three times to be indexed: all of them are taken at once. Who changes
-- it later waits again; what another indexer holds is left to it. Without whole tables: the plan is kept from when it was small.
create index search_change_id on search_change (org_id, id);
create function take_search_changes(batch int) returns setof search_change
language plpgsql set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  first search_change[];
begin
  with taken as (
    delete from search_change where position = any(array(
      select position from search_change order by position limit batch for update skip locked
    )) returning search_change
  )
  select array_agg(search_change) into first from taken;
  return query select * from unnest(first);
  return query delete from search_change where position = any(array(
    select position from search_change
    where org_id = any(array(select distinct org_id from unnest(first))) and id = any(array(select id from unnest(first)))
    for update skip locked
  )) returning *;
end $$;
revoke execute on function take_search_changes from public;

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
    end if;
    done := done + changes.count - cardinality(busy);
    insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(busy) as waits (id);
    perform index_for_search(changes.org_id, changes.kind,
      array(select id from unnest(changes.ids) as given (id) where id <> all(busy)));
  end loop;
  return done;
end $$;
