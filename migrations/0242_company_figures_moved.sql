-- How many people a company has, and when one of them was last heard from, are moved by what a statement has changed, under the lock of the
-- company. Counting them afresh took the longer the more people it had: each batch of an import went through all of them again.

create function move_company_figures(org uuid, moves jsonb) returns void language plpgsql as $$
declare
  touched uuid[] := array(select (move->>'id')::uuid from jsonb_array_elements(moves) as move);
begin
  -- In one order, so that two who change the people of the same companies wait for each other, and never in a circle.
  perform from company where org_id = org and id = any(touched) order by id for no key update;
  update company c set
    contact_count = c.contact_count + move.people,
    last_interaction_at = case
      -- The latest may have been theirs who are no longer there, or were heard from earlier than was thought: somebody else's is.
      when move.lost >= c.last_interaction_at and move.lost > coalesce(move.latest, '-infinity') then (
        select max(last_interaction_at) from contact where org_id = org and company_id = c.id and deleted_at is null)
      else greatest(c.last_interaction_at, move.latest) end
  from jsonb_to_recordset(moves) as move (id uuid, people integer, latest timestamptz, lost timestamptz)
  where c.org_id = org and c.id = move.id
    and (move.people <> 0 or move.lost >= c.last_interaction_at or move.latest > coalesce(c.last_interaction_at, '-infinity'));
end $$;

create or replace function note_company_figures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  org uuid;
  moves jsonb;
begin
  if tg_op = 'INSERT' then
    for org, moves in
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', people, 'latest', latest)) from (
        select org_id, company_id, count(*) as people, max(last_interaction_at) as latest
        from changed where company_id is not null and deleted_at is null group by org_id, company_id
      ) come group by org_id
    loop perform move_company_figures(org, moves); end loop;
  elsif tg_op = 'DELETE' then
    for org, moves in
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', -people, 'lost', lost)) from (
        select org_id, company_id, count(*) as people, max(last_interaction_at) as lost
        from before where company_id is not null and deleted_at is null group by org_id, company_id
      ) gone group by org_id
    loop perform move_company_figures(org, moves); end loop;
  else
    for org, moves in
      with was as (
        select org_id, id, company_id, last_interaction_at from before where company_id is not null and deleted_at is null
      ), now as (
        select org_id, id, company_id, last_interaction_at from changed where company_id is not null and deleted_at is null
      )
      select org_id, jsonb_agg(jsonb_build_object('id', company_id, 'people', people, 'latest', latest, 'lost', lost)) from (
        select org_id, company_id, sum(people) as people, max(last_interaction_at) filter (where people > 0) as latest,
          max(last_interaction_at) filter (where people < 0) as lost
        from (
          select *, -1 as people from (table was except table now) gone
          union all select *, 1 from (table now except table was) come
        ) differing group by org_id, company_id
      ) moved group by org_id
    loop perform move_company_figures(org, moves); end loop;
  end if;
  return null;
end $$;

drop function refresh_company_figures;

-- One index for the people of a company and for the latest of them.
drop index contact_company_figures;
drop index contact_company;
create index contact_company on contact (org_id, company_id, deleted_at, last_interaction_at) where company_id is not null;
