-- How many people a company has and when one of them was last heard from, kept with it: lists are sorted by that, along an index.

alter table company
  add contact_count integer not null default 0,
  add last_interaction_at timestamptz,
  add sort_interaction timestamptz not null generated always as (coalesce(last_interaction_at, '-infinity')) stored;

create index contact_company_figures on contact (org_id, company_id, last_interaction_at) where company_id is not null and deleted_at is null;
create index company_by_contacts on company (org_id, contact_count, id);
create index company_by_interaction on company (org_id, sort_interaction, id);
create index company_by_domain on company (org_id, domain, id) where domain is not null;
drop index company_domain;

-- Counted afresh, and not moved by differences: what is counted under the lock of the company is right whatever was before. Locked in one
-- order, so that two who change the people of the same companies wait for each other, and never in a circle.
create function refresh_company_figures(org uuid, touched uuid[]) returns void language plpgsql as $$ begin
  perform from company where org_id = org and id = any(touched) order by id for no key update;
  update company c set contact_count = figures.contacts, last_interaction_at = figures.latest
  from unnest(touched) as one (id) cross join lateral (
    select count(*)::integer, max(last_interaction_at) from contact where org_id = org and company_id = one.id and deleted_at is null
  ) as figures (contacts, latest)
  where c.org_id = org and c.id = one.id and (c.contact_count, c.last_interaction_at) is distinct from (figures.contacts, figures.latest);
end $$;

create function note_company_figures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  org uuid;
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    for org, touched in select org_id, array_agg(distinct company_id) from changed where company_id is not null and deleted_at is null group by org_id
    loop perform refresh_company_figures(org, touched); end loop;
  elsif tg_op = 'DELETE' then
    for org, touched in select org_id, array_agg(distinct company_id) from before where company_id is not null and deleted_at is null group by org_id
    loop perform refresh_company_figures(org, touched); end loop;
  else
    for org, touched in
      with was as (
        select org_id, id, company_id, last_interaction_at from before where company_id is not null and deleted_at is null
      ), now as (
        select org_id, id, company_id, last_interaction_at from changed where company_id is not null and deleted_at is null
      )
      select org_id, array_agg(distinct company_id)
      from ((table was except table now) union all (table now except table was)) differing group by org_id
    loop perform refresh_company_figures(org, touched); end loop;
  end if;
  return null;
end $$;
revoke execute on function note_company_figures from public;

create trigger company_figures_insert after insert on contact referencing new table as changed for each statement execute function note_company_figures();
create trigger company_figures_update after update on contact referencing old table as before new table as changed for each statement execute function note_company_figures();
create trigger company_figures_delete after delete on contact referencing old table as before for each statement execute function note_company_figures();

update company c set contact_count = figures.contacts, last_interaction_at = figures.latest
from (
  select org_id, company_id, count(*)::integer, max(last_interaction_at) from contact where company_id is not null and deleted_at is null group by org_id, company_id
) as figures (org_id, company_id, contacts, latest)
where c.org_id = figures.org_id and c.id = figures.company_id;
