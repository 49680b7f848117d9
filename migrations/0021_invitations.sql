-- Invitations; what a key may do hangs on who made it; and how an organization goes with everything in it.

create table invitation (
  org_id uuid not null references organization on delete cascade,
  id uuid not null default new_id(),
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  -- SHA-256 of the token in its link, which is derived and nowhere; another one each time that it is sent.
  token_hash bytea not null unique,
  sendings int not null default 1,
  invited_by uuid references "user" on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id)
);
create unique index invitation_pending on invitation (org_id, email) where accepted_at is null and revoked_at is null;
alter table invitation enable row level security;
create policy tenant on invitation to rapport_app using (org_id = (select current_org()));
grant select, insert, update on invitation to rapport_app;
-- For single sign-on: who is expected.
create policy sign_in on invitation for select to rapport_auth using (true);
grant select on invitation to rapport_auth;

-- Which invitation has this token? Asked before the organization is known.
create function find_invitation(hash bytea) returns table (org_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select invitation.org_id, invitation.id from invitation join organization on organization.id = invitation.org_id
  where token_hash = hash and accepted_at is null and revoked_at is null and expires_at > now() and deleted_at is null
$$;
revoke execute on function find_invitation from public;
grant execute on function find_invitation to rapport_app;

-- A key may never do more than whoever made it may: with them it goes, and with their role it falls. One that a key made
-- is of the same person.
create or replace function use_api_key(key_hash bytea) returns table (org_id uuid, id uuid, scope text, plan text)
language sql security definer set search_path = public, pg_temp as $$
  update api_key set last_used_at = now()
  where hash = key_hash and (last_used_at is null or last_used_at < now() - interval '1 minute');
  select api_key.org_id, api_key.id,
    case when member.role = 'member' and api_key.scope = 'admin' then 'write' else api_key.scope end, organization.plan
  from api_key
  join organization on organization.id = api_key.org_id
  left join member on member.org_id = api_key.org_id and member.user_id = api_key.created_by
  where hash = key_hash and revoked_at is null and (expires_at is null or expires_at > now()) and deleted_at is null
    and (created_by is null or member.role <> 'guest')
$$;

-- Mail about a person concerns no organization.
set role rapport_worker;
grant usage on schema graphile_worker to rapport_auth;
grant execute on function graphile_worker.enqueue to rapport_auth;
reset role;

-- Erases a part of what a deleted organization has; returns how many rows went, and 0 when it is gone itself. References
-- take some more with them. What is referenced goes last, so that they are few.
create function erase_organization(erased uuid, batch int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  gone int;
begin
  if not exists (select from organization where id = erased and deleted_at is not null) then
    return 0;
  end if;
  for name in
    select pg_class.oid::regclass::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'org_id' and not attisdropped)
    order by (select count(*) from pg_constraint where contype = 'f' and confrelid = pg_class.oid), relname
  loop
    execute format('delete from %s where ctid = any(array(select ctid from %s where org_id = $1 limit $2))', name, name)
      using erased, batch;
    get diagnostics gone = row_count;
    if gone > 0 then
      return gone;
    end if;
  end loop;
  delete from organization where id = erased;
  return 1;
end $$;
revoke execute on function erase_organization from public;
grant execute on function erase_organization to rapport_system;
