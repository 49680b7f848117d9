-- What an organization may ask of the API in a minute hangs on its plan; the numbers are the program's.

alter table organization add column plan text not null default 'unlimited'
  check (plan in ('free', 'pro', 'enterprise', 'unlimited'));

-- As before, and with the plan, so that a request needs no query of its own for it.
drop function use_api_key;
create function use_api_key(key_hash bytea) returns table (org_id uuid, id uuid, role text, plan text)
language sql security definer set search_path = public as $$
  update api_key set last_used_at = now()
  where hash = key_hash and (last_used_at is null or last_used_at < now() - interval '1 minute');
  select api_key.org_id, api_key.id, api_key.role, organization.plan
  from api_key join organization on organization.id = api_key.org_id
  where hash = key_hash and revoked_at is null and (expires_at is null or expires_at > now())
$$;
revoke execute on function use_api_key from public;
grant execute on function use_api_key to rapport_app;
