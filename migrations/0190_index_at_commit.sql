-- What a transaction changes of a few rows is indexed once, at its end: a contact that is made with addresses and tags went into
-- the index three times, each time a quarter of all that making it took.

-- Of transactions that go on: each takes its own out again before it commits, so nobody ever sees a row of another.
create unlogged table search_pending (
  org_id uuid not null,
  kind text not null,
  id uuid not null
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
alter table search_pending enable row level security;
create policy tenant on search_pending to rapport_app using (org_id = (select current_org()));

create or replace function note_for_search(org uuid, what text, ids uuid[]) returns void language plpgsql
security definer set search_path = public, pg_temp as $$ begin
  if cardinality(ids) <= 20 then
    insert into search_pending (org_id, kind, id) select org, what, id from unnest(ids) as id;
  else
    insert into search_change (org_id, kind, id) select org, what, id from unnest(ids) as id;
  end if;
end $$;

-- Of the first row for all of them. Many small changes are as much as a large one, and left to the indexer.
create function index_pending() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  changes record;
begin
  for changes in
    with own as (delete from search_pending returning org_id, kind, id)
    select org_id, kind, array_agg(distinct id) as ids from own group by org_id, kind
  loop
    if cardinality(changes.ids) <= 50 then
      perform index_for_search(changes.org_id, changes.kind, changes.ids);
    else
      insert into search_change (org_id, kind, id) select changes.org_id, changes.kind, id from unnest(changes.ids) as id;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function index_pending from public;
create constraint trigger index_pending after insert on search_pending
deferrable initially deferred for each row execute function index_pending();
