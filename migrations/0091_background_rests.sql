-- What is done in the background of imports waits for them, or goes slowly: nobody looks for duplicates of contacts, or for
-- their words, while a million of them are coming in.

create function imports_run(org uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from operation where org_id = org and status = 'running' and kind like 'import.%')
$$;

create function imports_run() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from organization where deleted_at is null and imports_run(id))
$$;

create or replace function queue_duplicate_searches() returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('contacts.find_duplicates', json_build_object('org_id', organization.id),
    job_key => 'duplicates:' || organization.id, max_attempts => 5, priority => 10)
  from organization left join duplicate_search on org_id = organization.id
  where organization.deleted_at is null and not imports_run(organization.id) and exists (
    select from contact
    where contact.org_id = organization.id and contact.deleted_at is null and updated_at > coalesce(seen_at, '-infinity'))
$$;

revoke execute on function imports_run(uuid), imports_run() from public;
grant execute on function imports_run() to rapport_system;
