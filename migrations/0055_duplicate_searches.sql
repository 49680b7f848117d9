-- Along the index of contacts that are not deleted (0041_fields.sql): those who are go from the list by themselves.
create or replace function queue_duplicate_searches() returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.enqueue('contacts.find_duplicates', json_build_object('org_id', organization.id),
    job_key => 'duplicates:' || organization.id, max_attempts => 5, priority => 10)
  from organization left join duplicate_search on org_id = organization.id
  where organization.deleted_at is null and exists (
    select from contact
    where contact.org_id = organization.id and contact.deleted_at is null and updated_at > coalesce(seen_at, '-infinity'))
$$;
